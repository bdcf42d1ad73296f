package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.Description;

class GroupingTest {
  private static final Description OPINIONS =
      new Description(
          "意见",
          LocalDate.of(2022, 11, 28),
          2022L,
          YearMonth.of(2022, 11),
          LocalDate.of(2022, 11, 28),
          "山东",
          null,
          "意见",
          "{\"主题\":\" 城市更新 \",\"字数\":3456,\"层级\":null,\"标签\":[\"a\"]}");

  private static List<String> values(Description description, String... fields) {
    return new Grouping(Grouping.Period.YEAR, List.of(fields)).valuesOf(description);
  }

  @Test
  void takesEveryFacetFromTheDescriptionOrItsMetadata() {
    assertThat(values(OPINIONS, "地区", "主题", "doc_type", "字数", "标题", "year"))
        .containsExactly("2022", "山东", "城市更新", "意见", "3456", "意见", "2022");
  }

  @Test
  void doesNotKnowWhatIsMissingOrNoSingleValue() {
    assertThat(values(OPINIONS, "issuer", "层级", "标签", "来源"))
        .containsExactly("2022", "", "", "", "");
    assertThat(values(Description.NONE, "region", "主题")).containsExactly("", "", "");
  }

  @Test
  void groupsByMonthsWhereTheMonthIsKnown() {
    Grouping months = new Grouping(Grouping.Period.MONTH, List.of());
    assertThat(months.valuesOf(OPINIONS)).containsExactly("2022-11");
    assertThat(months.valuesOf(Description.NONE)).containsExactly("");
    assertThat(months.facet(Grouping.PERIOD_FACET)).isEqualTo("month");
  }
}
