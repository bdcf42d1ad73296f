package org.zhengyu.transforms.stats;

import java.util.stream.IntStream;

/**
 * The place of communities among each other: how tight each is, and how much it is tied to others.
 * Callon, Courtial and Laville (1991), “Co-word analysis as a tool for describing the network of
 * interactions between basic and technological research”, Scientometrics 22, with the factors of
 * Cobo et al. (2011), “An approach for detecting, quantifying, and visualizing the evolution of a
 * research field”, Journal of Informetrics 5.
 */
public final class StrategicDiagram {
  private static final double DENSITY_FACTOR = 100;
  private static final double CENTRALITY_FACTOR = 10;

  private final long[] nodes;
  private final double[] within;
  private final double[] out;

  private StrategicDiagram(int communities) {
    nodes = new long[communities];
    within = new double[communities];
    out = new double[communities];
  }

  /**
   * The diagram of a division of a graph.
   *
   * @param communities the community of each node, from 0
   */
  public static StrategicDiagram of(WeightedGraph graph, int[] communities) {
    StrategicDiagram diagram = new StrategicDiagram(IntStream.of(communities).max().orElse(-1) + 1);
    for (int node = 0; node < graph.nodes(); node++) {
      int community = communities[node];
      diagram.nodes[community]++;
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        int target = graph.target(arc);
        if (communities[target] != community) {
          diagram.out[community] += graph.weight(arc);
        } else if (node < target) {
          diagram.within[community] += graph.weight(arc);
        }
      }
    }
    return diagram;
  }

  /** How tight a community is: 100 times the weight of the edges within it over its nodes. */
  public double density(int community) {
    return DENSITY_FACTOR * within[community] / nodes[community];
  }

  /** How much a community is tied to others: 10 times the weight of the edges that leave it. */
  public double centrality(int community) {
    return CENTRALITY_FACTOR * out[community];
  }
}
