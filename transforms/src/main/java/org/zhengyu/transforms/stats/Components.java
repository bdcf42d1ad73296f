package org.zhengyu.transforms.stats;

import java.util.ArrayDeque;
import java.util.Arrays;

/** Divides a graph into its components: nodes between which there is a path. */
public final class Components {
  private static final int UNKNOWN = -1;

  private Components() {}

  /**
   * The component of each node, numbered from 0 by descending size, and of equal sizes by their
   * smallest node. Edges lead both ways.
   */
  public static int[] of(WeightedGraph graph) {
    int[] components = new int[graph.nodes()];
    Arrays.fill(components, UNKNOWN);
    ArrayDeque<Integer> reached = new ArrayDeque<>();
    int count = 0;
    for (int start = 0; start < components.length; start++) {
      if (components[start] == UNKNOWN) {
        components[start] = count;
        reached.add(start);
        while (!reached.isEmpty()) {
          int node = reached.remove();
          for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
            int target = graph.target(arc);
            if (components[target] == UNKNOWN) {
              components[target] = count;
              reached.add(target);
            }
          }
        }
        count++;
      }
    }
    return Communities.bySize(components);
  }
}
