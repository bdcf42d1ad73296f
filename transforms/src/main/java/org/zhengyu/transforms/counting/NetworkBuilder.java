package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.StrongPairs;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Betweenness;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Communities;
import org.zhengyu.transforms.stats.Components;
import org.zhengyu.transforms.stats.ContingencyTable;
import org.zhengyu.transforms.stats.ForceLayout;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.PageRank;
import org.zhengyu.transforms.stats.StrategicDiagram;
import org.zhengyu.transforms.stats.WeightedGraph;

/**
 * Makes networks of their edges: weighs these by Dice's coefficient, and measures the place of
 * every term in them.
 */
public final class NetworkBuilder {
  private final ContextUnit unit;
  private final long seed;
  private final Vocabulary vocabulary;

  /**
   * A builder of networks.
   *
   * @param unit what two terms share to co-occur
   * @param seed of the search for communities and of the layout
   * @param vocabulary the terms
   */
  public NetworkBuilder(ContextUnit unit, long seed, Vocabulary vocabulary) {
    this.unit = unit;
    this.seed = seed;
    this.vocabulary = vocabulary;
  }

  /** The networks of these edges, one for each scope. */
  public List<Network> build(List<NetworkScope> scopes, ResampledEdges resampled) {
    Map<StrongPair, double[]> dice = resampled.dice();
    List<Network> networks = new ArrayList<>();
    for (NetworkScope scope : scopes) {
      networks.add(build(scope, resampled.networks().list(networks.size()), dice));
    }
    return networks;
  }

  private Network build(NetworkScope scope, StrongPairs pairs, Map<StrongPair, double[]> dice) {
    TreeSet<Integer> terms = new TreeSet<>();
    for (StrongPair pair : pairs.pairs()) {
      terms.add(pair.first());
      terms.add(pair.second());
    }
    List<Integer> termOfNode = new ArrayList<>(terms);
    WeightedGraph.Builder graph = WeightedGraph.ofNodes(termOfNode.size());
    List<Network.Edge> edges = new ArrayList<>();
    for (StrongPair pair : pairs.pairs()) {
      double weight = Association.dice(table(pair));
      graph.edge(terms.headSet(pair.first()).size(), terms.headSet(pair.second()).size(), weight);
      edges.add(
          new Network.Edge(
              vocabulary.member(pair.first()).term(),
              vocabulary.member(pair.second()).term(),
              pair.count(),
              pair.g2(),
              weight,
              interval(dice.get(pair))));
    }
    return measure(scope, graph.build(), termOfNode, edges);
  }

  private ContingencyTable table(StrongPair pair) {
    return vocabulary.table(unit, pair.first(), pair.second(), pair.count(), pair.shared());
  }

  private static Interval interval(double @Nullable [] dice) {
    return dice == null ? new Interval(Double.NaN, Double.NaN) : Bootstrap.percentile95(dice);
  }

  private Network measure(
      NetworkScope scope, WeightedGraph graph, List<Integer> termOfNode, List<Network.Edge> edges) {
    double[] betweenness = Betweenness.normalised(Betweenness.byWeights(graph));
    double[] pageRank = PageRank.of(graph, PageRank.DEFAULT_ALPHA);
    int[] communities = Communities.leiden(graph, seed);
    StrategicDiagram diagram = StrategicDiagram.of(graph, communities);
    int[] components = Components.of(graph);
    double[][] places = ForceLayout.of(graph, components, seed);
    List<Network.Node> nodes = new ArrayList<>();
    for (int node = 0; node < graph.nodes(); node++) {
      nodes.add(
          new Network.Node(
              vocabulary.member(termOfNode.get(node)).term(),
              new Network.Place(
                  graph.degree(node), graph.strength(node), betweenness[node], pageRank[node]),
              new Network.Membership(
                  components[node],
                  communities[node],
                  diagram.density(communities[node]),
                  diagram.centrality(communities[node])),
              places[node][0],
              places[node][1]));
    }
    return new Network(
        unit,
        scope.name(),
        nodes,
        edges,
        IntStream.of(components).max().orElse(-1) + 1L,
        Communities.modularity(graph, communities, Communities.DEFAULT_RESOLUTION));
  }
}
