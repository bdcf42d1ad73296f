package org.zhengyu.transforms.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.DoubleUnaryOperator;

/**
 * Betweenness: how many of the shortest paths between other nodes lead through a node. Where there
 * are several shortest paths between two nodes, each counts for its share.
 *
 * <p>Paths whose lengths differ by less than a relative 1e-10 are equally short: sums of the same
 * lengths in another order differ in their last bits, and would otherwise break ties at random.
 * Hence the weights of a graph must lie within nine orders of magnitude.
 *
 * <p>Freeman (1977); the algorithm is that of Brandes (2001), in time of nodes times edges.
 */
public final class Betweenness {
  private static final double EQUAL = 1e-10;

  private final WeightedGraph graph;
  private final DoubleUnaryOperator length;
  private final double[] betweenness;

  private final double[] distance;
  private final double[] paths;
  private final double[] dependency;
  private final boolean[] settled;
  private final int[] order;

  private Betweenness(WeightedGraph graph, DoubleUnaryOperator length) {
    this.graph = graph;
    this.length = length;
    int nodes = graph.nodes();
    betweenness = new double[nodes];
    distance = new double[nodes];
    paths = new double[nodes];
    dependency = new double[nodes];
    settled = new boolean[nodes];
    order = new int[nodes];
  }

  /** A node that can be reached at a distance. */
  private record Reached(int node, double distance) {
    static final Comparator<Reached> NEAREST_FIRST =
        Comparator.comparingDouble(Reached::distance).thenComparingInt(Reached::node);
  }

  /**
   * The betweenness of each node where an edge is the shorter the larger its weight: 1 / weight.
   * Every unordered pair of other nodes counts once.
   */
  public static double[] byWeights(WeightedGraph graph) {
    return ofLengths(graph, weight -> 1 / weight);
  }

  /** The betweenness of each node where an edge of a weight has a length. */
  static double[] ofLengths(WeightedGraph graph, DoubleUnaryOperator length) {
    Betweenness sum = new Betweenness(graph, length);
    for (int source = 0; source < graph.nodes(); source++) {
      sum.addPathsFrom(source);
    }
    // Every pair was seen from both of its ends.
    return Arrays.stream(sum.betweenness).map(both -> both / 2).toArray();
  }

  /**
   * Betweenness as a share of the pairs of other nodes, from 0 to 1: times 2 / ((n - 1)(n - 2)). 0
   * with fewer than three nodes.
   */
  public static double[] normalised(double[] betweenness) {
    double pairs = (betweenness.length - 1.0) * (betweenness.length - 2.0) / 2;
    return Arrays.stream(betweenness).map(b -> pairs > 0 ? b / pairs : 0).toArray();
  }

  private void addPathsFrom(int source) {
    int reached = settle(source);
    for (int i = reached - 1; i > 0; i--) {
      int node = order[i];
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        int before = graph.target(arc);
        if (distance[before] < distance[node]
            && equal(distance[before] + length(arc), distance[node])) {
          dependency[before] += paths[before] / paths[node] * (1 + dependency[node]);
        }
      }
      betweenness[node] += dependency[node];
    }
  }

  /** Finds the distances and the shortest paths from a node, and puts the nodes in their order. */
  private int settle(int source) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(paths, 0);
    Arrays.fill(dependency, 0);
    Arrays.fill(settled, false);
    distance[source] = 0;
    paths[source] = 1;
    int reached = 0;
    PriorityQueue<Reached> queue = new PriorityQueue<>(Reached.NEAREST_FIRST);
    queue.add(new Reached(source, 0));
    while (!queue.isEmpty()) {
      int node = queue.poll().node();
      if (settled[node]) {
        continue;
      }
      settled[node] = true;
      order[reached++] = node;
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        int next = graph.target(arc);
        double throughNode = distance[node] + length(arc);
        if (settled[next]) {
          continue;
        }
        if (equal(throughNode, distance[next])) {
          paths[next] += paths[node];
        } else if (throughNode < distance[next]) {
          distance[next] = throughNode;
          paths[next] = paths[node];
          queue.add(new Reached(next, throughNode));
        }
      }
    }
    return reached;
  }

  private double length(int arc) {
    return length.applyAsDouble(graph.weight(arc));
  }

  private static boolean equal(double one, double other) {
    return Math.abs(one - other) <= EQUAL * Math.min(one, other);
  }
}
