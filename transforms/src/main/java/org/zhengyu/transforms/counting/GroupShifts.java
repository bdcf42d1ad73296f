package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.PeriodTotals;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.Proportion;

/**
 * Finds where the make-up of a corpus changes: a period in which a group has another share of the
 * documents than in all periods before it. What a trend over such a border shows may be the change
 * of the documents, and not of what they say.
 */
public final class GroupShifts {
  /** Less than a fifth of the documents is no shift, however sure it is. */
  private static final double LEAST = 0.2;

  private GroupShifts() {}

  /**
   * A shift.
   *
   * @param value the group
   * @param period the period
   * @param documents documents of the group in the period
   * @param all all documents of the period that are in a group
   * @param documentsBefore documents of the group in all periods before
   * @param allBefore all documents of these
   */
  public record Shift(
      String value, String period, long documents, long all, long documentsBefore, long allBefore) {
    double size() {
      return Math.abs((double) documents / all - (double) documentsBefore / allBefore);
    }

    /** Whether the 95 % intervals (Wilson 1927) of the two shares have nothing in common. */
    private boolean isSure() {
      Interval now = Proportion.wilson95(documents, all);
      Interval before = Proportion.wilson95(documentsBefore, allBefore);
      return now.lower() > before.upper() || before.lower() > now.upper();
    }
  }

  /** The shifts of the groups of a facet, the largest first. */
  public static List<Shift> of(PeriodTotals totals) {
    SortedMap<String, Long> documentsOfPeriods = new TreeMap<>();
    for (FacetTotals group : totals.groups().values()) {
      group
          .groups()
          .forEach((period, size) -> documentsOfPeriods.merge(period, size.documents(), Long::sum));
    }
    List<Shift> shifts = new ArrayList<>();
    totals
        .groups()
        .forEach(
            (value, group) -> {
              long before = 0;
              long allBefore = 0;
              for (Map.Entry<String, Long> period : documentsOfPeriods.entrySet()) {
                GroupSize size = group.groups().get(period.getKey());
                long documents = size == null ? 0 : size.documents();
                long all = period.getValue();
                if (allBefore > 0) {
                  Shift shift =
                      new Shift(value, period.getKey(), documents, all, before, allBefore);
                  if (shift.size() >= LEAST && shift.isSure()) {
                    shifts.add(shift);
                  }
                }
                before += documents;
                allBefore += all;
              }
            });
    shifts.sort(
        Comparator.comparingDouble(Shift::size)
            .reversed()
            .thenComparing(Shift::period)
            .thenComparing(Shift::value));
    return shifts;
  }
}
