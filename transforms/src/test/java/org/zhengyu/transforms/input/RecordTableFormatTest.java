package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.key;
import static org.zhengyu.transforms.input.Readings.readWhole;

import java.util.List;
import net.jqwik.api.Example;
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
    assertThat(received.ids()).containsExactly("1", "5");
    assertThat(received.rejections.values())
        .extracting(Rejection::reason, Rejection::docId, Rejection::detail)
        .containsExactly(
            tuple(Reason.MISSING_TEXT, "2", "line 4: 1 fields where the header has 3"),
            tuple(Reason.INVALID_CSV, "3", "line 5: 2 fields where the header has 3"),
            tuple(Reason.INVALID_CSV, "4", "line 6: 4 fields where the header has 3"));
  }

  @Example
  void rejectsATableWithoutAColumnOfTexts() {
    Received received = readWhole("x.csv", "id,title\n1,一\n");
    assertThat(received.documents).isEmpty();
    assertThat(received.onlyRejection())
        .isEqualTo(
            new Rejection(
                "memory:x.csv", null, Reason.MISSING_TEXT, "line 1: no column named text", 15));
  }

  @Example
  void keepsTheRecordsBeforeOneThatNeverEnds() {
    for (String broken : List.of("2,\"没有结束\n3,三\n", "2,\"引\"号\n")) {
      Received received = readWhole("x.csv", "id,text\n1,一\n" + broken);
      assertThat(received.ids()).containsExactly("1");
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.INVALID_CSV);
      assertThat(received.onlyRejection().detail()).startsWith("record that begins in line 3: ");
    }
  }
}
