package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForceLayoutTest {
  /** Two triangles that one edge joins; and two nodes for themselves. */
  private static final WeightedGraph GRAPH =
      WeightedGraph.ofNodes(8)
          .edge(0, 1, 1)
          .edge(1, 2, 1)
          .edge(0, 2, 1)
          .edge(3, 4, 1)
          .edge(4, 5, 1)
          .edge(3, 5, 1)
          .edge(2, 3, 0.1)
          .edge(6, 7, 1)
          .build();

  private static double[][] layout(WeightedGraph graph, long seed) {
    return ForceLayout.of(graph, Components.of(graph), seed);
  }

  private static double distance(double[][] places, int a, int b) {
    return Math.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]);
  }

  @Test
  void fillsTheFieldAlongItsLongerSideAndStaysInIt() {
    double[] all = Stream.of(layout(GRAPH, 1)).flatMapToDouble(Arrays::stream).sorted().toArray();
    assertThat(all[0]).isEqualTo(-1);
    assertThat(all[all.length - 1]).isEqualTo(1);
  }

  @Test
  void isTheSameForASeed() {
    assertThat(layout(GRAPH, 7)).isDeepEqualTo(layout(GRAPH, 7));
  }

  @Test
  void putsNeighboursTogether() {
    double[][] places = layout(GRAPH, 3);
    assertThat(distance(places, 0, 1)).isLessThan(distance(places, 0, 4));
    assertThat(distance(places, 4, 5)).isLessThan(distance(places, 1, 5));
  }

  @Test
  void putsComponentsBesideEachOther() {
    WeightedGraph.Builder pairs = WeightedGraph.ofNodes(40);
    for (int i = 0; i < 40; i += 2) {
      pairs.edge(i, i + 1, 0.5);
    }
    double[][] places = layout(pairs.build(), 5);
    for (int i = 0; i < 40; i += 2) {
      for (int j = i + 2; j < 40; j++) {
        assertThat(distance(places, i, j)).isGreaterThan(distance(places, i, i + 1) / 2);
      }
    }
  }

  @Test
  void laysOutNothingAndOne() {
    assertThat(layout(WeightedGraph.ofNodes(0).build(), 1)).isEmpty();
    assertThat(layout(WeightedGraph.ofNodes(1).build(), 1)).isDeepEqualTo(new double[][] {{0, 0}});
  }
}
