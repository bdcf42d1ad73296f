package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;

/** What is counted of terms: the most frequent ones, and how phrases and they go through time. */
final class Terms {
  private static final int MOST_LISTED = 500;

  /** The facet of the rows of all documents. */
  private static final String WHOLE_CORPUS = "corpus";

  /**
   * Terms beside the phrases of which the page has trends: the frequent ones and those in bursts.
   */
  private static final int MOST_FOLLOWED = 150;

  private static final int MOST_BURSTS = 2000;
  private static final int MOST_TRENDS = 40_000;

  private final StoredResult result;
  private final Phrases phrases;
  private final List<PageTable> tables = new ArrayList<>();
  private final Set<String> followed = new HashSet<>();

  private Terms(StoredResult result, Phrases phrases) {
    this.result = result;
    this.phrases = phrases;
  }

  /** The tables of the page that tell of terms. */
  static List<PageTable> of(StoredResult result, Phrases phrases) throws IOException {
    Terms terms = new Terms(result, phrases);
    terms.frequent();
    terms.bursts();
    terms.trends();
    return terms.tables;
  }

  private void frequent() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "terms",
            List.of("term", "tf", "is_phrase"),
            "pos",
            "category",
            "f",
            "df",
            "sf",
            "per_million",
            "dp_norm");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    Ranking ranking = new Ranking(MOST_LISTED);
    int frequency = source.placeOfFirst("f", "tf");
    source.read(row -> ranking.offer(source.name(), row.measure(frequency), row));
    tables.add(PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered()));
  }

  private void bursts() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "bursts",
            List.of("term", "period_from", "period_to", "weight"),
            "facet",
            "periods",
            "value",
            "steepness");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int score = source.placeOfFirst("steepness", "weight");
    int term = source.place("term");
    int periods = source.place("periods");
    Ranking ofAll = new Ranking(MOST_BURSTS);
    Ranking ofGroups = new Ranking(MOST_BURSTS);
    source.read(
        row -> {
          double length = periods < 0 ? 0 : row.measure(periods);
          if (isOfAll(source, row)) {
            ofAll.offer(source.name(), row.measure(score), length, row);
          } else if (phrases.tellsOf(row.text(term))) {
            ofGroups.offer(source.name(), row.measure(score), length, row);
          }
        });
    for (Object[] row : ofAll.rows()) {
      if (followed.size() < MOST_FOLLOWED) {
        followed.add((String) row[term]);
      }
    }
    List<@Nullable Object[]> rows = new ArrayList<>(ofAll.rows());
    rows.addAll(ofGroups.rows());
    tables.add(
        PageTable.some(
            source.name(), source.columns(), rows, ofAll.offered() + ofGroups.offered()));
  }

  private void trends() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "trends",
            List.of("term", "period", "tf", "df", "tokens"),
            "facet",
            "first_day",
            "value",
            "f",
            "documents",
            "ci_low",
            "ci_high",
            "per_million_ci_low",
            "per_million_ci_high");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int term = source.place("term");
    int period = source.place("period");
    Map<String, List<@Nullable Object[]>> ofTerms = new HashMap<>();
    boolean hasGroups = TrendsByGroup.isToldBy(source);
    TrendsByGroup groups = TrendsByGroup.of(source, phrases);
    source.read(
        row -> {
          if (!isOfAll(source, row)) {
            if (hasGroups) {
              groups.take(row);
            }
          } else if (isFollowed(row.text(term))) {
            ofTerms.computeIfAbsent(row.text(term), any -> new ArrayList<>()).add(row.values());
          }
        });
    long most = ofTerms.values().stream().mapToInt(List::size).max().orElse(1);
    List<@Nullable Object[]> rows =
        ofTerms.entrySet().stream()
            .filter(trend -> place(trend.getKey()) < MOST_TRENDS / most)
            .sorted(
                Comparator.comparing((Map.Entry<String, ?> trend) -> place(trend.getKey()))
                    .thenComparing(Map.Entry::getKey))
            .flatMap(
                trend ->
                    trend.getValue().stream()
                        .sorted(Comparator.comparing(row -> (String) row[period])))
            .toList();
    tables.add(
        PageTable.someTogether(source.name(), "term", source.columns(), rows, source.rows()));
    tables.addAll(groups.tables());
  }

  /** Whether a row is of the whole corpus: all are where the table knows no groups. */
  private static boolean isOfAll(Source source, StoredRow row) {
    String facet = Source.text(row, source.place("facet"));
    return facet.isEmpty() || facet.equals(WHOLE_CORPUS);
  }

  /** The place of a term in the order in which terms are kept: phrases stand before others. */
  private int place(String term) {
    return phrases.tellsOf(term) ? phrases.number(term) : phrases.size();
  }

  private boolean isFollowed(String term) {
    return phrases.tellsOf(term) || followed.contains(term);
  }
}
