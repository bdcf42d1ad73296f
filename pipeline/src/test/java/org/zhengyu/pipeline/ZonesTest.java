package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of documents that are not counted are as if they said nothing, but take up their place. */
class ZonesTest {
  @TempDir Path temp;

  @BeforeEach
  void writeAReportWithAnnexes() {
    String text =
        "政府工作报告\n\n一、工作回顾\n\n推进产业链建设，实施链长制。\n\n数字经济加快发展，营商环境持续优化。\n\n"
            + "二、工作安排\n\n推进数字经济，推进乡村振兴。\n\n";
    write(temp.resolve("corpus/a.txt"), text + "附件1\n\n链长制名单和数字经济项目。\n\n名词解释\n\n链长制：由领导担任链长。\n");
    write(temp.resolve("corpus/b.txt"), text.replace("加快", "持续"));
  }

  private ZhengyuJob job(String name) {
    return ZhengyuJob.into(temp.resolve(name))
        .over(temp.resolve("corpus"))
        .with("units", "sentence,document")
        .with(
            "tables",
            "documents,sentences,tokens,terms,document_terms,phrases,categories,cooccurrences,"
                + "phrase_occurrences");
  }

  @Test
  void countsTheNamedZonesAndLeavesAllElseInItsPlace() {
    Result whole = job("whole").complete();
    assertThat(whole.set("select distinct zone from sentences where doc_id = 'a.txt'"))
        .as("the layout of the sample")
        .isEqualTo(
            Set.of(
                Rows.row("headline"),
                Rows.row("heading"),
                Rows.row("body"),
                Rows.row("annex"),
                Rows.row("glossary")));
    ZhengyuJob.Ended ended = job("part").with("zones", "heading,body").run();
    Result part = ended.result();

    for (String table : List.of("tokens", "phrase_occurrences", "sentences")) {
      String rows = "select * exclude (%s) from " + table + " where zone in ('body', 'heading')";
      String key = table.equals("phrase_occurrences") ? "occurrence_id" : "zone";
      assertThat(part.set(rows.formatted(key))).isEqualTo(whole.set(rows.formatted(key)));
      assertThat(part.set("select distinct zone from " + table)).hasSizeLessThanOrEqualTo(2);
    }
    assertThat(part.set("select term, f, df, sf from terms where not is_phrase"))
        .isEqualTo(
            whole.set(
                "select term, count(*), count(distinct doc_id), count(distinct (doc_id, sentence))"
                    + " from tokens where zone in ('body', 'heading') and phrase is null group by term"));
    assertThat(
            part.set("select doc_id, chars, sentences, paragraphs, tokens, types from documents"))
        .isEqualTo(
            whole.set(
                "select doc_id, chars, n.* exclude (doc_id) from documents join (select doc_id,"
                    + " count(distinct sentence), count(distinct paragraph), count(*),"
                    + " count(distinct term) from tokens where zone in ('body', 'heading') group by"
                    + " doc_id) n using (doc_id)"));
    long leftOut =
        (Long)
            whole
                .query("select count(*) from sentences where zone not in ('body', 'heading')")
                .get(0)
                .get(0);
    assertThat(ended.out()).contains(leftOut + " sentences are in other zones than --zones names");
    assertThat(part.manifest()).contains("只统计文档的heading、body部分");
    assertThat(whole.manifest()).doesNotContain("只统计文档的");
  }

  /** As if the other zones had never been written, but for the places of what is behind them. */
  @Test
  void countsAsIfTheRestWereNotThere() {
    Result part = job("part").with("zones", "headline,heading,body").complete();
    write(
        temp.resolve("corpus/a.txt"),
        "政府工作报告\n\n一、工作回顾\n\n推进产业链建设，实施链长制。\n\n数字经济加快发展，营商环境持续优化。\n\n"
            + "二、工作安排\n\n推进数字经济，推进乡村振兴。\n");
    Result bare = job("bare").complete();
    for (String table :
        List.of("terms", "document_terms", "phrases", "categories", "cooccurrences", "tokens")) {
      assertThat(part.set("select * from " + table))
          .as(table)
          .isEqualTo(bare.set("select * from " + table));
    }
  }

  @Test
  void namesTheZonesThatThereAre() {
    ZhengyuJob.Ended ended = job("wrong").with("zones", "body,appendix").run();
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith("zhengyu: --zones: ")
        .contains("appendix", "headline, kicker, byline, heading, body, table, footnote, glossary");
    assertThat(ended.err().lines()).hasSize(1);
    assertThat(temp.resolve("wrong")).doesNotExist();
  }
}
