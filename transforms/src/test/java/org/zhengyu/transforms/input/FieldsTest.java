package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Precision;
import org.zhengyu.transforms.model.KnownDate.Source;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.model.Region.Level;

class FieldsTest {
  private static Fields fields(String json) throws JsonProcessingException {
    Fields fields = new Fields();
    for (Map.Entry<String, JsonNode> field : new ObjectMapper().readTree(json).properties()) {
      fields.set(FieldNames.usual(field.getKey()), field.getValue());
    }
    return fields;
  }

  private static Description describe(String json) throws JsonProcessingException {
    return fields(json).describe(Source.FIELD).build();
  }

  private static KnownDate date(String first, String last, Precision precision) {
    return new KnownDate(LocalDate.parse(first), LocalDate.parse(last), precision, Source.FIELD);
  }

  @ParameterizedTest
  @CsvSource({
    "正文, text",
    "内容, text",
    "全文, text",
    "编号, id",
    "文件名, file",
    "标题, title",
    "题目, title",
    "日期, date",
    "发布日期, date",
    "content, text",
    "Body, text",
    "省份, region",
    "年份, year",
    "地区, region",
    "发文机关, issuer",
    "发布机构, issuer",
    "文种, doc_type",
    "'  Title ', title",
    "ID, id",
    "DOC_TYPE, doc_type",
    "级别, 级别"
  })
  void knowsAColumnByItsEnglishAndItsChineseTitle(String title, String name) {
    assertThat(FieldNames.usual(title)).isEqualTo(name);
  }

  @Test
  void takesOutNamedColumnsAndKeepsTheRestAsJsonWithSortedKeys() throws JsonProcessingException {
    assertThat(
            describe(
                "{'级别':'city','标题':' 六个城市 ','text':'…','id':'7','file':'a.txt','日期':'2022-11-28',"
                        .replace('\'', '"')
                    + "'地区':'青岛市','发文机关':'市委','文种':'意见','b':[1,{'z':1,'y':null}],'a':2.50}"
                        .replace('\'', '"')))
        .isEqualTo(
            new Description.Builder()
                .title("六个城市")
                .date(date("2022-11-28", "2022-11-28", Precision.DAY))
                .region(new Region("青岛市", "370200", Level.CITY, "山东省"))
                .issuer("市委")
                .docType("意见")
                .metadata("{\"a\":2.5,\"b\":[1,{\"z\":1,\"y\":null}],\"级别\":\"city\"}")
                .build());
  }

  @Test
  void knowsNothingOfARecordWithoutFields() throws JsonProcessingException {
    assertThat(describe("{}")).isEqualTo(Description.NONE);
    assertThat(describe("{\"title\":null,\"region\":\"  \"}")).isEqualTo(Description.NONE);
  }

  @Test
  void takesTheYearAloneWhereThereIsNoDate() throws JsonProcessingException {
    assertThat(describe("{\"year\":2021}"))
        .isEqualTo(dated(date("2021-01-01", "2021-12-31", Precision.YEAR), null, null));
    assertThat(describe("{\"year\":\"2022年\",\"date\":20221128}"))
        .isEqualTo(dated(date("2022-11-28", "2022-11-28", Precision.DAY), null, null));
    assertThat(describe("{\"date\":\"2022-11\"}"))
        .isEqualTo(dated(date("2022-11-01", "2022-11-30", Precision.MONTH), null, null));
  }

  @Test
  void keepsWhatItDoesNotUnderstandAndWhatContradicts() throws JsonProcessingException {
    assertThat(describe("{\"date\":\"去年\",\"year\":\"民国\"}"))
        .isEqualTo(dated(null, "去年", "{\"date\":\"去年\",\"year\":\"民国\"}"));
    KnownDate year = date("2021-01-01", "2021-12-31", Precision.YEAR);
    assertThat(describe("{\"date\":\"去年\",\"year\":2021}"))
        .isEqualTo(dated(year, "去年", "{\"date\":\"去年\"}"));
    KnownDate day = date("2022-01-05", "2022-01-05", Precision.DAY);
    assertThat(describe("{\"date\":\"2022-01-05\",\"year\":2021}"))
        .isEqualTo(dated(day, null, "{\"year\":2021}"));
    assertThat(describe("{\"date\":\"2022-01-05\",\"year\":\"十三五\"}"))
        .isEqualTo(dated(day, null, "{\"year\":\"十三五\"}"));
  }

  private static Description dated(KnownDate date, String notADate, String metadata) {
    return new Description.Builder().date(date).notADate(notADate).metadata(metadata).build();
  }

  @Test
  void letsTheMetadataWinButForADateThatIsLessPrecise() throws JsonProcessingException {
    Fields own = fields("{\"title\":\"旧\",\"date\":\"2022-03-05\",\"issuer\":\"市委\"}");
    Description both = own.describeWith(fields("{\"title\":\"新\",\"year\":2022}")).build();
    assertThat(both.title()).isEqualTo("新");
    assertThat(both.issuer()).isEqualTo("市委");
    assertThat(both.date()).isEqualTo(date("2022-03-05", "2022-03-05", Precision.DAY));
    KnownDate other = own.describeWith(fields("{\"date\":\"2021-12\"}")).build().date();
    assertThat(other.source()).isEqualTo(Source.METADATA);
    assertThat(other.first()).isEqualTo("2021-12-01");
  }

  @Test
  void keepsANamedColumnThatIsNoSingleValue() throws JsonProcessingException {
    assertThat(describe("{\"issuer\":[\"市委\",\"市政府\"],\"title\":{\"zh\":\"意见\"}}"))
        .isEqualTo(
            new Description.Builder()
                .metadata("{\"issuer\":[\"市委\",\"市政府\"],\"title\":{\"zh\":\"意见\"}}")
                .build());
  }

  @Test
  void readsNumbersAndTruthValuesAsTexts() throws JsonProcessingException {
    Fields fields = fields("{\"id\":20221128,\"region\":true,\"title\":[1],\"issuer\":\" \"}");
    assertThat(fields.text("id")).isEqualTo("20221128");
    assertThat(fields.text("region")).isEqualTo("true");
    assertThat(fields.text("title")).isNull();
    assertThat(fields.text("issuer")).isNull();
    assertThat(fields.text("absent")).isNull();
  }

  @Test
  void isOverwrittenByOtherFieldsButNotByBlankOnes() throws JsonProcessingException {
    Fields fields = fields("{\"title\":\"旧\",\"region\":\"青岛\"}");
    fields.putAll(new Fields().put("标题", " 新 ").put("地区", "  "));
    assertThat(fields.text("title")).isEqualTo("新");
    assertThat(fields.text("region")).isEqualTo("青岛");
  }
}
