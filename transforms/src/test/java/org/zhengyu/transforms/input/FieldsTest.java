package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.model.Description;

class FieldsTest {
  private static Fields fields(String json) throws JsonProcessingException {
    Fields fields = new Fields();
    for (Map.Entry<String, JsonNode> field : new ObjectMapper().readTree(json).properties()) {
      fields.set(FieldNames.usual(field.getKey()), field.getValue());
    }
    return fields;
  }

  private static Description describe(String json) throws JsonProcessingException {
    return fields(json).describe();
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
            new Description(
                "六个城市",
                LocalDate.of(2022, 11, 28),
                2022L,
                YearMonth.of(2022, 11),
                LocalDate.of(2022, 11, 28),
                "青岛市",
                "市委",
                "意见",
                "{\"a\":2.5,\"b\":[1,{\"z\":1,\"y\":null}],\"级别\":\"city\"}"));
  }

  @Test
  void knowsNothingOfARecordWithoutFields() throws JsonProcessingException {
    assertThat(describe("{}")).isEqualTo(Description.NONE);
    assertThat(describe("{\"title\":null,\"region\":\"  \"}")).isEqualTo(Description.NONE);
  }

  @Test
  void keepsAMonthBesideTheYearItIsIn() throws JsonProcessingException {
    assertThat(describe("{\"date\":\"2022-11\"}"))
        .isEqualTo(
            dated(
                null,
                2022L,
                YearMonth.of(2022, 11),
                LocalDate.of(2022, 11, 1),
                "{\"date\":\"2022-11\"}"));
  }

  @Test
  void takesTheYearAloneAndThatOfTheDate() throws JsonProcessingException {
    assertThat(describe("{\"year\":2021}"))
        .isEqualTo(dated(null, 2021L, null, LocalDate.of(2021, 1, 1), null));
    assertThat(describe("{\"year\":\"2022年\",\"date\":20221128}"))
        .isEqualTo(
            dated(
                LocalDate.of(2022, 11, 28),
                2022L,
                YearMonth.of(2022, 11),
                LocalDate.of(2022, 11, 28),
                null));
  }

  @Test
  void keepsWhatItDoesNotUnderstandAndWhatContradicts() throws JsonProcessingException {
    assertThat(describe("{\"date\":\"去年\",\"year\":\"民国\"}"))
        .isEqualTo(dated(null, null, null, null, "{\"date\":\"去年\",\"year\":\"民国\"}"));
    assertThat(describe("{\"date\":\"去年\",\"year\":2021}"))
        .isEqualTo(dated(null, 2021L, null, LocalDate.of(2021, 1, 1), "{\"date\":\"去年\"}"));
    LocalDate day = LocalDate.of(2022, 1, 5);
    assertThat(describe("{\"date\":\"2022-01-05\",\"year\":2021}"))
        .isEqualTo(dated(day, 2022L, YearMonth.of(2022, 1), day, "{\"year\":2021}"));
    assertThat(describe("{\"date\":\"2022-01-05\",\"year\":\"十三五\"}"))
        .isEqualTo(dated(day, 2022L, YearMonth.of(2022, 1), day, "{\"year\":\"十三五\"}"));
  }

  private static Description dated(
      LocalDate date, Long year, YearMonth month, LocalDate from, String metadata) {
    return new Description(null, date, year, month, from, null, null, null, metadata);
  }

  @Test
  void keepsANamedColumnThatIsNoSingleValue() throws JsonProcessingException {
    assertThat(describe("{\"issuer\":[\"市委\",\"市政府\"],\"title\":{\"zh\":\"意见\"}}"))
        .isEqualTo(
            new Description(
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "{\"issuer\":[\"市委\",\"市政府\"],\"title\":{\"zh\":\"意见\"}}"));
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
