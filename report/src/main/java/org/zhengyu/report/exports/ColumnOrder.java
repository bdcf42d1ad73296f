package org.zhengyu.report.exports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.zhengyu.output.StoredTable;

/** The order of columns for people who read a table from the left: what it is of, how much, why. */
final class ColumnOrder {
  /** What a row is of and how much there is of it; columns that are not named follow these. */
  private static final List<String> FIRST =
      List.of(
          "phrase",
          "candidate",
          "term_a",
          "term_b",
          "term",
          "category",
          "facet",
          "value",
          "period",
          "period_from",
          "period_to",
          "first_day",
          "last_day",
          "title",
          "region",
          "date",
          "year",
          "issuer",
          "doc_type",
          "context_left",
          "form",
          "context_right",
          "text",
          "rank",
          "uses",
          "o11",
          "f1",
          "tf",
          "f",
          "df",
          "per_million",
          "g2",
          "log_dice",
          "pmi",
          "ll",
          "log_ratio",
          "q_bh",
          "weight",
          "strength",
          "community",
          "degree",
          "is_phrase",
          "status",
          "doc_id");

  /** What is long or only for programs. */
  private static final Set<String> LAST =
      Set.of("sha256", "text_key", "metadata", "uri", "occurrence_id");

  private static final Set<String> TEXTS =
      Set.of(
          "text",
          "terms",
          "shared_pairs",
          "title",
          "context_left",
          "context_right",
          "variants",
          "metadata",
          "uri",
          "doc_id",
          "description",
          "description_zh",
          "detail",
          "example");

  private ColumnOrder() {}

  /** All columns of a table, the most important ones first. */
  static List<String> of(StoredTable table) {
    List<String> present = table.columns();
    Set<String> ordered = new LinkedHashSet<>(FIRST);
    ordered.retainAll(present);
    present.stream().filter(column -> !LAST.contains(column)).forEach(ordered::add);
    ordered.addAll(present);
    return new ArrayList<>(ordered);
  }

  /** Whether a column holds texts of some length. */
  static boolean isText(String column) {
    return TEXTS.contains(column);
  }
}
