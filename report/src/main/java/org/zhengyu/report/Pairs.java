package org.zhengyu.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;

/** What occurs together: the neighbours of phrases, and the networks with places to draw them. */
final class Pairs {
  /** Neighbours of a phrase in one unit, each by evidence. */
  private static final int NEIGHBOURS = 30;

  private static final int MOST_PAIRS = 15_000;
  private static final int MOST_NODES = 3000;
  private static final int MOST_EDGES = 4000;

  /** Nodes of a network that are drawn: the strongest, and the strongest phrases. */
  private static final int DRAWN = 300;

  private static final int DRAWN_OF_ALL = 220;

  private final StoredResult result;
  private final Phrases phrases;
  private final long seed;
  private final List<PageTable> tables = new ArrayList<>();

  private Pairs(StoredResult result, Phrases phrases, long seed) {
    this.result = result;
    this.phrases = phrases;
    this.seed = seed;
  }

  /** The tables of the page that tell of pairs. */
  static List<PageTable> of(StoredResult result, Phrases phrases, long seed) throws IOException {
    Pairs pairs = new Pairs(result, phrases, seed);
    pairs.neighbours();
    pairs.networks();
    return pairs.tables;
  }

  private void neighbours() throws IOException {
    Optional<Source> found =
        Source.of(
            result,
            "cooccurrences",
            List.of("unit", "window_size", "term_a", "term_b", "o11"),
            "shared_units",
            "pmi",
            "log_dice",
            "g2");
    if (found.isEmpty()) {
      return;
    }
    Source source = found.get();
    int unit = source.place("unit");
    int termA = source.place("term_a");
    int termB = source.place("term_b");
    int score = source.placeOfFirst("g2", "log_dice", "o11");
    int ofEach = Math.min(NEIGHBOURS, Math.max(1, MOST_PAIRS / Math.max(1, phrases.size())));
    Ranking ranking = new Ranking(ofEach);
    source.read(
        row -> {
          for (String term : List.of(row.text(termA), row.text(termB))) {
            if (phrases.tellsOf(term)) {
              double evidence = row.isNull(score) ? 0 : row.measure(score);
              ranking.offer(List.of(row.text(unit), term), evidence, row);
            }
          }
        });
    Map<List<Object>, @Nullable Object[]> once = new LinkedHashMap<>();
    for (Object[] row : ranking.rows()) {
      once.putIfAbsent(List.of(row[unit], row[termA], row[termB]), row);
    }
    tables.add(
        PageTable.some(source.name(), source.columns(), List.copyOf(once.values()), source.rows()));
  }

  private void networks() throws IOException {
    Optional<Source> foundNodes =
        Source.of(
            result,
            "network_nodes",
            List.of("unit", "window_size", "term", "is_phrase", "strength"),
            "degree",
            "betweenness",
            "pagerank",
            "community",
            "modularity");
    Optional<Source> foundEdges =
        Source.of(
            result,
            "network_edges",
            List.of("unit", "window_size", "term_a", "term_b", "weight"),
            "o11",
            "g2",
            "shared_units",
            "weight_ci_low",
            "weight_ci_high");
    if (foundNodes.isEmpty() || foundEdges.isEmpty()) {
      return;
    }
    Source nodes = foundNodes.get();
    Source edges = foundEdges.get();
    Ranking strongNodes = new Ranking(MOST_NODES);
    nodes.read(
        row ->
            strongNodes.offer(
                row.text(nodes.place("unit")), row.measure(nodes.place("strength")), row));
    Ranking strongEdges = new Ranking(MOST_EDGES);
    edges.read(
        row ->
            strongEdges.offer(
                row.text(edges.place("unit")), row.measure(edges.place("weight")), row));
    List<String> columns = new ArrayList<>(nodes.columns());
    columns.add("x");
    columns.add("y");
    tables.add(
        PageTable.some(
            nodes.name(),
            columns,
            withPlaces(strongNodes.rows(), nodes, strongEdges.rows(), edges),
            strongNodes.offered()));
    tables.add(
        PageTable.some(edges.name(), edges.columns(), strongEdges.rows(), strongEdges.offered()));
  }

  private List<@Nullable Object[]> withPlaces(
      List<@Nullable Object[]> nodeRows,
      Source nodes,
      List<@Nullable Object[]> edgeRows,
      Source edges) {
    Map<Object, Drawing> drawings = new HashMap<>();
    for (Object[] row : nodeRows) {
      drawings
          .computeIfAbsent(row[nodes.place("unit")], any -> new Drawing())
          .offer((String) row[nodes.place("term")], (Boolean) row[nodes.place("is_phrase")]);
    }
    for (Object[] row : edgeRows) {
      drawings
          .computeIfAbsent(row[edges.place("unit")], any -> new Drawing())
          .connect(
              (String) row[edges.place("term_a")],
              (String) row[edges.place("term_b")],
              (Double) row[edges.place("weight")]);
    }
    drawings.values().forEach(drawing -> drawing.layOut(seed));
    List<@Nullable Object[]> placed = new ArrayList<>();
    for (Object[] row : nodeRows) {
      Drawing drawing = drawings.get(row[nodes.place("unit")]);
      Object[] more = Arrays.copyOf(row, row.length + 2);
      drawing.place((String) row[nodes.place("term")], more);
      placed.add(more);
    }
    return placed;
  }

  /** The nodes of one network that are drawn, and where. */
  private static final class Drawing {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<int[]> ends = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private double[][] places = new double[0][];

    /** Takes the next strongest node. */
    void offer(String term, boolean isPhrase) {
      if (numbers.size() < (isPhrase ? DRAWN : DRAWN_OF_ALL)) {
        numbers.put(term, numbers.size());
      }
    }

    void connect(String a, String b, double weight) {
      if (numbers.containsKey(a) && numbers.containsKey(b)) {
        ends.add(new int[] {numbers.get(a), numbers.get(b)});
        weights.add(weight);
      }
    }

    void layOut(long seed) {
      places = ForceLayout.of(numbers.size(), ends, weights, seed);
    }

    /** Fills the last two of the values with the place of a node that is drawn. */
    void place(String term, @Nullable Object[] values) {
      Integer number = numbers.get(term);
      if (number != null) {
        values[values.length - 2] = places[number][0];
        values[values.length - 1] = places[number][1];
      }
    }
  }
}
