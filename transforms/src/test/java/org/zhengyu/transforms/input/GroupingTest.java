package org.zhengyu.transforms.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
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
    return new Grouping(Grouping.Period.YEAR, List.of(fields)).valuesOf(description);
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
    Grouping months = new Grouping(Grouping.Period.MONTH, List.of());
    assertThat(months.valuesOf(OPINIONS)).containsExactly("2022-11");
    assertThat(months.valuesOf(Description.NONE)).containsExactly("");
    Description quarter = OPINIONS.with().date(Dates.parse("2022年第一季度", Source.FIELD)).build();
    assertThat(months.valuesOf(quarter)).containsExactly("");
    assertThat(months.facet(Grouping.PERIOD_FACET)).isEqualTo("month");
  }
}
