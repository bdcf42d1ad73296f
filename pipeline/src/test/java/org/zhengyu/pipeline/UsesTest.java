package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The worked examples of {@code docs/measures.md} on uses of phrases, through the whole job. */
class UsesTest {
  @TempDir Path temp;

  private Result run(String lexicon, String text) throws IOException {
    Files.writeString(temp.resolve("lexicon.txt"), lexicon);
    Files.createDirectories(temp.resolve("corpus"));
    Files.writeString(temp.resolve("corpus/文.txt"), text);
    return ZhengyuJob.into(temp.resolve("result"))
        .over(temp.resolve("corpus"))
        .with("lexicon", temp.resolve("lexicon.txt"))
        .with("minTermFrequency", 1)
        .with("minJointFrequency", 1)
        .with("units", "sentence,document,window")
        .with("window", 1)
        .complete();
  }

  @Test
  void countWhateverCoversThem() throws IOException {
    Result result = run("全面深化改革\n改革开放\n深化改革\n", "全面深化改革开放，推进改革开放。\n");
    assertThat(result.texts("select term from tokens order by position"))
        .containsExactly("全面深化改革", "开放", "推进", "改革开放");
    assertThat(
            result.query(
                "select phrase, status, is_use, covered_by from phrase_occurrences"
                    + " order by begin_offset, end_offset desc"))
        .containsExactly(
            Rows.row("全面深化改革", "token", true, null),
            Rows.row("深化改革", "nested", true, "全面深化改革"),
            Rows.row("改革开放", "overlapped", true, "全面深化改革"),
            Rows.row("改革开放", "token", true, null));
    assertThat(
            result.query(
                "select phrase, phrases.uses, phrases.tf, terms.tf, terms.uses, f, phrases.df, terms.df,"
                    + " literal, nested, overlapped, per_million"
                    + " from phrases join terms on term = phrase order by phrase"))
        .containsExactly(
            Rows.row("全面深化改革", 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 0L, 0L, 250_000.0),
            Rows.row("改革开放", 2L, 1L, 1L, 2L, 2L, 1L, 1L, 2L, 0L, 1L, 500_000.0),
            Rows.row("深化改革", 1L, 0L, 0L, 1L, 1L, 1L, 1L, 1L, 1L, 0L, 250_000.0));
    assertThat(result.query("select term, tf, uses, f from document_terms where tf < uses"))
        .containsExactlyInAnyOrder(Rows.row("改革开放", 1L, 2L, 2L), Rows.row("深化改革", 0L, 1L, 1L));
  }

  /** Both phrases and 开放 in the first sentence; 改革开放 and 开放 in the second; 开放 in the third. */
  @Test
  void areNoPairWithWhatTheyOnlyShareCharactersWith() throws IOException {
    Result result = run("全面深化改革\n改革开放\n", "全面深化改革开放。改革开放，扩大开放。扩大开放。\n");
    assertThat(
            result.query(
                "select unit, o11, r1, c1, n, shared_units from cooccurrences"
                    + " where term_a = '开放' and term_b = '改革开放' order by unit"))
        .containsExactly(
            Rows.row("document", 1L, 1L, 1L, 1L, 0L), Rows.row("sentence", 1L, 2L, 1L, 2L, 1L));
    assertThat(result.query("select terms, shared_pairs from sentences order by sentence"))
        .extracting(Object::toString)
        .containsExactly(
            "[[全面深化改革, 改革开放, 开放], [全面深化改革|改革开放, 开放|改革开放]]",
            "[[改革开放, 扩大, 开放], []]",
            "[[扩大, 开放], []]");
    assertThat(
            result.number(
                "select count(*) from cooccurrences where unit <> 'document'"
                    + " and term_a = '全面深化改革' and term_b = '改革开放'"))
        .isZero();
  }
}
