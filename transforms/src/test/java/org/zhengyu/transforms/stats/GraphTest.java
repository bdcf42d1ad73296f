package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Graph measures against brute force on small graphs. */
class GraphTest {
  /** A multiple of every weight that the small graphs have: 1 / weight in whole steps. */
  private static final int STEPS = 12;

  /**
   * A small graph: its weights are 1, 2, 3, 4 or 6; 0 stands for no edge.
   *
   * @param weights of the pairs (0, 1), (0, 2), (1, 2), (0, 3) and so on
   */
  record SmallGraph(int nodes, List<Integer> weights) {
    int weight(int one, int other) {
      int low = Math.min(one, other);
      int high = Math.max(one, other);
      return low == high ? 0 : weights.get(high * (high - 1) / 2 + low);
    }

    WeightedGraph build(List<int[]> pairs) {
      WeightedGraph.Builder graph = WeightedGraph.ofNodes(nodes);
      for (int[] pair : pairs) {
        if (weight(pair[0], pair[1]) > 0) {
          graph.edge(pair[0], pair[1], weight(pair[0], pair[1]));
        }
      }
      return graph.build();
    }

    WeightedGraph build() {
      return build(pairs());
    }

    List<int[]> pairs() {
      List<int[]> pairs = new ArrayList<>();
      for (int high = 0; high < nodes; high++) {
        for (int low = 0; low < high; low++) {
          pairs.add(new int[] {low, high});
        }
      }
      return pairs;
    }
  }

  @Provide
  Arbitrary<SmallGraph> graphs() {
    return Arbitraries.integers()
        .between(1, 6)
        .flatMap(
            nodes ->
                Combinators.combine(
                        Arbitraries.just(nodes),
                        Arbitraries.of(0, 0, 1, 2, 3, 4, 6).list().ofSize(nodes * (nodes - 1) / 2))
                    .as(SmallGraph::new));
  }

  /** Collects the shortest of all simple paths between two nodes, in whole numbers. */
  private static final class ShortestPaths {
    private final SmallGraph graph;
    private final int target;
    private final boolean[] onPath;
    private final List<Integer> path = new ArrayList<>();
    private final List<List<Integer>> shortest = new ArrayList<>();
    private int shortestLength = Integer.MAX_VALUE;

    ShortestPaths(SmallGraph graph, int source, int target) {
      this.graph = graph;
      this.target = target;
      onPath = new boolean[graph.nodes()];
      walk(source, 0);
    }

    private void walk(int node, int length) {
      path.add(node);
      onPath[node] = true;
      if (node == target) {
        if (length < shortestLength) {
          shortest.clear();
          shortestLength = length;
        }
        if (length == shortestLength) {
          shortest.add(List.copyOf(path));
        }
      } else {
        for (int next = 0; next < graph.nodes(); next++) {
          if (!onPath[next] && graph.weight(node, next) > 0) {
            walk(next, length + STEPS / graph.weight(node, next));
          }
        }
      }
      onPath[node] = false;
      path.remove(path.size() - 1);
    }
  }

  @Property
  void betweennessIsTheShareOfAllShortestPaths(@ForAll("graphs") SmallGraph graph) {
    double[] expected = new double[graph.nodes()];
    for (int[] pair : graph.pairs()) {
      List<List<Integer>> shortest = new ShortestPaths(graph, pair[0], pair[1]).shortest;
      for (List<Integer> path : shortest) {
        for (int node : path.subList(1, path.size() - 1)) {
          expected[node] += 1.0 / shortest.size();
        }
      }
    }
    assertThat(Betweenness.byWeights(graph.build())).containsExactly(expected, within(1e-9));
  }

  @Property
  void pageRankIsTheFixedPointOfItsEquation(@ForAll("graphs") SmallGraph graph) {
    double[] rank = PageRank.of(graph.build(), 0.85);
    int n = graph.nodes();
    double dangling = 0;
    double[] out = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        out[i] += graph.weight(i, j);
      }
      dangling += out[i] == 0 ? rank[i] : 0;
    }
    for (int i = 0; i < n; i++) {
      double expected = 0.15 / n + 0.85 * dangling / n;
      for (int j = 0; j < n; j++) {
        expected += graph.weight(j, i) == 0 ? 0 : 0.85 * rank[j] * graph.weight(j, i) / out[j];
      }
      assertThat(rank[i]).isCloseTo(expected, within(1e-11));
    }
    assertThat(Arrays.stream(rank).sum()).isCloseTo(1, within(1e-11));
  }

  @Property
  void modularityIsTheSumOverAllPairs(@ForAll("graphs") SmallGraph graph, @ForAll Random random) {
    int n = graph.nodes();
    int[] communities = IntStream.range(0, n).map(node -> random.nextInt(3)).toArray();
    double[] strength = new double[n];
    double twice = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        strength[i] += graph.weight(i, j);
      }
      twice += strength[i];
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (communities[i] == communities[j]) {
          sum += graph.weight(i, j) - 1.5 * strength[i] * strength[j] / twice;
        }
      }
    }
    double modularity = Communities.modularity(graph.build(), communities, 1.5);
    if (twice == 0) {
      assertThat(modularity).isNaN();
    } else {
      assertThat(modularity).isCloseTo(sum / twice, within(1e-12));
    }
  }

  @Property(tries = 200)
  void nothingDependsOnTheOrderOfEdges(@ForAll("graphs") SmallGraph graph, @ForAll Random random) {
    List<int[]> pairs = graph.pairs();
    WeightedGraph ordered = graph.build(pairs);
    Collections.shuffle(pairs, random);
    WeightedGraph shuffled = graph.build(pairs);
    assertThat(Betweenness.byWeights(shuffled)).isEqualTo(Betweenness.byWeights(ordered));
    assertThat(PageRank.of(shuffled, 0.85)).isEqualTo(PageRank.of(ordered, 0.85));
    assertThat(Communities.leiden(shuffled, 7)).isEqualTo(Communities.leiden(ordered, 7));
  }

  @Property(tries = 200)
  void communitiesAreConnectedAndNumberedBySize(@ForAll("graphs") SmallGraph graph) {
    int[] communities = Communities.leiden(graph.build(), 3);
    int count = IntStream.of(communities).max().orElse(-1) + 1;
    int largerSize = Integer.MAX_VALUE;
    int earlierNode = -1;
    for (int community = 0; community < count; community++) {
      int number = community;
      List<Integer> members =
          IntStream.range(0, graph.nodes())
              .filter(node -> communities[node] == number)
              .boxed()
              .toList();
      assertThat(members).isNotEmpty().hasSizeLessThanOrEqualTo(largerSize);
      if (members.size() == largerSize) {
        assertThat(members.get(0)).isGreaterThan(earlierNode);
      }
      largerSize = members.size();
      earlierNode = members.get(0);
      assertThat(reachable(graph, members)).containsExactlyInAnyOrderElementsOf(members);
    }
  }

  private static List<Integer> reachable(SmallGraph graph, List<Integer> within) {
    List<Integer> reached = new ArrayList<>(List.of(within.get(0)));
    for (int i = 0; i < reached.size(); i++) {
      for (int next : within) {
        if (graph.weight(reached.get(i), next) > 0 && !reached.contains(next)) {
          reached.add(next);
        }
      }
    }
    return reached;
  }

  @Example
  void findsTheTwoTrianglesOfABarbell() {
    WeightedGraph barbell =
        WeightedGraph.ofNodes(6)
            .edge(0, 1, 1)
            .edge(1, 2, 1)
            .edge(0, 2, 1)
            .edge(2, 3, 0.1)
            .edge(3, 4, 1)
            .edge(4, 5, 1)
            .edge(3, 5, 1)
            .build();
    assertThat(Communities.leiden(barbell, 1)).containsExactly(0, 0, 0, 1, 1, 1);
    assertThat(barbell.strength(2)).isEqualTo(2.1);
    assertThat(barbell.degree(2)).isEqualTo(3);
  }

  @Example
  void isDefinedForTheEmptyGraph() {
    WeightedGraph none = WeightedGraph.ofNodes(0).build();
    assertThat(Betweenness.normalised(Betweenness.byWeights(none))).isEmpty();
    assertThat(PageRank.of(none, 0.85)).isEmpty();
    assertThat(Communities.leiden(none, 1)).isEmpty();
    assertThat(Communities.modularity(none, new int[0], 1)).isNaN();
  }

  @Example
  void refusesWhatIsNoGraph() {
    WeightedGraph.Builder graph = WeightedGraph.ofNodes(2);
    assertThatThrownBy(() -> graph.edge(0, 2, 1)).hasMessageContaining("from 0 to 2");
    assertThatThrownBy(() -> graph.edge(-1, 1, 1)).hasMessageContaining("from -1 to 1");
    assertThatThrownBy(() -> graph.edge(1, 1, 1)).hasMessageContaining("from 1 to 1");
    assertThatThrownBy(() -> graph.edge(0, 1, 0)).hasMessageContaining("positive: 0");
    assertThatThrownBy(() -> graph.edge(0, 1, Double.NaN)).hasMessageContaining("positive: NaN");
    assertThatThrownBy(() -> graph.edge(0, 1, 1).edge(1, 0, 2).build())
        .hasMessageContaining("two edges");
    assertThatThrownBy(() -> PageRank.of(WeightedGraph.ofNodes(1).build(), 1))
        .hasMessageContaining("alpha");
  }
}
