package org.zhengyu.transforms.stats;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/** Divides a graph into communities: nodes that are joined more closely than by chance. */
public final class Communities {
  /** The resolution that is usual. */
  public static final double DEFAULT_RESOLUTION = 1;

  /** A single run ends in a worse local optimum now and then. */
  private static final int STARTS = 10;

  private static final int TO_CONVERGENCE = 0;

  private Communities() {}

  /**
   * The community of each node: of ten runs of the Leiden algorithm with {@link
   * #DEFAULT_RESOLUTION} the division of the largest modularity. Each community is connected. They
   * are numbered from 0 by descending size, and of equal sizes by their smallest node. The same
   * graph and seed give the same communities.
   *
   * <p>Traag, Waltman and van Eck (2019).
   */
  public static int[] leiden(WeightedGraph graph, long seed) {
    int nodes = graph.nodes();
    if (graph.totalStrength() == 0) {
      return IntStream.range(0, nodes).toArray();
    }
    Network network = network(graph);
    Random random = new Random(seed);
    int[] best = {};
    double bestModularity = Double.NEGATIVE_INFINITY;
    for (int start = 0; start < STARTS; start++) {
      Clustering found =
          new LeidenAlgorithm(
                  DEFAULT_RESOLUTION / graph.totalStrength(),
                  TO_CONVERGENCE,
                  LeidenAlgorithm.DEFAULT_RANDOMNESS,
                  random)
              .findClustering(network);
      double modularity = modularity(graph, found.getClusters(), DEFAULT_RESOLUTION);
      if (modularity > bestModularity) {
        best = found.getClusters();
        bestModularity = modularity;
      }
    }
    return bySize(best);
  }

  /**
   * Modularity: the share of the edges' weight within communities, less what it would be if edges
   * joined nodes at random: (1 / 2m) times the sum over pairs of nodes in one community of A_ij -
   * gamma k_i k_j / 2m. At most 1; NaN without edges.
   *
   * <p>Newman and Girvan (2004), with the resolution of Reichardt and Bornholdt (2006).
   *
   * @param communities the community of each node
   * @param resolution gamma: the larger, the smaller the communities it favours
   */
  public static double modularity(WeightedGraph graph, int[] communities, double resolution) {
    double total = graph.totalStrength();
    int count = IntStream.of(communities).max().orElse(-1) + 1;
    double[] within = new double[count];
    double[] strengths = new double[count];
    for (int node = 0; node < graph.nodes(); node++) {
      strengths[communities[node]] += graph.strength(node);
      for (int arc = graph.firstArc(node); arc < graph.endArc(node); arc++) {
        if (communities[graph.target(arc)] == communities[node]) {
          within[communities[node]] += graph.weight(arc);
        }
      }
    }
    double modularity = total == 0 ? Double.NaN : 0;
    for (int community = 0; community < count; community++) {
      double share = strengths[community] / total;
      modularity += within[community] / total - resolution * share * share;
    }
    return modularity;
  }

  private static Network network(WeightedGraph graph) {
    int nodes = graph.nodes();
    long[] first = new long[nodes + 1];
    for (int node = 0; node < nodes; node++) {
      first[node + 1] = graph.endArc(node);
    }
    int arcs = (int) first[nodes];
    LargeIntArray targets = new LargeIntArray(arcs);
    LargeDoubleArray weights = new LargeDoubleArray(arcs);
    for (int arc = 0; arc < arcs; arc++) {
      targets.set(arc, graph.target(arc));
      weights.set(arc, graph.weight(arc));
    }
    return new Network(nodes, true, first, targets, weights, true);
  }

  /** The same division with its parts numbered by size, and of equal sizes by their first node. */
  static int[] bySize(int[] communities) {
    int count = IntStream.of(communities).max().orElse(-1) + 1;
    int[] sizes = new int[count];
    int[] smallestNode = new int[count];
    for (int node = communities.length - 1; node >= 0; node--) {
      sizes[communities[node]]++;
      smallestNode[communities[node]] = node;
    }
    int[] order =
        IntStream.range(0, count)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingInt(c -> -sizes[c])
                    .thenComparingInt(c -> smallestNode[c]))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[order[i]] = i;
    }
    return IntStream.of(communities).map(community -> numbers[community]).toArray();
  }
}
