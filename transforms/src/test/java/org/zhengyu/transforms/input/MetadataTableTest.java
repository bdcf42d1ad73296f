package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.lexicon.InputFileException;

class MetadataTableTest {
  private static MetadataTable table(String... lines) throws InputFileException {
    return MetadataTable.parse(String.join("\n", lines).getBytes(UTF_8), "meta.csv");
  }

  private static String title(MetadataTable.Row found) {
    return found == null ? null : found.fields().text(Fields.TITLE);
  }

  /** The titles of files, joined together, in their order. */
  private static List<String> titles(MetadataTable table, String... files) {
    MetadataTable joined = table.joinedTo(List.of(files));
    return Stream.of(files).map(file -> title(joined.ofFile(file))).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2022/a.txt, exact path",
    "a.txt, exact name",
    "2021/b.txt.gz, path without ending",
    "2021/b.txt, path without ending",
    "b.txt, ",
    "c.txt, name of a path",
    "elsewhere/c.txt, name of a path",
    "archive/2023/c.txt, name of a path",
    "d.md, id without ending",
    "x/y/d.txt.gz, id without ending",
    "2020/山东.TXT, backslashes",
    "里/café.txt, composed",
    ".hidden, ",
  })
  void findsAFileByItsPathOrItsName(String name, String title) throws InputFileException {
    MetadataTable table =
        table(
            "file,id,title",
            "2022/a.txt,,exact path",
            "a.txt,,exact name",
            "2023/c.txt,,name of a path",
            ",2021/b,path without ending",
            ",d,id without ending",
            "2020\\山东.txt,,backslashes",
            "cafe\u0301.txt,,composed",
            ",r-17,record");
    assertThat(titles(table, name)).containsExactly(title);
    assertThat(title(table.ofRecord("r-17", "x.jsonl#r-17", "x.jsonl"))).isEqualTo("record");
    assertThat(table.ofRecord("r-18", "x.jsonl#r-18", "x.jsonl")).isNull();
    assertThat(table.size()).isEqualTo(8);
  }

  @Test
  void joinsNothingWhereSeveralFitEquallyWell() throws InputFileException {
    MetadataTable table =
        table("file,title", "a/x.txt,first", "b/x.txt,second", "y.txt,third", "c/z.txt,fourth");
    MetadataTable joined =
        table.joinedTo(List.of("d/x.txt", "north/y.txt", "south/y.txt", "e/z.txt"));
    assertThat(title(joined.ofFile("d/x.txt"))).isNull();
    assertThat(title(joined.ofFile("north/y.txt"))).isNull();
    assertThat(title(joined.ofFile("south/y.txt"))).isNull();
    assertThat(title(joined.ofFile("e/z.txt"))).isEqualTo("fourth");
    assertThat(joined.ambiguous()).containsExactly("a/x.txt", "b/x.txt", "y.txt");
  }

  @Test
  void takesTheSurestOfSeveralWaysToFit() throws InputFileException {
    MetadataTable table = table("file,title", "x.txt,root", "b/x.txt,folder");
    assertThat(titles(table, "x.txt", "a/b/x.txt")).containsExactly("root", "folder");
    assertThat(titles(table, "x.txt", "b/x.txt", "c/x.txt"))
        .containsExactly("root", "folder", null);
    assertThat(titles(table, "b/x.txt", "c/x.txt")).containsExactly("folder", null);
    assertThat(table.joinedTo(List.of("b/x.txt", "c/x.txt")).ambiguous()).containsExactly("x.txt");
  }

  @Test
  void keepsWhatIsAboutFilesAndItsNumbers() throws InputFileException {
    MetadataTable table =
        table("file,title", "gone.txt,none", "b.txt,second", "a.txt,first", "x/c.txt,", "z/c.txt,");
    MetadataTable joined = table.joinedTo(List.of("a.txt", "b.txt", "y/c.txt"));
    MetadataTable ofFiles = SerializableUtils.clone(joined.ofFilesOnly());
    assertThat(ofFiles.size()).isEqualTo(2);
    assertThat(title(ofFiles.ofFile("a.txt"))).isEqualTo("first");
    assertThat(title(ofFiles.ofFile("b.txt"))).isEqualTo("second");
    assertThat(ofFiles.ofFile("y/c.txt")).isNull();
    assertThat(ofFiles.ofFile("a.txt").number()).isEqualTo(2);
    assertThat(ofFiles.ofFile("b.txt").number()).isEqualTo(1);
    assertThat(ofFiles.ambiguous()).isEqualTo(joined.ambiguous());
    assertThat(MetadataTable.EMPTY.joinedTo(List.of("a.txt")).ofFilesOnly().size()).isZero();
  }

  @Test
  void findsEveryOneOfManyRecords() throws InputFileException {
    int count = 20_000;
    String[] lines = new String[count + 1];
    lines[0] = "file,id,title";
    for (int i = 0; i < count; i++) {
      lines[i + 1] = (i % 2 == 0 ? "第%d号.txt,," : ",r-%d,").formatted(i) + i;
    }
    MetadataTable table = SerializableUtils.clone(table(lines));
    for (int i = 0; i < count; i++) {
      MetadataTable.Row row =
          i % 2 == 0
              ? table.ofFile("第" + i + "号.txt")
              : table.ofRecord("r-" + i, "x.jsonl#r-" + i, "x.jsonl");
      assertThat(title(row)).isEqualTo(String.valueOf(i));
      assertThat(row.number()).isEqualTo(i);
    }
    assertThat(table.ofFile("第1号.txt")).isNull();
  }

  @Test
  void describesEveryRecordOfAFileThatItNames() throws InputFileException {
    MetadataTable table =
        table("file,id,title", "a.jsonl,,whole", ",a.jsonl#2,second", "b.csv,1,of b")
            .joinedTo(List.of("a.jsonl", "b.csv"));
    assertThat(title(table.ofRecord("1", "a.jsonl#1", "a.jsonl"))).isEqualTo("whole");
    assertThat(title(table.ofRecord(null, "a.jsonl#2", "a.jsonl"))).isEqualTo("second");
    assertThat(title(table.ofRecord("1", "b.csv#1", "b.csv"))).isEqualTo("of b");
    assertThat(table.ofRecord("2", "b.csv#2", "b.csv")).isNull();
  }

  @Test
  void takesRecordsOverSeveralLinesAndPassesOverEmptyOnes() throws InputFileException {
    MetadataTable table =
        table("file,title", "", "a.txt,\"上\n下\"", "", "b.txt", "c.txt,\"引\"\"号\"");
    assertThat(table.size()).isEqualTo(3);
    assertThat(title(table.ofFile("a.txt"))).isEqualTo("上\n下");
    assertThat(title(table.ofFile("b.txt"))).isNull();
    assertThat(title(table.ofFile("c.txt"))).isEqualTo("引\"号");
  }

  @Test
  void knowsChineseTitlesInTheEncodingOfExcel() throws InputFileException {
    byte[] bytes =
        "文件名,标题,发布日期\r\na.txt,关于加快建设六个城市的意见,2022-11-28\r\n".getBytes(Charset.forName("GBK"));
    MetadataTable table = MetadataTable.parse(bytes, "元数据.csv");
    assertThat(title(table.ofFile("a.txt"))).isEqualTo("关于加快建设六个城市的意见");
    assertThat(table.ofFile("a.txt").fields().text("date")).isEqualTo("2022-11-28");
  }

  @Test
  void readsPastAByteOrderMark() throws InputFileException {
    assertThat(title(table("\uFEFFfile,title", "a.txt,题").ofFile("a.txt"))).isEqualTo("题");
  }

  @Test
  void findsNothingInTheEmptyTable() {
    assertThat(MetadataTable.EMPTY.ofFile("a.txt")).isNull();
    assertThat(MetadataTable.EMPTY.size()).isZero();
  }

  @Test
  void travels() throws InputFileException {
    MetadataTable table = table("file,title", "a.txt,题");
    MetadataTable copy = SerializableUtils.clone(table);
    assertThat(copy).isEqualTo(table).hasSameHashCodeAs(table);
    assertThat(title(copy.ofFile("a.txt"))).isEqualTo("题");
    assertThat(copy.size()).isEqualTo(1);
    assertThat(table).isNotEqualTo(MetadataTable.EMPTY);
  }

  @Test
  void saysInWhichLineItIsWrong() {
    refuses("meta.csv:1: no column named file or id", "name,title", "a.txt,题");
    refuses(
        "meta.csv:5: “a.txt” stands in line 2 already",
        "file,title",
        "a.txt,\"上",
        "下\"",
        "b.txt,二",
        "a.txt,三");
    refuses("meta.csv:3: “1” stands in line 2 already", "id,title", "1,一", "1,二");
    refuses("meta.csv:3: “1” stands in line 2 already", "file,id", "1,a", "2,1");
    refuses(
        "meta.csv:4: 3 fields where the header has 2 columns",
        "file,title",
        "a.txt,\"上",
        "下\"",
        "b.txt,二,三");
    assertThatThrownBy(() -> table("file,id", "a,1", "b,2", "c,\"没有结束"))
        .isInstanceOf(InputFileException.class)
        .hasMessageStartingWith("meta.csv:4: the quotation marks of field 2 do not match");
    assertThatThrownBy(() -> MetadataTable.parse(new byte[] {'%', 'P', 'D', 'F', '-'}, "meta.csv"))
        .isInstanceOf(InputFileException.class)
        .hasMessageContaining("PDF");
  }

  private static void refuses(String message, String... lines) {
    assertThatThrownBy(() -> table(lines))
        .isInstanceOf(InputFileException.class)
        .hasMessage(message);
  }

  @Test
  void letsFileAndIdOfOneRecordBeTheSame() throws InputFileException {
    assertThat(title(table("file,id,title", "a.txt,a.txt,题").ofFile("a.txt"))).isEqualTo("题");
  }
}
