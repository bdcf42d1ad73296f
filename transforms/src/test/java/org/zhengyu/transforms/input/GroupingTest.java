package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate.Source;

class GroupingTest {
  private static final Description OPINIONS =
      new Description.Builder()
          .title("意见")
          .date(Dates.parse("2022-11-28", Source.FIELD))
          .region(Regions.of("山东"))
          .docType("意见")
          .metadata("{\"主题\":\" 城市更新 \",\"字数\":3456,\"层级\":null,\"标签\":[\"a\"]}")
          .build();

  private static List<String> values(Description description, String... fields) {
    return new Grouping(CalendarPeriods.YEAR, List.of(fields)).valuesOf(description);
  }

  @Test
  void takesEveryFacetFromTheDescriptionOrItsMetadata() {
    assertThat(values(OPINIONS, "地区", "主题", "doc_type", "字数", "标题", "year"))
        .containsExactly("2022", "山东省", "城市更新", "意见", "3456", "意见", "2022");
  }

  @Test
  void doesNotKnowWhatIsMissingOrNoSingleValue() {
    assertThat(values(OPINIONS, "issuer", "层级", "标签", "来源"))
        .containsExactly("2022", "", "", "", "");
    assertThat(values(Description.NONE, "region", "主题")).containsExactly("", "", "");
  }

  @Test
  void groupsByMonthsWhereTheMonthIsKnown() {
    Grouping months = new Grouping(CalendarPeriods.MONTH, List.of());
    assertThat(months.valuesOf(OPINIONS)).containsExactly("2022-11");
    assertThat(months.valuesOf(Description.NONE)).containsExactly("");
    Description quarter = OPINIONS.with().date(Dates.parse("2022年第一季度", Source.FIELD)).build();
    assertThat(months.valuesOf(quarter)).containsExactly("");
    assertThat(months.facet(Grouping.PERIOD_FACET)).isEqualTo("month");
  }

  /** The facet has keys, that stand in the order of time, and the field names. */
  @Test
  void groupsByNamedPeriodsAlsoAsAField() throws InputFileException {
    NamedPeriods plans =
        PeriodsFile.parse("十四五,2021,2025\n十三五,2016,2020\n".getBytes(UTF_8), "plans.csv");
    Grouping grouping = new Grouping(plans, List.of("period", "region"));
    assertThat(grouping.valuesOf(OPINIONS)).containsExactly("2021-01-01", "十四五", "山东省");
    assertThat(grouping.valuesOf(Description.NONE)).containsExactly("", "", "");
    assertThat(grouping.facet(Grouping.PERIOD_FACET)).isEqualTo("period");
    assertThat(grouping.isTime(1)).isTrue();
    assertThat(grouping.isTime(2)).isFalse();
  }

  @Test
  void takesPeriodForAFieldLikeOthersWherePeriodsHaveNoNames() {
    Description described = new Description.Builder().metadata("{\"period\":\"新时代\"}").build();
    assertThat(values(described, "period")).containsExactly("", "新时代");
  }
}
