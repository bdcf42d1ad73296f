package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Betweenness;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Communities;
import org.zhengyu.transforms.stats.ContingencyTable;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.PageRank;
import org.zhengyu.transforms.stats.WeightedGraph;

/**
 * Makes a network of its edges: weighs them by Dice's coefficient, and measures the place of every
 * term in it.
 */
public final class NetworkBuilder {
  private final ContextUnit unit;
  private final long seed;
  private final Vocabulary vocabulary;

  /**
   * A builder of networks.
   *
   * @param unit what two terms share to co-occur
   * @param seed of the search for communities
   * @param vocabulary the terms
   */
  public NetworkBuilder(ContextUnit unit, long seed, Vocabulary vocabulary) {
    this.unit = unit;
    this.seed = seed;
    this.vocabulary = vocabulary;
  }

  /** The network of these edges. */
  public Network build(ResampledEdges resampled) {
    TreeSet<Integer> terms = new TreeSet<>();
    for (StrongPair pair : resampled.edges().pairs()) {
      terms.add(pair.first());
      terms.add(pair.second());
    }
    List<Integer> termOfNode = new ArrayList<>(terms);
    WeightedGraph.Builder graph = WeightedGraph.ofNodes(termOfNode.size());
    List<Network.Edge> edges = new ArrayList<>();
    for (StrongPair pair : resampled.edges().pairs()) {
      double weight = Association.dice(table(pair));
      graph.edge(terms.headSet(pair.first()).size(), terms.headSet(pair.second()).size(), weight);
      edges.add(
          new Network.Edge(
              vocabulary.member(pair.first()).term(),
              vocabulary.member(pair.second()).term(),
              pair.count(),
              pair.g2(),
              weight,
              interval(edges.size(), resampled)));
    }
    return measure(graph.build(), termOfNode, edges);
  }

  private ContingencyTable table(StrongPair pair) {
    return vocabulary.table(unit, pair.first(), pair.second(), pair.count(), pair.shared());
  }

  private static Interval interval(int edge, ResampledEdges resampled) {
    return edge < resampled.resampled()
        ? Bootstrap.percentile95(resampled.dice(edge))
        : new Interval(Double.NaN, Double.NaN);
  }

  private Network measure(WeightedGraph graph, List<Integer> termOfNode, List<Network.Edge> edges) {
    double[] betweenness = Betweenness.normalised(Betweenness.byWeights(graph));
    double[] pageRank = PageRank.of(graph, PageRank.DEFAULT_ALPHA);
    int[] communities = Communities.leiden(graph, seed);
    List<Network.Node> nodes = new ArrayList<>();
    for (int node = 0; node < graph.nodes(); node++) {
      nodes.add(
          new Network.Node(
              vocabulary.member(termOfNode.get(node)).term(),
              graph.degree(node),
              graph.strength(node),
              betweenness[node],
              pageRank[node],
              communities[node]));
    }
    return new Network(
        unit,
        nodes,
        edges,
        Communities.modularity(graph, communities, Communities.DEFAULT_RESOLUTION));
  }
}
