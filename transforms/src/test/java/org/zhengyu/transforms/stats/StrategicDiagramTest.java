package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StrategicDiagramTest {
  /** A triangle and a pair that one edge joins, and a pair for itself. */
  private static final WeightedGraph GRAPH =
      WeightedGraph.ofNodes(7)
          .edge(0, 1, 0.5)
          .edge(1, 2, 0.25)
          .edge(0, 2, 0.25)
          .edge(3, 4, 0.5)
          .edge(2, 3, 0.125)
          .edge(5, 6, 0.75)
          .build();

  @Test
  void tellsHowTightACommunityIsAndHowMuchItIsTiedToOthers() {
    StrategicDiagram diagram = StrategicDiagram.of(GRAPH, new int[] {0, 0, 0, 1, 1, 2, 2});
    assertThat(diagram.density(0)).isCloseTo(100 * 1.0 / 3, within(1e-12));
    assertThat(diagram.density(1)).isEqualTo(100 * 0.5 / 2);
    assertThat(diagram.density(2)).isEqualTo(100 * 0.75 / 2);
    assertThat(diagram.centrality(0)).isEqualTo(1.25);
    assertThat(diagram.centrality(1)).isEqualTo(1.25);
    assertThat(diagram.centrality(2)).isZero();
  }

  @Test
  void findsComponentsAndNumbersTheLargestFirst() {
    assertThat(Components.of(GRAPH)).containsExactly(0, 0, 0, 0, 0, 1, 1);
    WeightedGraph turned =
        WeightedGraph.ofNodes(5).edge(0, 1, 1).edge(2, 3, 1).edge(3, 4, 1).build();
    assertThat(Components.of(turned)).containsExactly(1, 1, 0, 0, 0);
    assertThat(Components.of(WeightedGraph.ofNodes(2).build())).containsExactly(0, 1);
  }
}
