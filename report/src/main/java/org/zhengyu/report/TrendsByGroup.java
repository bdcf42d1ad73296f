package org.zhengyu.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredRow;

/**
 * How phrases go through time within groups of documents. A period of a group is told once, with
 * its size, and of a phrase those in which it is used; where there is no row, there is no use.
 */
final class TrendsByGroup {
  private static final int MOST_ROWS = 60_000;

  private static final List<String> SIZES =
      List.of("facet", "value", "period", "documents", "tokens");

  /** By which periods follow each other that are no years or months; older results know none. */
  private static final String FIRST_DAY = "first_day";

  private static final List<String> COUNTS =
      List.of("term", "facet", "value", "period", "f", "df", "ci_low", "ci_high");

  private final Phrases phrases;
  private final List<String> sizes;
  private final int[] sizePlaces;
  private final int[] countPlaces;
  private final int term;
  private final int frequency;

  /** By facet, group and period. */
  private final Map<List<@Nullable Object>, @Nullable Object[]> periods = new LinkedHashMap<>();

  /** By the number of a phrase, so many as there is room for, all groups of each. */
  private final TreeMap<Integer, List<@Nullable Object[]>> counts = new TreeMap<>();

  private int kept;
  private long offered;
  private int least = Integer.MAX_VALUE;

  private TrendsByGroup(Source trends, Phrases phrases) {
    this.phrases = phrases;
    sizes = new ArrayList<>(SIZES);
    if (trends.place(FIRST_DAY) >= 0) {
      sizes.add(FIRST_DAY);
    }
    sizePlaces = places(trends, sizes);
    countPlaces = places(trends, COUNTS);
    term = trends.place("term");
    frequency = trends.place("f");
  }

  /**
   * Trends to be read from a table.
   *
   * @param trends which has the columns that {@link #isToldBy} asks for
   */
  static TrendsByGroup of(Source trends, Phrases phrases) {
    return new TrendsByGroup(trends, phrases);
  }

  /** Whether a table tells of groups; older ones do not. */
  static boolean isToldBy(Source trends) {
    return trends.columns().containsAll(SIZES) && trends.columns().containsAll(COUNTS);
  }

  private static int[] places(Source trends, List<String> columns) {
    return columns.stream().mapToInt(trends::place).toArray();
  }

  /** Takes a row that is not of the whole corpus. */
  void take(StoredRow row) {
    String phrase = row.text(term);
    if (!phrases.tellsOf(phrase)) {
      return;
    }
    int number = phrases.number(phrase);
    if (number == 0) {
      // A phrase has a row for every period with documents, used or not: that of one is enough.
      @Nullable Object[] size = values(row, sizePlaces);
      periods.put(List.of(size[0], size[1], size[2]), size);
    }
    if (row.number(frequency) > 0) {
      offered++;
      if (number < least) {
        counts.computeIfAbsent(number, any -> new ArrayList<>()).add(values(row, countPlaces));
        kept++;
        while (kept > MOST_ROWS) {
          Map.Entry<Integer, List<@Nullable Object[]>> last = counts.pollLastEntry();
          kept -= last.getValue().size();
          least = last.getKey();
        }
      }
    }
  }

  private static @Nullable Object[] values(StoredRow row, int[] places) {
    @Nullable Object[] values = new Object[places.length];
    for (int i = 0; i < places.length; i++) {
      values[i] = row.value(places[i]);
    }
    return values;
  }

  /** The tables of the page; none where there are no groups. */
  List<PageTable> tables() {
    if (periods.isEmpty()) {
      return List.of();
    }
    List<@Nullable Object[]> rows = new ArrayList<>();
    counts.values().forEach(rows::addAll);
    return List.of(
        PageTable.whole("group_periods", sizes, List.copyOf(periods.values())),
        PageTable.someTogether("group_trends", "term", COUNTS, rows, offered));
  }
}
