package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.key;
import static org.zhengyu.transforms.input.Readings.readTextField;
import static org.zhengyu.transforms.input.Readings.readWhole;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;

class RecordTableFormatTest {
  @Example
  void readsARecordOfATableAsADocument() {
    Received received =
        readWhole(
            "通知.csv",
            "编号,标题,正文,级别\r\n" + "1,一,\"第一行\r\n第二行，含\"\"引号\"\"\",city\r\n" + "\r\n" + ",二,短文,\r\n");
    assertThat(received.documents)
        .extracting(
            PolicyDocument::id,
            PolicyDocument::text,
            d -> d.description().title(),
            d -> d.description().metadata(),
            PolicyDocument::bytes)
        .containsExactly(
            tuple("1", "第一行\r\n第二行，含\"引号\"", "一", "{\"级别\":\"city\"}", 34L),
            tuple("通知.csv#5", "短文", "二", null, 6L));
    assertThat(received.documents.get(0).key())
        .isGreaterThan(key(0))
        .isLessThan(received.documents.get(1).key());
    assertThat(received.rejections).isEmpty();
  }

  @Example
  void readsTabsWhereTheNameSaysSo() {
    assertThat(readWhole("x.tsv", "id\ttext\n1\t一,二\n").texts()).containsExactly("一,二");
    assertThat(readWhole("x.tsv.gz", gzip("id\ttext\n1\t一\n".getBytes(UTF_8))).ids())
        .containsExactly("1");
  }

  @Example
  void rejectsARecordWithOtherFieldsThanTheHeader() {
    Received received = readWhole("x.csv", "id,text,title\n1,\"一\n行\",甲\n2\n3,三\n4,四,乙,丙\n5,五,丁\n");
    assertThat(received.ids()).containsExactly("1", "3", "5");
    assertThat(received.rejections.values())
        .extracting(Rejection::reason, Rejection::docId, Rejection::detail)
        .containsExactly(
            tuple(Reason.MISSING_TEXT, "2", "line 4: 1 fields where the header has 3"),
            tuple(Reason.INVALID_CSV, "4", "line 6: 4 fields where the header has 3"));
  }

  @Example
  void rejectsATableWithoutAColumnOfTexts() {
    Received received = readWhole("x.csv", "id,title\n1,一\n");
    assertThat(received.documents).isEmpty();
    assertThat(received.onlyRejection())
        .isEqualTo(
            new Rejection(
                "memory:x.csv",
                null,
                Reason.MISSING_TEXT,
                "line 1: no column named text, 正文, 内容, content or body: the first line is id title",
                15));
  }

  @Example
  void losesOneRecordToAFaultAndNoOther() {
    Received received = readWhole("x.csv", "id,text\n1,一\n2,\"他说\"好\"。\"\n3,\"没有结束\n4,四\n5,五\n");
    assertThat(received.texts()).containsExactly("一", "他说\"好\"。", "四", "五");
    assertThat(received.onlyRejection())
        .isEqualTo(
            new Rejection(
                "memory:x.csv",
                null,
                Reason.INVALID_CSV,
                "line 4: the quotation marks of field 2 do not match: 1 record left out, reading"
                    + " went on in line 5",
                "3,\"没有结束".getBytes(UTF_8).length));
  }

  @Example
  void findsTheTextInTheFieldThatTheRunNames() {
    byte[] bytes = "id,text,summary\n1,全,要点\n".getBytes(UTF_8);
    Received received = readTextField("x.csv", bytes, "Summary");
    assertThat(received.texts()).containsExactly("要点");
    assertThat(received.documents.get(0).description().metadata())
        .isEqualTo("{\"other_text\":\"全\"}");
    assertThat(readTextField("x.csv", bytes, "摘要").onlyRejection().detail())
        .isEqualTo("line 1: no column named 摘要: the first line is id other_text summary");
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    return Arbitraries.strings()
        .withChars('一', 'a', '1', ' ', '"', ',', ';', '\t', '\n', '，', '”')
        .ofMaxLength(12)
        .list()
        .ofSize(2)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  /** Written as RFC 4180 says, with every field in quotation marks. */
  private static String quoted(List<String> record) {
    return record.stream()
        .map(field -> '"' + field.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(","));
  }

  @Property(tries = 500)
  void readsWhateverIsWrittenByTheStandard(@ForAll("tables") List<List<String>> table) {
    StringBuilder csv = new StringBuilder("title,text\r\n");
    List<String> expected = new ArrayList<>();
    for (List<String> record : table) {
      csv.append(quoted(record)).append("\r\n");
      if (!record.stream().allMatch(String::isBlank)) {
        expected.add(record.get(1));
      }
    }
    Received received = readWhole("x.csv", csv.toString());
    assertThat(received.texts()).isEqualTo(expected);
    assertThat(received.rejections).isEmpty();
  }

  @Property(tries = 500)
  void readsTheSoundRecordsAroundAnyLine(
      @ForAll @StringLength(max = 20) @Chars({'"', ',', '一', ' ', '2', '\\'}) String line) {
    Received received = readWhole("x.csv", "id,text\n1,一\n" + line + "\n3,三\n4,\"四\"\n5,五\n");
    assertThat(received.texts()).contains("一", "四", "五");
  }

  @Property(tries = 300)
  void readsAnythingWithoutAFaultOfItsOwn(@ForAll @StringLength(max = 60) String table) {
    for (String name : List.of("x.csv", "x.tsv")) {
      Received received = readWhole(name, "id,text\n" + table);
      assertThat(received.rejections.values())
          .allMatch(r -> r.reason() == Reason.UNDECODABLE || r.detail().startsWith("line "));
    }
  }
}
