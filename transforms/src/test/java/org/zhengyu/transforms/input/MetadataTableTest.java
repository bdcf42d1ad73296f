package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.apache.beam.sdk.util.SerializableUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.lexicon.InputFileException;

class MetadataTableTest {
  private static MetadataTable table(String... lines) throws InputFileException {
    return MetadataTable.parse(String.join("\n", lines).getBytes(UTF_8), "meta.csv");
  }

  private static String titleOf(MetadataTable table, String name) {
    Fields found = table.find(name);
    return found == null ? null : found.text(Fields.TITLE);
  }

  @ParameterizedTest
  @CsvSource({
    "2022/a.txt, exact path",
    "a.txt, exact name",
    "other/a.txt, exact name",
    "2021/b.txt.gz, path without ending",
    "2021/b.txt, path without ending",
    "b.txt, ",
    "2021/b, path without ending",
    "c.txt, name of a path",
    "elsewhere/c.txt, name of a path",
    "d.md, id without ending",
    "x/y/d.txt.gz, id without ending",
    "r-17, record",
    "r-18, ",
    ".hidden, ",
  })
  void findsADocumentByItsPathItsNameOrItsId(String name, String title) throws InputFileException {
    MetadataTable table =
        table(
            "file,id,title",
            "2022/a.txt,,exact path",
            "a.txt,,exact name",
            "2023/c.txt,,name of a path",
            ",2021/b,path without ending",
            ",d,id without ending",
            ",r-17,record");
    assertThat(titleOf(table, name)).isEqualTo(title);
    assertThat(table.size()).isEqualTo(6);
  }

  @Test
  void doesNotGuessWhichOfTwoFilesABareNameMeans() throws InputFileException {
    MetadataTable table =
        table("file,title", "a/x.txt,first", "b/x.txt,second", "c/x.txt,third", "d/y.txt,fourth");
    assertThat(titleOf(table, "x.txt")).isNull();
    assertThat(titleOf(table, "e/x.txt")).isNull();
    assertThat(titleOf(table, "b/x.txt")).isEqualTo("second");
    assertThat(titleOf(table, "e/y.txt")).isEqualTo("fourth");
  }

  @Test
  void findsAFileByItsBareNameWhateverTheIdsAre() throws InputFileException {
    MetadataTable table = table("file,id,title", "a/x.txt,2022/x.txt,both");
    assertThat(titleOf(table, "elsewhere/x.txt")).isEqualTo("both");
    assertThat(titleOf(table, "2022/x.txt")).isEqualTo("both");
  }

  @Test
  void takesRecordsOverSeveralLinesAndPassesOverEmptyOnes() throws InputFileException {
    MetadataTable table =
        table("file,title", "", "a.txt,\"上\n下\"", "", "b.txt", "c.txt,\"引\"\"号\"");
    assertThat(table.size()).isEqualTo(3);
    assertThat(titleOf(table, "a.txt")).isEqualTo("上\n下");
    assertThat(titleOf(table, "b.txt")).isNull();
    assertThat(titleOf(table, "c.txt")).isEqualTo("引\"号");
  }

  @Test
  void knowsChineseTitlesInTheEncodingOfExcel() throws InputFileException {
    byte[] bytes =
        "文件名,标题,发布日期\r\na.txt,关于加快建设六个城市的意见,2022-11-28\r\n".getBytes(Charset.forName("GBK"));
    MetadataTable table = MetadataTable.parse(bytes, "元数据.csv");
    assertThat(titleOf(table, "a.txt")).isEqualTo("关于加快建设六个城市的意见");
    assertThat(table.find("a.txt").text("date")).isEqualTo("2022-11-28");
  }

  @Test
  void readsPastAByteOrderMark() throws InputFileException {
    assertThat(titleOf(table("\uFEFFfile,title", "a.txt,题"), "a.txt")).isEqualTo("题");
  }

  @Test
  void findsNothingInTheEmptyTable() {
    assertThat(MetadataTable.EMPTY.find("a.txt")).isNull();
    assertThat(MetadataTable.EMPTY.size()).isZero();
  }

  @Test
  void travels() throws InputFileException {
    MetadataTable table = table("file,title", "a.txt,题");
    MetadataTable copy = SerializableUtils.clone(table);
    assertThat(copy).isEqualTo(table).hasSameHashCodeAs(table);
    assertThat(titleOf(copy, "a.txt")).isEqualTo("题");
    assertThat(copy.size()).isEqualTo(1);
    assertThat(copy.toBytes()).isEqualTo("file,title\na.txt,题".getBytes(UTF_8));
    assertThat(table).isNotEqualTo(MetadataTable.EMPTY);
  }

  @Test
  void saysInWhichLineItIsWrong() {
    refuses("meta.csv:1: no column named file or id", "name,title", "a.txt,题");
    refuses(
        "meta.csv:5: file “a.txt” stands in line 2 already",
        "file,title",
        "a.txt,\"上",
        "下\"",
        "b.txt,二",
        "a.txt,三");
    refuses("meta.csv:3: id “1” stands in line 2 already", "id,title", "1,一", "1,二");
    refuses("meta.csv:3: id “1” stands in line 2 already", "file,id", "1,a", "2,1");
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
    assertThat(titleOf(table("file,id,title", "a.txt,a.txt,题"), "a.txt")).isEqualTo("题");
  }
}
