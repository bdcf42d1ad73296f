package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.counting.GroupShifts.Shift;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.PeriodTotals;

class GroupShiftsTest {
  private static FacetTotals documents(Map<String, Integer> byPeriod) {
    SortedMap<String, GroupSize> sizes = new TreeMap<>();
    byPeriod.forEach((period, documents) -> sizes.put(period, new GroupSize(documents, 1000, 10)));
    return new FacetTotals(sizes);
  }

  private static PeriodTotals totals(Map<String, FacetTotals> groups) {
    return new PeriodTotals(new TreeMap<>(groups));
  }

  @Test
  void namesThePeriodInWhichOtherDocumentsJoin() {
    assertThat(
            GroupShifts.of(
                totals(
                    Map.of(
                        "全国", documents(Map.of("2023", 20, "2024", 1, "2025", 1)),
                        "省", documents(Map.of("2025", 31))))))
        .containsExactly(
            new Shift("全国", "2025", 1, 32, 21, 21), new Shift("省", "2025", 31, 32, 0, 21));
  }

  /** One of two, then two of two: so few documents say nothing. */
  @Test
  void takesNoChanceForAShift() {
    assertThat(
            GroupShifts.of(
                totals(
                    Map.of(
                        "甲", documents(Map.of("2023", 1, "2024", 2)),
                        "乙", documents(Map.of("2023", 1))))))
        .isEmpty();
  }

  /** 500 of 1000, then 600 of 1000: sure, and small. */
  @Test
  void takesLessThanAFifthForNoShift() {
    assertThat(
            GroupShifts.of(
                totals(
                    Map.of(
                        "甲", documents(Map.of("2023", 500, "2024", 600)),
                        "乙", documents(Map.of("2023", 500, "2024", 400))))))
        .isEmpty();
  }

  @Test
  void findsNothingInOnePeriodOrNone() {
    assertThat(GroupShifts.of(totals(Map.of("甲", documents(Map.of("2023", 9)))))).isEmpty();
    assertThat(GroupShifts.of(totals(Map.of()))).isEmpty();
  }
}
