package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.gzip;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.pipeline.plan.SplitPlanner;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.transforms.model.FileSlice;

/** A file of records that is cut into ranges, or dealt in shares, yields what the whole yields. */
@Tag("slow")
class LargeJsonLinesTest {
  private static final int LINES = 2400;

  /** Every so many lines one is bad; a prime, so that it meets every place of a cut. */
  private static final int BAD = 37;

  private static final int LONG = 500;

  @TempDir static Path temp;
  private static Path plain;
  private static Path compressed;
  private static Result whole;

  @BeforeAll
  static void writeRecords() {
    StringBuilder lines = new StringBuilder("\uFEFF");
    for (int line = 1; line <= LINES; line++) {
      if (line % BAD == 0) {
        lines.append("{\"id\": ").append(line);
      } else if (line % BAD != 1) {
        String text = "第" + line + "条。推进产业链建设，实施链长制。";
        lines.append("{\"text\": \"");
        lines.append(line % LONG == 0 ? text.repeat(150) : text).append("\"}");
      }
      lines.append(line % 5 == 0 ? "\r\n" : "\n");
    }
    plain = write(temp.resolve("plain/records.jsonl"), lines.toString());
    compressed = write(temp.resolve("gzip/records.jsonl.gz"), gzip(lines.toString()));
    whole = job("whole", plain).with("splitBytes", 1L << 30).complete();
  }

  private static ZhengyuJob job(String name, Path input) {
    return ZhengyuJob.into(temp.resolve(name))
        .over(input)
        .with("tables", "documents,terms,document_terms,rejections,cooccurrences");
  }

  private static List<FileSlice> slices(Path file, long splitBytes)
      throws IOException, UsageException {
    return InputPlanner.with(SplitPlanner.forWorkers(2).withSplitBytes(splitBytes))
        .plan(file.toString())
        .splits()
        .stream()
        .flatMap(unit -> unit.slices().stream())
        .toList();
  }

  @Test
  void isReadWholeWithTheLinesOfItsRejections() {
    Set<String> badLines = new TreeSet<>();
    Set<String> ids = new TreeSet<>();
    for (int line = 1; line <= LINES; line++) {
      if (line % BAD == 0) {
        badLines.add("line " + line);
      } else if (line % BAD != 1) {
        ids.add("records.jsonl#" + line);
      }
    }
    assertThat(
            new TreeSet<>(
                whole.texts("select regexp_extract(detail, '^line [0-9]+') from rejections")))
        .isEqualTo(badLines);
    assertThat(new TreeSet<>(whole.texts("select doc_id from documents"))).isEqualTo(ids);
  }

  @Test
  void yieldsTheSameRowsInRanges() throws Exception {
    assertThat(slices(plain, 20_000)).hasSizeGreaterThan(7);
    Result cut = job("ranges", plain).with("splitBytes", 20_000).complete();
    for (String table : cut.tables()) {
      Table each = Tables.named(table);
      assertThat(cut.rows(each).equals(whole.rows(each))).as("rows of %s", table).isTrue();
    }
  }

  @Test
  void yieldsTheSameRowsInSharesOfACompressedStream() throws Exception {
    assertThat(slices(compressed, 5_000)).hasSizeGreaterThan(3);
    Result shares = job("shares", compressed).with("splitBytes", 5_000).complete();
    Result one = job("one", compressed).with("splitBytes", 1L << 30).complete();
    for (String table : shares.tables()) {
      Table each = Tables.named(table);
      assertThat(shares.rows(each).equals(one.rows(each))).as("rows of %s", table).isTrue();
    }
    String counts = "select term, tf, df, sf, dp from terms";
    assertThat(shares.set(counts)).isEqualTo(whole.set(counts));
    String details = "select reason, detail, bytes from rejections";
    assertThat(shares.set(details)).isEqualTo(whole.set(details));
  }

  @Test
  void isCutWhereALineIsLongerThanAUnit() throws Exception {
    List<FileSlice> slices = slices(plain, 1);
    assertThat(slices).hasSize(LINES);
    assertThat(slices.get(LINES - 1).firstLine()).isEqualTo(LINES);
  }
}
