package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The header and the records of a table, for documents and for metadata. */
class RecordTableTest {
  private static RecordTable table(String... lines) throws InvalidCsvException {
    return new RecordTable(String.join("\n", lines), ',');
  }

  /** The titles of all records, each with the line and the character where it begins. */
  private static List<String> titles(RecordTable table) throws InvalidCsvException {
    List<String> titles = new ArrayList<>();
    while (table.next()) {
      titles.add(table.line() + "@" + table.offset() + " " + table.fields().text(Fields.TITLE));
    }
    return titles;
  }

  @Test
  void knowsColumnsByTheirUsualNames() throws InvalidCsvException {
    assertThat(table("文件名, Title ,全文,页数").columns()).containsExactly("file", "title", "text", "页数");
    assertThat(new RecordTable("ID\t题目\t正文", '\t').columns())
        .containsExactly("id", "title", "text");
  }

  @Test
  void hasNoColumnsWhereThereIsNoRecord() throws InvalidCsvException {
    RecordTable table = table("");
    assertThat(table.columns()).isEmpty();
    assertThat(table.next()).isFalse();
  }

  @Test
  void saysWhereEachRecordBeginsAndPassesOverBlankLines() throws InvalidCsvException {
    RecordTable table = table("id,title", "1,一", "", "2,\"上", "", "下\"", " ", ",三", "4,四");
    assertThat(titles(table)).containsExactly("2@9 一", "4@14 上\n\n下", "8@25 三", "9@28 四");
    assertThat(table.next()).isFalse();
  }

  @Test
  void takesALineThatIsBlankForARecordOnlyWithASecondField() throws InvalidCsvException {
    RecordTable table = table("title", " ", "", "\"\"", "一");
    assertThat(titles(table)).containsExactly("5@12 一");
    assertThat(titles(table("id,title", " , "))).containsExactly("2@9 null");
  }

  @Test
  void keepsTheTextApartFromTheOtherFields() throws InvalidCsvException {
    RecordTable table = table("id,text,title", "1, 甲 ,一", "2", "3,丙,三,多");
    assertThat(table.next()).isTrue();
    assertThat(table.text()).isEqualTo(" 甲 ");
    assertThat(table.fields().get(Fields.TEXT)).isNull();
    assertThat(table.fields().text(Fields.TITLE)).isEqualTo("一");
    assertThat(table.next()).isTrue();
    assertThat(table.size()).isEqualTo(1);
    assertThat(table.text()).isNull();
    assertThat(table.fields().text(Fields.ID)).isEqualTo("2");
    assertThat(table.next()).isTrue();
    assertThat(table.size()).isEqualTo(4);
    assertThat(table.fields().text(Fields.TITLE)).isEqualTo("三");
  }

  @Test
  void saysInWhichLineTheRecordBeginsThatDoesNotEnd() throws InvalidCsvException {
    RecordTable table = table("id,title", "1,\"一", "\"", "2,\"二", "3,三");
    assertThat(table.next()).isTrue();
    assertThatExceptionOfType(InvalidCsvException.class)
        .isThrownBy(table::next)
        .satisfies(e -> assertThat(e.line()).isEqualTo(4));
    assertThatExceptionOfType(InvalidCsvException.class)
        .isThrownBy(() -> table("\"id,title", "1,一"))
        .satisfies(e -> assertThat(e.line()).isEqualTo(1));
  }
}
