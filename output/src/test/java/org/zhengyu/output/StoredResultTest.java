package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredResultTest {

  private static final String PAGE = "<html>" + ReportMark.ELEMENT + "</html>";
  private static final List<Table> TABLES = List.of(SampleTables.WORDS, SampleTables.COUNTS);

  @TempDir Path temp;

  private String output() {
    return temp.resolve("结果 [一]").toString();
  }

  private Path file(String name) {
    return temp.resolve("结果 [一]").resolve(name);
  }

  private Dataset begin() throws IOException {
    Dataset dataset = Dataset.open(output(), TABLES, true);
    dataset.begin();
    return dataset;
  }

  private static WrittenFile stage(Dataset dataset, String name, TableFile.Rows rows)
      throws IOException {
    Storage staged = Storage.file(dataset.stagingFile(name));
    TableFile file = TableFile.write(SampleTables.COUNTS, staged.resource(), rows);
    return new WrittenFile("counts", name, staged.toString(), file.rows(), file.bytes());
  }

  private static void count(RowWriter out, String docId, long tf, LocalDate day)
      throws IOException {
    out.setString(SampleTables.DOC_ID, docId);
    out.setString(SampleTables.COUNTED, "链长制");
    out.setLong(SampleTables.TF, tf);
    out.setDouble(SampleTables.SHARE, tf == 0 ? Double.NaN : 1.0 / tf);
    out.setString(SampleTables.STYLE, tf % 2 == 0 ? "plain" : "bold");
    out.setDate(SampleTables.DAY, day);
    out.setBoolean(SampleTables.IS_NEW, tf > 1);
    out.endRow();
  }

  private StoredResult write(Dataset dataset, WrittenFile... files) throws IOException {
    dataset.commit(TABLES, List.of(files), ManifestTest.ofNothing());
    return StoredResult.find(output()).orElseThrow();
  }

  private StoredResult ofTwoFiles() throws IOException {
    Dataset dataset = begin();
    return write(
        dataset,
        stage(
            dataset,
            "part-00000.parquet",
            out -> {
              count(out, "甲.txt", 2, LocalDate.of(2023, 10, 1));
              count(out, "乙.txt", 0, null);
            }),
        stage(dataset, "part-00001.parquet", out -> count(out, "丙.txt", 1, LocalDate.EPOCH)));
  }

  @Test
  void readsTheRowsOfAllFilesWithTheirTypesAndNulls() throws IOException {
    StoredTable counts = ofTwoFiles().table("counts").orElseThrow();
    List<List<Object>> rows = new ArrayList<>();
    counts.read(counts.columns(), row -> rows.add(Arrays.asList(row.values())));
    assertThat(counts.rows()).isEqualTo(3);
    assertThat(rows)
        .containsExactly(
            List.of("甲.txt", "链长制", 2L, 0.5, "plain", LocalDate.of(2023, 10, 1), true),
            Arrays.asList("乙.txt", "链长制", 0L, null, "plain", null, false),
            List.of("丙.txt", "链长制", 1L, 1.0, "bold", LocalDate.EPOCH, false));
  }

  @Test
  void givesColumnsInTheOrderInWhichTheyAreAskedFor() throws IOException {
    List<String> rows = new ArrayList<>();
    ofTwoFiles()
        .table("counts")
        .orElseThrow()
        .read(
            List.of("tf", "doc_id"), row -> rows.add(row.number(0) + row.text(1) + row.measure(0)));
    assertThat(rows).containsExactly("2甲.txt2.0", "0乙.txt0.0", "1丙.txt1.0");
  }

  @Test
  void keepsRowsTogetherWhenValuesBetweenAreNotAskedFor() throws IOException {
    Dataset dataset = begin();
    StoredResult result =
        write(
            dataset,
            stage(
                dataset,
                "part-00000.parquet",
                out -> {
                  for (int i = 0; i < 5000; i++) {
                    count(out, i + ".txt", i % 3, i % 5 == 0 ? null : LocalDate.ofEpochDay(i));
                  }
                }));
    List<Object> found = new ArrayList<>();
    result
        .table("counts")
        .orElseThrow()
        .read(
            List.of("doc_id", "share", "day", "style"),
            row -> {
              if (row.text(0).endsWith("77.txt")) {
                found.addAll(Arrays.asList(row.values()));
              }
            });
    assertThat(found).hasSize(50 * 4);
    assertThat(found.subList(4, 8))
        .containsExactly("177.txt", null, LocalDate.ofEpochDay(177), "plain");
  }

  @Test
  void findsNothingWhereNoRunWasCompleted() throws IOException {
    assertThat(StoredResult.find(output())).isEmpty();
    ofTwoFiles();
    Files.delete(file("_SUCCESS"));
    assertThat(StoredResult.find(output())).isEmpty();
  }

  @Test
  void hasNoTableThatIsNotThere() throws IOException {
    assertThat(ofTwoFiles().table("candidates")).isEmpty();
  }

  @Test
  void writesAReportAndAnotherInItsPlace() throws IOException {
    StoredResult result = ofTwoFiles();
    result.writeReport(PAGE);
    result.writeReport(PAGE + "again");
    assertThat(file("report.html")).content().isEqualTo(PAGE + "again");
    assertThat(temp.resolve("结果 [一]").toFile().list())
        .noneMatch(name -> name.startsWith("_incomplete") || name.equals("_lock"));
  }

  @Test
  void leavesAReportThatIsNoneOfOurs() throws IOException {
    StoredResult result = ofTwoFiles();
    Files.writeString(file("report.html"), "mine");
    assertThatThrownBy(() -> result.writeReport(PAGE))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("report.html");
    assertThat(file("report.html")).content().isEqualTo("mine");
  }

  @Test
  void writesNoReportOfAResultThatWasReplaced() throws IOException {
    StoredResult result = ofTwoFiles();
    begin().commit(TABLES, List.of(), ManifestTest.ofNothing(1));
    assertThatThrownBy(() -> result.writeReport(PAGE))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("another run");
    assertThat(file("report.html")).doesNotExist();
  }

  @Test
  void aNewResultTakesTheReportOfTheOldOneAway() throws IOException {
    ofTwoFiles().writeReport(PAGE);
    begin().commit(TABLES, List.of(), ManifestTest.ofNothing(1));
    assertThat(file("report.html")).doesNotExist();
  }

  @Test
  void aRunLeavesAFolderWithAStrangersReport() throws IOException {
    ofTwoFiles();
    Files.writeString(file("report.html"), "mine");
    assertThatThrownBy(() -> Dataset.open(output(), TABLES, true))
        .isInstanceOf(OutputRefusedException.class)
        .hasMessageContaining("report.html");
  }
}
