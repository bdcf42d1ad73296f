package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.RunFact;
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
 * term in it. One worker does so for the whole network, which is small by its limit of edges.
 */
public final class BuildNetwork extends PTransform<PCollection<ResampledEdges>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The network, as bucket 0. */
  public static final TupleTag<KV<Integer, Network>> NETWORK = new TupleTag<>("network") {};

  /** What there is of it, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private final ContextUnit unit;
  private final long seed;
  private final PCollectionView<Vocabulary> vocabulary;

  private BuildNetwork(ContextUnit unit, long seed, PCollectionView<Vocabulary> vocabulary) {
    this.unit = unit;
    this.seed = seed;
    this.vocabulary = vocabulary;
  }

  /**
   * Builds a network.
   *
   * @param unit what two terms share to co-occur
   * @param seed of the search for communities
   * @param vocabulary the terms
   */
  public static BuildNetwork in(
      ContextUnit unit, long seed, PCollectionView<Vocabulary> vocabulary) {
    return new BuildNetwork(unit, seed, vocabulary);
  }

  @Override
  public PCollectionTuple expand(PCollection<ResampledEdges> edges) {
    PCollectionTuple built =
        edges.apply(
            "Build",
            ParDo.of(new Build(this))
                .withSideInputs(vocabulary)
                .withOutputTags(NETWORK, TupleTagList.of(FACTS)));
    built.get(NETWORK).setCoder(KvCoder.of(VarIntCoder.of(), Network.coder()));
    built.get(FACTS).setCoder(RunFact.coder());
    return built;
  }

  private static final class Build extends DoFn<ResampledEdges, KV<Integer, Network>> {
    private static final long serialVersionUID = 1L;

    private final ContextUnit unit;
    private final long seed;
    private final PCollectionView<Vocabulary> vocabularyView;

    Build(BuildNetwork transform) {
      this.unit = transform.unit;
      this.seed = transform.seed;
      this.vocabularyView = transform.vocabulary;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Vocabulary vocabulary = context.sideInput(vocabularyView);
      ResampledEdges resampled = context.element();
      TreeSet<Integer> terms = new TreeSet<>();
      for (StrongPair pair : resampled.edges().pairs()) {
        terms.add(pair.first());
        terms.add(pair.second());
      }
      List<Integer> termOfNode = new ArrayList<>(terms);
      WeightedGraph.Builder graph = WeightedGraph.ofNodes(termOfNode.size());
      List<Network.Edge> edges = new ArrayList<>();
      for (StrongPair pair : resampled.edges().pairs()) {
        double weight = Association.dice(table(pair, vocabulary));
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
      Network network = measure(graph.build(), termOfNode, vocabulary, edges);
      context.output(KV.of(0, network));
      context.output(
          FACTS,
          new RunFact.NetworkSize(
              unit,
              network.nodes().size(),
              network.edges().size(),
              network.edges().isEmpty() ? 0 : network.modularity()));
    }

    private ContingencyTable table(StrongPair pair, Vocabulary vocabulary) {
      return new ContingencyTable(
          pair.count(),
          vocabulary.member(pair.first()).margins().of(unit),
          vocabulary.member(pair.second()).margins().of(unit),
          vocabulary.totals().of(unit));
    }

    private static Interval interval(int edge, ResampledEdges resampled) {
      return edge < resampled.resampled()
          ? Bootstrap.percentile95(resampled.dice(edge))
          : new Interval(Double.NaN, Double.NaN);
    }

    private Network measure(
        WeightedGraph graph,
        List<Integer> termOfNode,
        Vocabulary vocabulary,
        List<Network.Edge> edges) {
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
}
