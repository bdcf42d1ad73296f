package org.zhengyu.report.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredTable;

/** So many rows of a table and no more: those that matter most, the first of them first. */
final class TopRows {
  /** By what rows of a table matter; those of others stay in their order. */
  private static final Map<String, String> SCORES =
      Map.ofEntries(
          Map.entry("terms", "uses"),
          Map.entry("document_terms", "uses"),
          Map.entry("phrases", "uses"),
          Map.entry("categories", "uses"),
          Map.entry("cooccurrences", "g2"),
          Map.entry("keyness", "key_score"),
          Map.entry("trends", "uses"),
          Map.entry("bursts", "steepness"),
          Map.entry("network_nodes", "strength"),
          Map.entry("network_edges", "weight"));

  /** By what of equal ones the smaller matters more. */
  private static final Map<String, String> TIES = Map.of("bursts", "periods");

  private static final String IN_ORDER = "as in the table";

  /** A row, its score, what decides between equal ones, and its place in the table. */
  private record Ranked(double score, double tied, long place, List<@Nullable Object> values) {
    static final Comparator<Ranked> BETTER =
        Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparing(Ranked::tied)
            .thenComparing(Ranked::place);
  }

  private final List<List<@Nullable Object>> rows;
  private final String order;

  private TopRows(List<List<@Nullable Object>> rows, String order) {
    this.rows = rows;
    this.order = order;
  }

  /** The rows of a table, with these columns. */
  static TopRows of(StoredTable table, List<String> columns, int most) throws IOException {
    String score = SCORES.get(table.name());
    int place = score == null ? -1 : columns.indexOf(score);
    String tie = TIES.get(table.name());
    int tied = tie == null ? -1 : columns.indexOf(tie);
    PriorityQueue<Ranked> kept = new PriorityQueue<>(Ranked.BETTER.reversed());
    long[] read = {0};
    table.read(
        columns,
        row -> {
          double value =
              place < 0 || row.isNull(place) ? Double.NEGATIVE_INFINITY : row.measure(place);
          double second = tied < 0 ? 0 : row.measure(tied);
          Ranked last = kept.peek();
          if (kept.size() < most || last == null || isBetter(value, second, last)) {
            if (kept.size() == most) {
              kept.remove();
            }
            kept.add(new Ranked(value, second, read[0], Arrays.asList(row.values())));
          }
          read[0]++;
        });
    List<List<@Nullable Object>> rows = new ArrayList<>();
    kept.stream().sorted(Ranked.BETTER).forEach(row -> rows.add(row.values));
    return new TopRows(rows, place < 0 ? IN_ORDER : "the most of " + score);
  }

  /** A later row is no better than an equal one. */
  private static boolean isBetter(double score, double tied, Ranked other) {
    return score > other.score || (score == other.score && tied < other.tied);
  }

  List<List<@Nullable Object>> rows() {
    return rows;
  }

  /** By what they were chosen and stand in their order, in words. */
  String order() {
    return order;
  }
}
