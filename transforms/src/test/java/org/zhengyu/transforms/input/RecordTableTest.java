package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header and the records of a table, for documents and for metadata. */
class RecordTableTest {
  private static RecordTable table(String... lines) throws InvalidCsvException {
    return table(',', lines);
  }

  private static RecordTable table(char usual, String... lines) throws InvalidCsvException {
    return new RecordTable(
        String.join("\n", lines), usual, FieldNames.USUAL, RecordTableTest::isLookedFor);
  }

  private static boolean isLookedFor(List<String> columns) {
    return columns.contains(Fields.ID) || columns.contains(Fields.TEXT);
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
    assertThat(table('\t', "ID\t题目\t正文").columns()).containsExactly("id", "title", "text");
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
  void passesOverRecordsOfWhichAllFieldsAreBlank() throws InvalidCsvException {
    RecordTable table = table("title", " ", "", "\"\"", "一");
    assertThat(titles(table)).containsExactly("5@12 一");
    assertThat(titles(table("id,title", " , ", ",", "1,一"))).containsExactly("4@15 一");
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
  void saysInWhichLineTheRecordBeginsThatDoesNotEndAndGoesOn() throws InvalidCsvException {
    RecordTable table = table("id,title", "1,\"一", "\"", "2,\"二", "3,三");
    assertThat(table.next()).isTrue();
    assertThatExceptionOfType(InvalidCsvException.class)
        .isThrownBy(table::next)
        .withMessage(
            "the quotation marks of field 2 do not match: 1 record left out, reading went on in"
                + " line 5")
        .satisfies(e -> assertThat(e.line()).isEqualTo(4));
    assertThat(titles(table)).containsExactly("5@21 三");
  }

  @Test
  void saysSoWhereNothingFollowsARecordThatDoesNotEnd() throws InvalidCsvException {
    RecordTable table = table("id,title", "1,一", "2,\"二", "");
    assertThat(table.next()).isTrue();
    assertThatExceptionOfType(InvalidCsvException.class)
        .isThrownBy(table::next)
        .withMessage(
            "the quotation marks of field 2 do not match: 1 record left out, to the end of the"
                + " text")
        .satisfies(
            e -> assertThat(e.problem().chinese()).isEqualTo("第 2 个字段的引号没有配对：略去 1 条记录，直至文末"));
  }

  /** The texts of all records; a broken one is its line and how many it took. */
  private static List<String> texts(char usual, String table) throws InvalidCsvException {
    RecordTable records = table(usual, table);
    List<String> texts = new ArrayList<>();
    while (true) {
      try {
        if (!records.next()) {
          return texts;
        }
        texts.add(records.text());
      } catch (InvalidCsvException e) {
        Matcher taken = TAKEN.matcher(e.getMessage());
        assertThat(taken.find()).isTrue();
        texts.add("!" + e.line() + ":" + taken.group(1));
      }
    }
  }

  private static final Pattern TAKEN = Pattern.compile(": (\\d+) records? left out");

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "1,甲\\n2,\"他说\"好\"。\"\\n3,丙 => 甲|他说\"好\"。|丙",
        "1,\"他说\"好\"\"\\n2,乙 => 他说\"好\"|乙",
        "1,\"\"好\"，他说\"\\n2,乙 => \"好\"，他说|乙",
        "1,\"他说\"好\",又说\"走\"。\"\\n2,乙 => 他说\"好\",又说\"走\"。|乙",
        "1,\"上\"中\"\\n下\"好\"。\"\\n2,乙 => 上\"中\"\\n下\"好\"。|乙",
        "1,\"他说\"好\"。\"\\n2,\"又\"好\"。\"\\n3,\"还\"好\"。\" => 他说\"好\"。|又\"好\"。|还\"好\"。",
        "1,\"链长制\"是什么？\\n2,乙 => \"链长制\"是什么？|乙",
        "1,\"没有结束\\n2,乙\\n3,丙 => !2:1|乙|丙",
        "1,\"没有结束\\n2,\"乙\"\\n3,丙 => !2:1|乙|丙",
        "1,\"没有结束\\n还是它\\n2,乙\\n3,\"丙\" => !2:1|乙|丙",
        "1,甲\\n2,\"没有结束 => 甲|!3:1",
        "1,\"屏幕15\"大\"\\n2,乙 => 屏幕15\"大|乙",
        "1, \"甲,乙\" \\n2,丙 => 甲,乙|丙",
        "1,\"他说\\\\\"好\\\\\"，走\"\\n2,乙 => 他说\"好\"，走|乙",
        "1,\"他说\\\\\"好\\\\\"\"\\n2,\"一\\\\n二\" => 他说\"好\"|一\\n二",
        "1,甲\\\\,乙\\n2,丙 => 甲,乙|丙",
      })
  void readsWhatIsPlainlyMeant(String records, String texts) throws InvalidCsvException {
    String plain = unescaped(records);
    assertThat(texts(',', "id,text\n" + plain)).isEqualTo(List.of(unescaped(texts).split("\\|")));
    if (plain.indexOf('\\') < 0) {
      String crLf = plain.replace("\n", "\r\n");
      assertThat(texts(',', "id,text\r\n" + crLf))
          .isEqualTo(List.of(unescaped(texts).replace("\n", "\r\n").split("\\|")));
    }
  }

  /** {@code \n} is a line end, {@code \\} a backslash. */
  private static String unescaped(String text) {
    return text.replace("\\\\", "\0").replace("\\n", "\n").replace("\0", "\\");
  }

  @Test
  void readsAFieldWithAFaultWhereverItStands() throws InvalidCsvException {
    RecordTable table =
        table("id,title,text", "1,\"关于\"链长制\"的通知\",\"甲,\"\"乙\"\"\"", "2,\"一\",\"\"好\"\"");
    assertThat(table.next()).isTrue();
    assertThat(table.fields().text(Fields.TITLE)).isEqualTo("关于\"链长制\"的通知");
    assertThat(table.text()).isEqualTo("甲,\"乙\"");
    assertThat(table.next()).isTrue();
    assertThat(table.text()).isEqualTo("\"好\"");
  }

  @Test
  void readsManyLongRecordsOfWhichEveryLineHasAFault() throws InvalidCsvException {
    String text = "他说\"好\"，又说\"走\"。\n".repeat(30);
    StringBuilder table = new StringBuilder("id,text\n");
    for (int i = 0; i < 200; i++) {
      table.append(i).append(",\"").append(text).append("\"\n");
    }
    assertThat(texts(',', table.toString())).hasSize(200).containsOnly(text);
  }

  @Test
  void readsMarksOfATableWithTabsAsTheyStand() throws InvalidCsvException {
    assertThat(
            texts('\t', "id\ttext\n1\t\"链长制\"是什么？\n2\t\"没有结束\n3\t\"六个城市\"与\"链长制\"\n4\t有头\"\n5\t戊"))
        .containsExactly("\"链长制\"是什么？", "\"没有结束", "\"六个城市\"与\"链长制\"", "有头\"", "戊");
    assertThat(texts('\t', "id\ttext\n1\t\"上\n下\"\n2\t\"他说\"\"好\"\"\"\n"))
        .containsExactly("上\n下", "他说\"好\"");
    assertThat(texts('\t', "id\ttext\n1\t第一段\\n第二段\\\\n\n2\t\\N"))
        .containsExactly("第一段\n第二段\\n", "");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sep=,\nid,text\n1,甲\n2,乙",
        "sep=;\r\nid;text\r\n1;甲\r\n2;乙",
        "id;text\n1;甲\n2;乙",
        "id\ttext\n1\t甲\n2\t乙",
        "id|text\n1|甲\n2|乙",
        "2022年文件汇总\nid,text\n1,甲\n2,乙",
        "2022年文件汇总,\n,\n单位：件,\nid,text\n1,甲\n2,乙",
        "id,text,,\n1,甲,,\n2,乙,,\n,,,\n",
        "id,text,title\n1,甲\n2,乙\n",
        "id,text\r1,甲\r2,乙\r",
        "text\n甲\n乙",
        "编号,正文,content\n1,甲,子\n2,乙,丑",
      })
  void findsTheHeaderAndWhatStandsBetweenFields(String table) throws InvalidCsvException {
    assertThat(texts(',', table)).containsExactly("甲", "乙");
    assertThat(texts('\t', table)).containsExactly("甲", "乙");
  }

  @Test
  void takesAllOfALineWhereThereIsOneColumn() throws InvalidCsvException {
    assertThat(texts(',', "text\n推进A,B的通知\n\"一,\n二\"\n")).containsExactly("推进A,B的通知", "一,\n二");
  }
}
