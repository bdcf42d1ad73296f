package org.zhengyu.transforms.segment;

import java.util.Arrays;

/**
 * The cheapest way through the characters of a phrase, which goes on from the cheapest ways to its
 * begin. Arrays are used again for each phrase. Not thread-safe.
 */
final class InnerPath {
  private final LatticeNodes nodes;
  private final LatticePairs pairs;
  private double[] cost = new double[256];
  private int[] before = new int[256];
  private int first;
  private int last;

  InnerPath(LatticeNodes nodes, LatticePairs pairs) {
    this.nodes = nodes;
    this.pairs = pairs;
  }

  /**
   * Finds the cheapest way from one place to another.
   *
   * @param begins the nodes that begin at each place; those at {@code begin} have their weight
   * @return whether there is any
   */
  boolean find(int[] begins, int begin, int end) {
    if (nodes.size > cost.length) {
      cost = new double[2 * nodes.size];
      before = new int[2 * nodes.size];
    }
    int from = begins[begin];
    for (int node = from; node < begins[begin + 1]; node++) {
      cost[node] = nodes.weight[node];
      before[node] = nodes.from[node];
    }
    Arrays.fill(cost, begins[begin + 1], begins[end], Double.POSITIVE_INFINITY);
    last = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int node = from; node < begins[end]; node++) {
      if (nodes.end[node] == end && cost[node] < least) {
        last = node;
        least = cost[node];
      } else if (nodes.end[node] < end && cost[node] < Double.POSITIVE_INFINITY) {
        goOn(node, begins, end);
      }
    }
    first = last;
    while (first >= 0 && before[first] >= from) {
      first = before[first];
    }
    return last >= 0;
  }

  private void goOn(int node, int[] begins, int end) {
    int pair = nodes.firstPair[node];
    int behind = begins[nodes.end[node] + 1];
    for (int second = begins[nodes.end[node]]; second < behind; second++) {
      double newCost = cost[node] + pairs.cost[pair++];
      if (newCost < cost[second] && nodes.end[second] <= end) {
        cost[second] = newCost;
        before[second] = node;
      }
    }
  }

  /** The last node of the way. */
  int last() {
    return last;
  }

  /** The cost of the way to its end. */
  double cost() {
    return cost[last];
  }

  /** The cost of the joins between its words. */
  double costOfJoins() {
    return cost[last] - cost[first];
  }

  /** What comes before a node of the way, as in {@link LatticeNodes#from}. */
  int before(int node) {
    return before[node];
  }

  /** What comes before the way. */
  int beforeFirst() {
    return before[first];
  }
}
