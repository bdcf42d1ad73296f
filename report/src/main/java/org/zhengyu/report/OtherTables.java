package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;

/** Tables that stand for themselves: categories, keyness, refused documents, candidates. */
final class OtherTables {
  private static final int MOST_CATEGORIES = 500;
  private static final int MOST_KEYNESS = 8000;
  private static final int MOST_REJECTIONS = 200;
  private static final int MOST_CANDIDATES = 1000;

  private final StoredResult result;
  private final List<PageTable> tables = new ArrayList<>();

  private OtherTables(StoredResult result) {
    this.result = result;
  }

  static List<PageTable> of(StoredResult result) throws IOException {
    OtherTables others = new OtherTables(result);
    others.first("categories", MOST_CATEGORIES, "uses");
    others.first("candidates", MOST_CANDIDATES, "rank");
    others.keyness();
    others.rejections();
    return others.tables;
  }

  /** The first rows by a number: the largest counts, the lowest ranks. */
  private void first(String table, int most, String number) throws IOException {
    Optional<Source> found = Source.whole(result, table);
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int place = source.place(number);
    double sign = number.equals("rank") ? -1 : 1;
    Ranking ranking = new Ranking(most);
    source.read(row -> ranking.offer(table, place < 0 ? 0 : sign * row.measure(place), row));
    tables.add(PageTable.some(table, source.columns(), ranking.rows(), ranking.offered()));
  }

  private void keyness() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "keyness",
            List.of("facet", "value", "term", "f1", "n1", "f2", "n2"),
            "key_score",
            "log_odds_z",
            "ll",
            "log_ratio",
            "log_ratio_ci_low",
            "log_ratio_ci_high",
            "q_bh",
            "df1",
            "dp_norm1",
            "only_in",
            "caution");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int facet = source.place("facet");
    int value = source.place("value");
    Map<List<String>, Long> counts = new HashMap<>();
    source.read(row -> counts.merge(List.of(row.text(facet), row.text(value)), 1L, Long::sum));
    int score = source.place("key_score");
    int evidence = source.placeOfFirst("log_odds_z", "ll", "f1");
    Ranking ranking = new Ranking(Ranking.ofEach(counts.values(), MOST_KEYNESS));
    source.read(
        row ->
            ranking.offer(
                List.of(row.text(facet), row.text(value)), keyScore(row, score, evidence), row));
    tables.add(PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered()));
  }

  /** Evidence and spread; evidence alone of a term that the group uses less, or of one document. */
  private static double keyScore(StoredRow row, int score, int evidence) {
    if (score >= 0 && !row.isNull(score)) {
      return row.measure(score);
    }
    return row.isNull(evidence) ? 0 : Math.abs(row.measure(evidence));
  }

  private void rejections() throws IOException {
    Optional<Source> found =
        Source.of(result, "rejections", List.of("uri", "reason"), "stage", "detail", "doc_id");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    Map<String, Long> reasons = new TreeMap<>();
    Ranking ranking = new Ranking(MOST_REJECTIONS);
    source.read(
        row -> {
          reasons.merge(row.text(source.place("reason")), 1L, Long::sum);
          ranking.offer(source.name(), 0, row);
        });
    tables.add(PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered()));
    List<@Nullable Object[]> rows = new ArrayList<>();
    reasons.forEach((reason, count) -> rows.add(new Object[] {reason, count}));
    tables.add(PageTable.whole("reasons", List.of("reason", "documents"), rows));
  }
}
