package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.EdgeCounter;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Vocabulary;

/**
 * Counts the strongest edges of networks once more, document by document, to see how much they
 * would vary in other samples of documents. Without documents enough for that nothing is counted.
 * The one result names all edges.
 */
public final class ResampleEdges
    extends PTransform<PCollection<SegmentedSplit>, PCollection<ResampledEdges>> {
  private static final long serialVersionUID = 1L;

  private final ContextUnit unit;
  private final int window;
  private final long seed;
  private final PCollectionView<Admissions> admissions;
  private final PCollectionView<Vocabulary> vocabulary;
  private final NetworkPlan plan;
  private final PCollectionView<PairLists> edges;

  private ResampleEdges(
      ContextUnit unit,
      int window,
      long seed,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      NetworkPlan plan,
      PCollectionView<PairLists> edges) {
    this.unit = unit;
    this.window = window;
    this.seed = seed;
    this.admissions = admissions;
    this.vocabulary = vocabulary;
    this.plan = plan;
    this.edges = edges;
  }

  /**
   * Resamples edges.
   *
   * @param unit what two terms share to co-occur
   * @param window the reach of the window in words
   * @param seed of the bootstrap
   * @param admissions which documents count
   * @param vocabulary the terms
   * @param plan which networks there are
   * @param edges the pairs of which they are made
   */
  public static ResampleEdges in(
      ContextUnit unit,
      int window,
      long seed,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      NetworkPlan plan,
      PCollectionView<PairLists> edges) {
    return new ResampleEdges(unit, window, seed, admissions, vocabulary, plan, edges);
  }

  @Override
  public PCollection<ResampledEdges> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply(
            "Resample", ParDo.of(new Resample(this)).withSideInputs(admissions, vocabulary, edges))
        .setCoder(ResampledEdges.coder())
        .apply("NeverEmpty", NeverEmpty.with(ResampledEdges.NONE))
        .apply("Sum", Combine.globally(new Sum()).withoutDefaults());
  }

  private static final class Resample extends DoFn<SegmentedSplit, ResampledEdges> {
    private static final long serialVersionUID = 1L;

    private final ResampleEdges transform;

    Resample(ResampleEdges transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      EdgeCounter counter =
          new EdgeCounter(
              transform.unit,
              transform.window,
              transform.seed,
              transform.plan.edges(context.sideInput(transform.edges)),
              context.sideInput(transform.vocabulary));
      counter.count(context.element(), context.sideInput(transform.admissions)::counts);
      context.output(counter.resampled());
    }
  }

  private static final class Sum extends Combine.BinaryCombineFn<ResampledEdges> {
    private static final long serialVersionUID = 1L;

    @Override
    public ResampledEdges apply(ResampledEdges left, ResampledEdges right) {
      return left.plus(right);
    }

    @Override
    public ResampledEdges identity() {
      return ResampledEdges.NONE;
    }
  }
}
