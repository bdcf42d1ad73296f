package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Of documents with one text the first counts; of documents with one id the first is admitted. */
class DuplicatesTest {
  private static final String TEXT = "推进产业链建设，实施链长制。";

  @TempDir Path temp;
  private Path corpus;

  @BeforeEach
  void writeTheSameTextFiveTimes() {
    corpus = temp.resolve("corpus");
    write(corpus.resolve("b.txt"), TEXT);
    // The bytes differ, the text does not.
    write(corpus.resolve("c.txt"), TEXT, StandardCharsets.UTF_16);
    write(corpus.resolve("a/z.txt"), TEXT);
    write(corpus.resolve("d.jsonl"), "{\"id\": \"d\", \"text\": \"" + TEXT + "\"}\n");
    write(corpus.resolve("other.txt"), "链长制。" + TEXT);
    write(corpus.resolve("spaced.txt"), TEXT + "\n");
  }

  private ZhengyuJob job(String name) {
    return ZhengyuJob.into(temp.resolve(name)).over(corpus);
  }

  @Test
  void nameTheFirstInTheOrderOfTheFilesAndCountOnce() {
    Result result = job("result").complete();
    assertThat(result.set("select doc_id, duplicate_of from documents"))
        .containsExactlyInAnyOrder(
            Rows.row("a/z.txt", null),
            Rows.row("b.txt", "a/z.txt"),
            Rows.row("c.txt", "a/z.txt"),
            Rows.row("d", "a/z.txt"),
            Rows.row("other.txt", null),
            Rows.row("spaced.txt", "a/z.txt"));
    assertThat(result.set("select tf, df, sf from terms where term = '链长制'"))
        .containsExactly(Rows.row(3L, 2L, 3L));
    assertThat(result.set("select tf, df, literal from phrases where phrase = '链长制'"))
        .containsExactly(Rows.row(3L, 2L, 3L));
    assertThat(result.texts("select distinct doc_id from document_terms order by doc_id"))
        .containsExactly("a/z.txt", "other.txt");
    assertThat(result.texts("select distinct doc_id from phrase_occurrences order by doc_id"))
        .containsExactly("a/z.txt", "other.txt");
    assertThat(result.texts("select distinct doc_id from sentences order by doc_id"))
        .containsExactly("a/z.txt", "other.txt");
    // Tokens are those of every document that was accepted.
    assertThat(result.number("select count(distinct doc_id) from tokens")).isEqualTo(6);
    assertThat(result.manifest()).contains("\"duplicated\": 4");
  }

  @Test
  void areCopiesOfWhatIsDescribedOrHasTheSimplerName() {
    Path notices = temp.resolve("notices");
    write(notices.resolve("通知 (1).txt"), "推进产业链建设。");
    write(notices.resolve("通知.txt"), "推进产业链建设。\r\n");
    write(notices.resolve("a.txt"), "实施河长制。");
    write(notices.resolve("实施河长制的通知.txt"), "　　实施河长制。");
    Path metadata = write(temp.resolve("meta.csv"), "file,date\n实施河长制的通知.txt,2022-03-05\n");
    Result result = job("result").over(notices).with("metadata", metadata).complete();
    assertThat(result.set("select doc_id, duplicate_of from documents"))
        .containsExactlyInAnyOrder(
            Rows.row("通知.txt", null),
            Rows.row("通知 (1).txt", "通知.txt"),
            Rows.row("实施河长制的通知.txt", null),
            Rows.row("a.txt", "实施河长制的通知.txt"));
    assertThat(result.number("select count(distinct text_key) from documents")).isEqualTo(2);
    assertThat(result.number("select count(distinct sha256) from documents")).isEqualTo(4);
  }

  @Test
  void areCountedEachTimeOnRequestAndNamedAllTheSame() {
    Result result = job("result").with("keepDuplicates", true).complete();
    assertThat(result.set("select tf, df, sf from terms where term = '链长制'"))
        .containsExactly(Rows.row(7L, 6L, 7L));
    assertThat(result.set("select tf, df, literal from phrases where phrase = '链长制'"))
        .containsExactly(Rows.row(7L, 6L, 7L));
    assertThat(result.number("select count(*) from documents where duplicate_of = 'a/z.txt'"))
        .isEqualTo(4);
  }

  @Test
  void ofAnIdAreRejectedAndOutOfAllTables() {
    write(
        corpus.resolve("e.jsonl"),
        "{\"id\": \"f\", \"text\": \"城市\"}\n{\"id\": \"f\", \"text\": \"数字经济。\"}\n{\"id\": \"e\", \"text\": \"数字经济！\"}\n");
    Result result = job("result").complete();
    assertThat(result.set("select uri, doc_id, stage, reason from rejections"))
        .containsExactly(
            Rows.row(corpus.resolve("e.jsonl").toString(), "e.jsonl#f", "admit", "duplicate_id"));
    assertThat(result.texts("select doc_id from tokens where term = '数字经济'"))
        .containsExactly("e.jsonl#e");
    assertThat(result.texts("select doc_id from document_terms where term = '数字经济'"))
        .containsExactly("e.jsonl#e");
    assertThat(result.texts("select doc_id from phrase_occurrences where phrase = '数字经济'"))
        .containsExactly("e.jsonl#e");
    assertThat(result.set("select tf, df from terms where term = '数字经济'"))
        .containsExactly(Rows.row(1L, 1L));
  }

  @Test
  void doNotHideATextBehindADocumentThatWasRefused() {
    // The text of the refused record stands nowhere else before; the later one must count.
    write(
        corpus.resolve("e.jsonl"),
        "{\"id\": \"f\", \"text\": \"城市\"}\n{\"id\": \"f\", \"text\": \"数字经济。\"}\n{\"id\": \"e\", \"text\": \"数字经济。\"}\n");
    Result result = job("result").complete();
    assertThat(result.set("select doc_id, duplicate_of from documents where uri like '%e.jsonl'"))
        .containsExactlyInAnyOrder(Rows.row("e.jsonl#e", null), Rows.row("e.jsonl#f", null));
    assertThat(result.set("select tf, df from terms where term = '数字经济'"))
        .containsExactly(Rows.row(1L, 1L));
  }

  @Tag("slow")
  @Test
  void areTheSameOnesHoweverTheWorkIsCut() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      lines.append("{\"id\": \"r%d\", \"text\": \"第%d号。%s\"}\n".formatted(i % 20, i % 7, TEXT));
    }
    write(corpus.resolve("many.jsonl"), lines.toString());
    List<Object> all = new ArrayList<>();
    for (int splitBytes : new int[] {300, 900, 1_000_000}) {
      Result result =
          job("cut-" + splitBytes)
              .with("splitBytes", splitBytes)
              .with("targetParallelism", 1 + splitBytes % 7)
              .with("buckets", 3)
              .complete();
      all.add(
          List.of(
              result.set("select doc_id, sha256, duplicate_of from documents"),
              result.set("select doc_id, detail, count(*) from rejections group by all"),
              result.set("select term, tf, df, sf, dp from terms")));
    }
    assertThat(all.get(1)).isEqualTo(all.get(0));
    assertThat(all.get(2)).isEqualTo(all.get(0));
    assertThat(all.get(0).toString()).contains("r19");
  }
}
