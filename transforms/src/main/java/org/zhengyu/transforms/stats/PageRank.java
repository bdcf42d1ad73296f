package org.zhengyu.transforms.stats;

import java.util.Arrays;

/**
 * PageRank: how often a random walk is at each node, if it follows an edge in proportion to its
 * weight with probability alpha, and else begins anew anywhere. From a node without edges it always
 * begins anew.
 *
 * <p>Brin and Page (1998).
 */
public final class PageRank {
  /** The probability to follow an edge that is usual. */
  public static final double DEFAULT_ALPHA = 0.85;

  private static final double TOLERANCE = 1e-12;

  private PageRank() {}

  /**
   * The share of each node; all together are 1.
   *
   * @param alpha from 0 to below 1
   * @throws IllegalArgumentException if alpha is out of range
   */
  public static double[] of(WeightedGraph graph, double alpha) {
    if (!(alpha >= 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must be from 0 to below 1: " + alpha);
    }
    int nodes = graph.nodes();
    double[] strengths = new double[nodes];
    for (int node = 0; node < nodes; node++) {
      strengths[node] = graph.strength(node);
    }
    double[] rank = new double[nodes];
    Arrays.fill(rank, 1.0 / nodes);
    double change = nodes == 0 ? 0 : 1;
    while (change > TOLERANCE) {
      double[] next = step(graph, strengths, rank, alpha);
      change = 0;
      for (int node = 0; node < nodes; node++) {
        change += Math.abs(next[node] - rank[node]);
      }
      rank = next;
    }
    return rank;
  }

  /** One step of the walk; the distance to its limit shrinks by alpha at least. */
  private static double[] step(
      WeightedGraph graph, double[] strengths, double[] rank, double alpha) {
    double anew = 1 - alpha;
    for (int node = 0; node < rank.length; node++) {
      anew += strengths[node] == 0 ? alpha * rank[node] : 0;
    }
    double[] next = new double[rank.length];
    Arrays.fill(next, anew / rank.length);
    for (int node = 0; node < rank.length; node++) {
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        next[graph.target(arc)] += alpha * rank[node] * graph.weight(arc) / strengths[node];
      }
    }
    return next;
  }
}
