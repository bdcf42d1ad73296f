package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
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
import org.zhengyu.transforms.counting.NetworkBuilder;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.Vocabulary;

/**
 * Makes networks of their edges: weighs these by Dice's coefficient, and measures the place of
 * every term in them. One worker does so for all networks, which are small by their limit of edges.
 */
public final class BuildNetworks extends PTransform<PCollection<ResampledEdges>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The networks, as bucket 0. */
  public static final TupleTag<KV<Integer, List<Network>>> NETWORKS = new TupleTag<>("networks") {};

  /** What there is of them, and what they were to be about and is not there, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private final ContextUnit unit;
  private final NetworkPlan plan;
  private final long seed;
  private final PCollectionView<Vocabulary> vocabulary;

  private BuildNetworks(
      ContextUnit unit, NetworkPlan plan, long seed, PCollectionView<Vocabulary> vocabulary) {
    this.unit = unit;
    this.plan = plan;
    this.seed = seed;
    this.vocabulary = vocabulary;
  }

  /**
   * Builds networks.
   *
   * @param unit what two terms share to co-occur
   * @param plan which networks there are
   * @param seed of the search for communities and of the layout
   * @param vocabulary the terms
   */
  public static BuildNetworks in(
      ContextUnit unit, NetworkPlan plan, long seed, PCollectionView<Vocabulary> vocabulary) {
    return new BuildNetworks(unit, plan, seed, vocabulary);
  }

  @Override
  public PCollectionTuple expand(PCollection<ResampledEdges> edges) {
    PCollectionTuple built =
        edges.apply(
            "Build",
            ParDo.of(new Build(this))
                .withSideInputs(vocabulary)
                .withOutputTags(NETWORKS, TupleTagList.of(FACTS)));
    built.get(NETWORKS).setCoder(KvCoder.of(VarIntCoder.of(), ListCoder.of(Network.coder())));
    built.get(FACTS).setCoder(RunFact.coder());
    return built;
  }

  private static final class Build extends DoFn<ResampledEdges, KV<Integer, List<Network>>> {
    private static final long serialVersionUID = 1L;

    private final BuildNetworks transform;

    Build(BuildNetworks transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Vocabulary vocabulary = context.sideInput(transform.vocabulary);
      List<NetworkScope> scopes = transform.plan.scopes();
      List<Network> networks =
          new NetworkBuilder(transform.unit, transform.seed, vocabulary)
              .build(scopes, context.element());
      context.output(KV.of(0, networks));
      for (int i = 0; i < scopes.size(); i++) {
        Network network = networks.get(i);
        context.output(
            FACTS,
            new RunFact.NetworkSize(
                transform.unit,
                network.name(),
                network.nodes().size(),
                network.edges().size(),
                network.components(),
                network.edges().isEmpty() ? 0 : network.modularity()));
        tellMissing(scopes.get(i), network, vocabulary, context);
      }
    }

    private void tellMissing(
        NetworkScope scope, Network network, Vocabulary vocabulary, ProcessContext context) {
      Set<String> present =
          network.nodes().stream().map(Network.Node::term).collect(Collectors.toSet());
      for (String term : scope.terms()) {
        if (!present.contains(term)) {
          context.output(
              FACTS,
              new RunFact.Missing(
                  transform.unit,
                  network.name(),
                  term,
                  vocabulary.find(term.getBytes(UTF_8)) >= 0));
        }
      }
    }
  }
}
