package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

  /** As many months are in a hundred years. */
  private static final int MOST_PERIODS = 1200;

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
            "steepness");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int score = source.placeOfFirst("steepness", "weight");
    int periods = source.place("periods");
    Ranking ranking = new Ranking(MOST_BURSTS);
    source.read(
        row -> {
          if (isOfAll(source, row)) {
            double length = periods < 0 ? 0 : row.measure(periods);
            ranking.offer(source.name(), row.measure(score), length, row);
          }
        });
    for (Object[] row : ranking.rows()) {
      if (followed.size() < MOST_FOLLOWED) {
        followed.add((String) row[source.place("term")]);
      }
    }
    tables.add(PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered()));
  }

  private void trends() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "trends",
            List.of("term", "period", "tf", "df", "tokens"),
            "facet",
            "first_day",
            "f",
            "per_million",
            "ci_low",
            "ci_high",
            "per_million_ci_low",
            "per_million_ci_high");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int term = source.place("term");
    Ranking ranking = new Ranking(MOST_PERIODS);
    source.read(
        row -> {
          if (isOfAll(source, row) && isFollowed(row.text(term))) {
            ranking.offer(row.text(term), 0, row);
          }
        });
    // All periods of a term or none: half a trend would be read as a trend.
    List<@Nullable Object[]> rows = ranking.rows();
    Map<Object, Long> periods =
        rows.stream().collect(Collectors.groupingBy(row -> row[term], Collectors.counting()));
    long most = periods.values().stream().mapToLong(Long::longValue).max().orElse(1);
    long terms = MOST_TRENDS / most;
    tables.add(
        PageTable.some(
            source.name(),
            source.columns(),
            rows.stream().filter(row -> place((String) row[term]) < terms).toList(),
            source.rows()));
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
