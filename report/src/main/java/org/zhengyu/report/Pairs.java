package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;

/** What occurs together: the neighbours of phrases, and the networks. */
final class Pairs {
  /** Neighbours of a phrase in one unit, each by evidence. */
  private static final int NEIGHBOURS = 30;

  private static final Comparator<List<String>> BY_UNIT_AND_TERM =
      Comparator.comparing((List<String> company) -> company.get(0))
          .thenComparing(company -> company.get(1));

  private static final int MOST_PAIRS = 15_000;
  private static final int MOST_NODES = 3000;
  private static final int MOST_EDGES = 4000;

  private final StoredResult result;
  private final Phrases phrases;
  private final Sentences sentences;
  private final List<PageTable> tables = new ArrayList<>();

  private Pairs(StoredResult result, Phrases phrases, long seed) {
    this.result = result;
    this.phrases = phrases;
    this.sentences = new Sentences(seed);
  }

  /** The tables of the page that tell of pairs, with sentences that have both terms. */
  static List<PageTable> of(StoredResult result, Phrases phrases, long seed) throws IOException {
    Pairs pairs = new Pairs(result, phrases, seed);
    pairs.neighbours();
    pairs.networks();
    pairs.tables.addAll(pairs.sentences.of(result));
    return pairs.tables;
  }

  /**
   * The neighbours of each phrase, without those that call for caution; of these how many there
   * are.
   */
  private void neighbours() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "cooccurrences",
            List.of("unit", "window_size", "term_a", "term_b", "o11"),
            "shared_units",
            "pmi",
            "log_dice",
            "g2",
            "caution");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int unit = source.place("unit");
    int termA = source.place("term_a");
    int termB = source.place("term_b");
    int caution = source.place("caution");
    int score = source.placeOfFirst("g2", "log_dice", "o11");
    int ofEach = Math.min(NEIGHBOURS, Math.max(1, MOST_PAIRS / Math.max(1, phrases.size())));
    Ranking ranking = new Ranking(ofEach);
    Map<List<String>, Long> leftOut = new TreeMap<>(BY_UNIT_AND_TERM);
    source.read(
        row -> {
          for (String term : List.of(row.text(termA), row.text(termB))) {
            if (phrases.tellsOf(term)) {
              List<String> company = List.of(row.text(unit), term);
              if (Source.text(row, caution).isEmpty()) {
                double evidence = row.isNull(score) ? 0 : row.measure(score);
                ranking.offer(company, evidence, row);
              } else {
                leftOut.merge(company, 1L, Long::sum);
              }
            }
          }
        });
    Map<List<Object>, @Nullable Object[]> once = new LinkedHashMap<>();
    for (Object[] row : ranking.rows()) {
      once.putIfAbsent(List.of(row[unit], row[termA], row[termB]), row);
      sentences.add((String) row[termA], (String) row[termB]);
    }
    tables.add(
        PageTable.some(source.name(), source.columns(), List.copyOf(once.values()), source.rows()));
    List<@Nullable Object[]> counts = new ArrayList<>();
    leftOut.forEach(
        (company, pairs) -> counts.add(new Object[] {company.get(0), company.get(1), pairs}));
    tables.add(PageTable.whole("pairs_left_out", List.of("unit", "term", "pairs"), counts));
  }

  private void networks() throws IOException {
    Optional<Source> nodes =
        Source.of(
            result,
            "network_nodes",
            List.of("unit", "window_size", "term", "is_phrase", "strength"),
            "network",
            "degree",
            "betweenness",
            "pagerank",
            "component",
            "community",
            "density",
            "centrality",
            "components",
            "modularity",
            "x",
            "y");
    Optional<Source> edges =
        Source.of(
            result,
            "network_edges",
            List.of("unit", "window_size", "term_a", "term_b", "weight"),
            "network",
            "o11",
            "g2",
            "shared_units",
            "weight_ci_low",
            "weight_ci_high");
    if (nodes.isPresent() && edges.isPresent()) {
      tables.add(strongest(nodes.get(), "strength", MOST_NODES));
      PageTable shown = strongest(edges.get(), "weight", MOST_EDGES);
      shown.forEachText("term_a", "term_b", sentences::add);
      tables.add(shown);
    }
  }

  /** The strongest rows of each network. */
  private static PageTable strongest(Source source, String measure, int most) throws IOException {
    Ranking ranking = new Ranking(most);
    int unit = source.place("unit");
    int network = source.place("network");
    int strength = source.place(measure);
    source.read(
        row ->
            ranking.offer(
                List.of(row.text(unit), Source.text(row, network)), row.measure(strength), row));
    return PageTable.some(source.name(), source.columns(), ranking.rows(), ranking.offered());
  }
}
