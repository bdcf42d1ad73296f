package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.gzip;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;

/** What cannot be read becomes a row that says why; everything else is read all the same. */
class RejectionsTest {
  private static final byte[] BINARY = {0, 1, 2, 3, (byte) 0xFF, (byte) 0xFE, 0, 0, 1, 1, 1, 2};
  private static final String SENTENCE = "推进产业链建设，实施链长制。";

  @TempDir static Path temp;
  private static Path corpus;
  private static ZhengyuJob.Ended ended;
  private static Result result;

  @BeforeAll
  static void runOverBadInput() {
    corpus = temp.resolve("corpus");
    write(corpus.resolve("good.txt"), SENTENCE);
    write(corpus.resolve("binary.txt"), BINARY);
    byte[] compressed = gzip((SENTENCE + "一二三四五六七八九十").repeat(300));
    write(corpus.resolve("truncated.txt.gz"), Arrays.copyOf(compressed, compressed.length / 2));
    byte[] corrupt = gzip(randomLookingText());
    Arrays.fill(corrupt, 30, 60, (byte) 0xAA);
    write(corpus.resolve("corrupt.txt.gz"), corrupt);
    write(corpus.resolve("plain.txt.gz"), SENTENCE);
    write(
        corpus.resolve("lines.jsonl"),
        String.join(
            "\n",
            "{\"id\": \"first\", \"text\": \"" + SENTENCE + "\"}",
            "",
            "{\"id\": \"broken\", \"text\": ",
            "[1, 2]",
            "{\"id\": \"no-text\", \"title\": \"x\"}",
            "{\"id\": \"number\", \"text\": 7}",
            "{\"id\": \"two\", \"text\": \"x\"} {\"id\": \"three\", \"text\": \"x\"}",
            "{\"id\": \"first\", \"text\": \"再次" + SENTENCE + "\"}",
            "{\"id\": \"surrogate\", \"text\": \"" + SENTENCE + "\\uD800推进\\uDC00\"}",
            "{\"id\": \"last\", \"text\": \"城市更新。" + SENTENCE + "\"}"));
    write(corpus.resolve("untitled.csv"), "id,summary\na," + SENTENCE + "\n");
    write(
        corpus.resolve("ragged.csv"),
        "id,title,text\nwhole,t,城市更新。\nshort,t\n\"over\ntwo lines\",t,数字经济。\nlong,t,x,y\nend,t,乡村振兴。\n");
    write(corpus.resolve("quotes.csv"), "id,text\nbefore,环境保护。\nafter,\"never closed\nx,y\n");
    ended = ZhengyuJob.into(temp.resolve("result")).over(corpus).run();
    result = ended.result();
  }

  /** Text that compresses to many bytes, so that there are some to spoil. */
  private static String randomLookingText() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.append((char) (0x4E00 + i * 7919 % 5000));
    }
    return text.toString();
  }

  private static List<Object> rejectionOf(String name) {
    List<List<Object>> rows =
        result.query(
            "select stage, reason, detail, doc_id, bytes from rejections where uri = '"
                + corpus.resolve(name)
                + "'");
    assertThat(rows).as("rejections of %s", name).hasSize(1);
    return rows.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "binary.txt, decode, undecodable",
    "truncated.txt.gz, read, truncated_gzip",
    "corrupt.txt.gz, read, corrupt_gzip",
    "plain.txt.gz, read, corrupt_gzip",
    "untitled.csv, parse, missing_text",
    "quotes.csv, parse, invalid_csv",
  })
  void giveStageReasonAndDetailOfAFile(String name, String stage, String reason) {
    List<Object> row = rejectionOf(name);
    assertThat(row.subList(0, 2)).containsExactly(stage, reason);
    assertThat((String) row.get(2)).isNotBlank().doesNotContain("\n");
    assertThat((Long) row.get(4)).isPositive();
  }

  @Test
  void giveTheLineOfARecord() {
    assertThat((String) rejectionOf("untitled.csv").get(2)).contains("line 1", "text");
    assertThat((String) rejectionOf("quotes.csv").get(2)).contains("line 3");
    assertThat(
            result.set(
                "select doc_id, reason, regexp_extract(detail, 'line [0-9]+') from rejections"
                    + " where uri like '%ragged.csv'"))
        .containsExactlyInAnyOrder(
            Rows.row("ragged.csv#short", "missing_text", "line 3"),
            Rows.row("ragged.csv#long", "invalid_csv", "line 6"));
    assertThat(
            result.set(
                "select doc_id, stage, reason, regexp_extract(detail, 'line [0-9]+')"
                    + " from rejections where uri like '%lines.jsonl'"))
        .containsExactlyInAnyOrder(
            Rows.row(null, "parse", "invalid_json", "line 3"),
            Rows.row(null, "parse", "invalid_json", "line 4"),
            Rows.row("lines.jsonl#no-text", "parse", "missing_text", "line 5"),
            Rows.row("lines.jsonl#number", "parse", "missing_text", "line 6"),
            Rows.row(null, "parse", "invalid_json", "line 7"),
            Rows.row("lines.jsonl#first", "admit", "duplicate_id", ""));
  }

  /** In bytes where a file is read by lines, in characters in a table, else that of the file. */
  @Test
  void givePlacesByWhichTheyDiffer() throws IOException {
    byte[] lines = Files.readAllBytes(corpus.resolve("lines.jsonl"));
    String asLatin1 = new String(lines, ISO_8859_1);
    assertThat(offsets("lines.jsonl"))
        .containsExactly(
            asLatin1.indexOf("{\"id\": \"broken\""),
            asLatin1.indexOf("[1, 2]"),
            asLatin1.indexOf("{\"id\": \"no-text\""),
            asLatin1.indexOf("{\"id\": \"number\""),
            asLatin1.indexOf("{\"id\": \"two\""),
            asLatin1.lastIndexOf("{\"id\": \"first\""));
    String table = Files.readString(corpus.resolve("ragged.csv"));
    assertThat(offsets("ragged.csv"))
        .containsExactly(table.indexOf("short"), table.indexOf("long"));
    assertThat(offsets("binary.txt")).containsExactly(0);
  }

  private static List<Integer> offsets(String name) {
    return result
        .texts(
            "select record_offset from rejections where uri = '%s' order by 1"
                .formatted(corpus.resolve(name)))
        .stream()
        .map(Integer::valueOf)
        .toList();
  }

  @Test
  void nameTheFileOfTheDocumentThatHasTheIdAlready() {
    assertThat(result.texts("select detail from rejections where reason = 'duplicate_id'"))
        .singleElement()
        .asString()
        .contains(corpus.resolve("lines.jsonl").toString());
  }

  @Test
  void leaveEverythingElseAccepted() {
    assertThat(result.texts("select doc_id from documents order by doc_id"))
        .containsExactly(
            "good.txt",
            "lines.jsonl#first",
            "lines.jsonl#last",
            "lines.jsonl#surrogate",
            "quotes.csv#before",
            "quotes.csv#x",
            "ragged.csv#end",
            "ragged.csv#over\ntwo lines",
            "ragged.csv#whole");
    // The first of two records with one id counts, whole, and the other nowhere.
    assertThat(
            result.texts(
                "select form from tokens where doc_id = 'lines.jsonl#first' order by sentence, position"))
        .containsExactlyElementsOf(
            result.texts(
                "select form from tokens where doc_id = 'good.txt' order by sentence, position"));
  }

  @Test
  void leaveTextWithLoneSurrogatesReadable() {
    assertThat(
            result.texts(
                "select string_agg(form, ' ' order by sentence, position) from tokens where doc_id"
                    + " = 'lines.jsonl#surrogate'"))
        .singleElement()
        .asString()
        .contains("推进", "链长制");
  }

  @Test
  void areCountedByReasonAtTheEnd() {
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.out().lines().findFirst().orElseThrow())
        .contains("9 documents", "14 rejected");
    assertThat(ended.out())
        .contains(
            "3 invalid_json",
            "4 missing_text",
            "2 invalid_csv",
            "2 corrupt_gzip",
            "1 truncated_gzip",
            "1 undecodable",
            "1 duplicate_id");
    assertThat(result.number("select count(*) from rejections")).isEqualTo(14);
    assertThat(result.manifest()).contains("\"rejected\": 14", "\"missing_text\": 4");
  }

  @Test
  void failTheRunWhenThereAreMoreThanAllowedButLeaveTheTables() {
    Path output = temp.resolve("too-many");
    ZhengyuJob job = ZhengyuJob.into(output).over(corpus);
    ZhengyuJob.Ended failed = job.with("maxRejectedFraction", 0.1).run();
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.err()).contains("--maxRejectedFraction").contains("0.6087");
    assertThat(failed.result().rows(Tables.REJECTIONS)).hasSize(14);
    // 14 of 23: as many as allowed are not too many.
    ZhengyuJob.Ended allowed =
        job.with("maxRejectedFraction", 0.6087).with("overwrite", true).run();
    assertThat(allowed.exitCode()).isZero();
  }

  @Test
  void keepTheRecordsBeforeTheEndOfATruncatedStream() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 3000; i++) {
      lines.append("{\"id\": \"r%d\", \"text\": \"第%d条。推进建设。\"}\n".formatted(i, i * 7919));
    }
    byte[] compressed = gzip(lines.toString());
    Path file =
        write(
            temp.resolve("truncated/records.jsonl.gz"),
            Arrays.copyOf(compressed, compressed.length * 3 / 4));
    for (long splitBytes : new long[] {0, 2000}) {
      Result cut =
          ZhengyuJob.into(temp.resolve("truncated-" + splitBytes))
              .over(file)
              .with("splitBytes", splitBytes)
              .with("tables", "documents,rejections")
              .complete();
      long accepted = cut.number("select count(*) from documents");
      assertThat(accepted).isBetween(1500L, 2999L);
      assertThat(cut.number("select max(cast(substr(doc_id, 2) as int)) from documents"))
          .isEqualTo(accepted - 1);
      assertThat(cut.texts("select stage || ' ' || reason from rejections"))
          .containsExactly("read truncated_gzip");
    }
  }

  @Test
  void doNotComeFromEmptyDocuments() {
    Path empty = temp.resolve("empty");
    write(empty.resolve("nothing.txt"), "");
    write(empty.resolve("white.txt"), " \n\t\u3000\r\n");
    write(empty.resolve("marks.txt"), "。……！\n——\n");
    write(empty.resolve("mark.txt"), new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
    write(empty.resolve("record.jsonl"), "{\"id\": \"r\", \"text\": \"\"}\n");
    ZhengyuJob.Ended run =
        ZhengyuJob.into(temp.resolve("empty-result"))
            .over(empty)
            .with("units", "sentence,paragraph,document,window")
            .run();
    assertThat(run.exitCode()).as(run.err()).isZero();
    Result none = run.result();
    assertThat(none.set("select doc_id, tokens, types, sentences, paragraphs from documents"))
        .containsExactlyInAnyOrder(
            Rows.row("nothing.txt", 0L, 0L, 0L, 0L),
            Rows.row("white.txt", 0L, 0L, 0L, 0L),
            Rows.row("marks.txt", 0L, 0L, 0L, 0L),
            Rows.row("mark.txt", 0L, 0L, 0L, 0L),
            Rows.row("r", 0L, 0L, 0L, 0L));
    assertThat(none.number("select count(*) from documents where duplicate_of is not null"))
        .as("empty documents that repeat another")
        .isZero();
    assertThat(none.number("select count(*) from phrases")).isEqualTo(Seeds.lexicon().size());
    for (Table table : Tables.all()) {
      if (!Set.of(
              Tables.DOCUMENTS,
              Tables.TEXTS,
              Tables.REUSE,
              Tables.PHRASES,
              Tables.CATEGORIES,
              Tables.KEYNESS)
          .contains(table)) {
        assertThat(none.rows(table)).as("%s", table).isEmpty();
      }
    }
    assertThat(run.out()).contains("5 documents", "5 empty", "0 tokens");
  }
}
