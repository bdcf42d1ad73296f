package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphVectorsTest {
  private static final int RING_CLIQUES = 30;
  private static final int RING_CLIQUE_SIZE = 5;

  /** A graph of the notes, once with its weights and once with 1 for each. */
  private static final class Sample {
    final Map<String, Integer> numbers = new LinkedHashMap<>();
    final WeightedGraph weighted;
    final WeightedGraph unweighted;

    Sample(List<CSVRecord> edges) {
      for (CSVRecord edge : edges) {
        number(edge.get("u"));
        if (!edge.get("v").isEmpty()) {
          number(edge.get("v"));
        }
      }
      weighted = graph(edges, true);
      unweighted = graph(edges, false);
    }

    private void number(String node) {
      numbers.putIfAbsent(node, numbers.size());
    }

    private WeightedGraph graph(List<CSVRecord> edges, boolean hasWeights) {
      WeightedGraph.Builder graph = WeightedGraph.ofNodes(numbers.size());
      for (CSVRecord edge : edges) {
        if (edge.get("v").isEmpty()) {
          continue;
        }
        int u = numbers.get(edge.get("u"));
        int v = numbers.get(edge.get("v"));
        double weight = hasWeights ? Vectors.number(edge, "weight") : 1;
        if (edge.get("type").equals("directed")) {
          graph.arc(u, v, weight);
        } else {
          graph.edge(u, v, weight);
        }
      }
      return graph.build();
    }

    /** The communities that a text lists as "0,1 | 2". */
    int[] partition(String text) {
      int[] community = new int[numbers.size()];
      Arrays.fill(community, -1);
      String[] groups = text.split(" \\| ", -1);
      for (int g = 0; g < groups.length; g++) {
        for (String node : groups[g].split(",", -1)) {
          community[numbers.get(node)] = g;
        }
      }
      assertThat(community).doesNotContain(-1);
      return community;
    }

    /** So many neighbouring cliques of the ring together in one community. */
    int[] cliques(int together) {
      int[] community = new int[numbers.size()];
      numbers.forEach(
          (node, number) ->
              community[number] = Integer.parseInt(node) / RING_CLIQUE_SIZE / together);
      assertThat(community).hasSize(RING_CLIQUES * RING_CLIQUE_SIZE);
      return community;
    }
  }

  static Stream<CSVRecord> rows() {
    return Vectors.pinned("graph.csv");
  }

  private static Map<String, Sample> samples(Stream<CSVRecord> edges) {
    return edges.collect(Collectors.groupingBy(edge -> edge.get("graph"))).entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Sample(entry.getValue())));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithLibrariesAndExactComputations(CSVRecord row) {
    check(row, samples(Vectors.pinned("graph_edges.csv")));
  }

  @Test
  void agreesWithTheReferenceNotes() {
    List<CSVRecord> rows = Vectors.reference("graph.csv").toList();
    Map<String, Sample> samples = samples(Vectors.reference("graph_edges.csv"));
    rows.forEach(row -> check(row, samples));
  }

  private static void check(CSVRecord row, Map<String, Sample> samples) {
    Sample sample = samples.get(row.get("graph"));
    String measure = row.get("measure");
    switch (measure) {
      case "degree" -> Vectors.assertMatches(row, sample.weighted.degree(node(row, sample)));
      case "strength" -> Vectors.assertMatches(row, sample.weighted.strength(node(row, sample)));
      case "betweenness" -> Vectors.assertMatches(row, betweenness(row, sample)[node(row, sample)]);
      case "pagerank" -> Vectors.assertMatches(row, pageRank(row, sample)[node(row, sample)]);
      case "modularity" -> Vectors.assertMatches(row, modularity(row, sample));
      case "max_modularity" -> Vectors.assertMatches(row, leidenModularity(sample));
      case "leiden_q_lower_bound", "louvain_q_lower_bound" ->
          assertThat(leidenModularity(sample))
              .as("%s", row)
              .isGreaterThanOrEqualTo(Vectors.number(row, "expected") - 1e-9);
      case "leiden_partition" ->
          assertThat(groups(Communities.leiden(sample.weighted, 1)))
              .as("%s", row)
              .isEqualTo(groups(sample.partition(row.get("expected"))));
      default -> fail("nothing computes the measure " + measure);
    }
  }

  private static int node(CSVRecord row, Sample sample) {
    return sample.numbers.get(row.get("item"));
  }

  private static double[] betweenness(CSVRecord row, Sample sample) {
    return switch (row.get("param")) {
      case "unweighted;raw" -> Betweenness.ofLengths(sample.weighted, weight -> 1);
      case "unweighted;normalised 2/((n-1)(n-2))" ->
          Betweenness.normalised(Betweenness.ofLengths(sample.weighted, weight -> 1));
      case "distance=1/w;raw" -> Betweenness.byWeights(sample.weighted);
      case "distance=w;raw" -> Betweenness.ofLengths(sample.weighted, weight -> weight);
      default -> fail("no such betweenness: " + row);
    };
  }

  private static double[] pageRank(CSVRecord row, Sample sample) {
    String[] parts = row.get("param").split(";", -1);
    double alpha = Double.parseDouble(parts[0].replace("alpha=", ""));
    return PageRank.of(parts[1].equals("weighted") ? sample.weighted : sample.unweighted, alpha);
  }

  private static double modularity(CSVRecord row, Sample sample) {
    String resolution = row.get("param").split(";", -1)[0].replace("gamma=", "");
    Function<String, int[]> communities =
        switch (row.get("item")) {
          case "30 cliques" -> item -> sample.cliques(1);
          case "15 pairs of cliques" -> item -> sample.cliques(2);
          default -> sample::partition;
        };
    return Communities.modularity(
        sample.weighted, communities.apply(row.get("item")), Double.parseDouble(resolution));
  }

  private static double leidenModularity(Sample sample) {
    return Communities.modularity(sample.weighted, Communities.leiden(sample.weighted, 1), 1);
  }

  private static Set<Set<Integer>> groups(int[] communities) {
    return IntStream.range(0, communities.length)
        .boxed()
        .collect(
            Collectors.groupingBy(node -> communities[node], Collectors.toCollection(TreeSet::new)))
        .values()
        .stream()
        .collect(Collectors.toSet());
  }
}
