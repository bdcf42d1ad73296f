package org.zhengyu.transforms.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A graph whose edges have weights: the larger, the closer its two nodes. Nodes are numbered from
 * 0. Immutable, and the same whatever the order in which its edges were given, so that no sum over
 * them depends on it.
 */
public final class WeightedGraph {
  private static final Comparator<Arc> BY_NODES =
      Comparator.comparingInt(Arc::from).thenComparingInt(Arc::to);

  /** The arcs that leave node i are those from {@code first[i]} to before {@code first[i + 1]}. */
  private final int[] first;

  private final int[] targets;
  private final double[] weights;

  private record Arc(int from, int to, double weight) {}

  private WeightedGraph(int nodes, List<Arc> arcs) {
    arcs.sort(BY_NODES);
    first = new int[nodes + 1];
    targets = new int[arcs.size()];
    weights = new double[arcs.size()];
    for (int i = 0; i < targets.length; i++) {
      Arc arc = arcs.get(i);
      if (i > 0 && BY_NODES.compare(arcs.get(i - 1), arc) == 0) {
        throw new IllegalArgumentException("two edges from " + arc.from + " to " + arc.to);
      }
      first[arc.from + 1]++;
      targets[i] = arc.to;
      weights[i] = arc.weight;
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 1] += first[node];
    }
  }

  /** Takes the edges of a graph. */
  public static final class Builder {
    private final int nodes;
    private final List<Arc> arcs = new ArrayList<>();

    private Builder(int nodes) {
      this.nodes = nodes;
    }

    /**
     * Adds an edge between two nodes.
     *
     * @throws IllegalArgumentException if a node does not exist, both are the same, or the weight
     *     is not positive and finite
     */
    public Builder edge(int one, int other, double weight) {
      return arc(one, other, weight).arc(other, one, weight);
    }

    /** Adds an edge that leads one way only; for what else is wrong, see {@link #edge}. */
    public Builder arc(int from, int to, double weight) {
      if (Math.min(from, to) < 0 || Math.max(from, to) >= nodes || from == to) {
        throw new IllegalArgumentException(
            "no edge from " + from + " to " + to + " among " + nodes + " nodes");
      }
      if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a weight must be positive: " + weight);
      }
      arcs.add(new Arc(from, to, weight));
      return this;
    }

    /**
     * The graph.
     *
     * @throws IllegalArgumentException if two edges join the same nodes
     */
    public WeightedGraph build() {
      return new WeightedGraph(nodes, new ArrayList<>(arcs));
    }
  }

  /** Starts a graph of so many nodes. */
  public static Builder ofNodes(int nodes) {
    return new Builder(nodes);
  }

  /** The number of nodes. */
  public int nodes() {
    return first.length - 1;
  }

  /** The number of edges that leave a node. */
  public int degree(int node) {
    return first[node + 1] - first[node];
  }

  /** The sum of the weights of the edges that leave a node. */
  public double strength(int node) {
    double sum = 0;
    for (int arc = first[node]; arc < first[node + 1]; arc++) {
      sum += weights[arc];
    }
    return sum;
  }

  /** The sum of the strengths of all nodes: twice the weight of all edges that lead both ways. */
  public double totalStrength() {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    return sum;
  }

  int firstArc(int node) {
    return first[node];
  }

  int endArc(int node) {
    return first[node + 1];
  }

  int target(int arc) {
    return targets[arc];
  }

  double weight(int arc) {
    return weights[arc];
  }
}
