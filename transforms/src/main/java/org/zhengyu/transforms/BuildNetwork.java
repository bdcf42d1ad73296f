package org.zhengyu.transforms;

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
import org.zhengyu.transforms.counting.NetworkBuilder;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.Vocabulary;

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

    private final BuildNetwork transform;

    Build(BuildNetwork transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Network network =
          new NetworkBuilder(
                  transform.unit, transform.seed, context.sideInput(transform.vocabulary))
              .build(context.element());
      context.output(KV.of(0, network));
      context.output(
          FACTS,
          new RunFact.NetworkSize(
              transform.unit,
              network.nodes().size(),
              network.edges().size(),
              network.edges().isEmpty() ? 0 : network.modularity()));
    }
  }
}
