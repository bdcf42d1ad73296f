package org.zhengyu.transforms;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.model.PairLists;

/**
 * Selects the pairs of which networks are made from those of all buckets: those whose attraction is
 * beyond chance, the strongest of them. The choice is exact, for a bucket names as many pairs as
 * each list of the plan may have.
 */
public final class SelectEdges
    extends PTransform<PCollection<PairLists>, PCollectionView<PairLists>> {
  /**
   * The G² of an edge, at least: the critical value of χ² with one degree of freedom at p = 0.001.
   */
  public static final double MIN_G2 = 10.828;

  private static final long serialVersionUID = 1L;

  private final NetworkPlan plan;

  private SelectEdges(NetworkPlan plan) {
    this.plan = plan;
  }

  /** Selects the pairs that a plan lists. */
  public static SelectEdges of(NetworkPlan plan) {
    return new SelectEdges(plan);
  }

  @Override
  public PCollectionView<PairLists> expand(PCollection<PairLists> pairs) {
    return pairs
        .apply("NeverEmpty", NeverEmpty.with(PairLists.NONE))
        .apply("Edges", Combine.globally(new Select(this)).asSingletonView());
  }

  private static final class Select extends Combine.CombineFn<PairLists, PairLists, PairLists> {
    private static final long serialVersionUID = 1L;

    private final SelectEdges transform;

    Select(SelectEdges transform) {
      this.transform = transform;
    }

    @Override
    public PairLists createAccumulator() {
      return PairLists.NONE;
    }

    @Override
    public PairLists addInput(PairLists strongest, PairLists pairs) {
      return transform.plan.together(strongest, pairs);
    }

    @Override
    public PairLists mergeAccumulators(Iterable<PairLists> parts) {
      PairLists strongest = createAccumulator();
      for (PairLists part : parts) {
        strongest = addInput(strongest, part);
      }
      return strongest;
    }

    @Override
    public PairLists extractOutput(PairLists strongest) {
      return new PairLists(strongest.lists().stream().map(list -> list.from(MIN_G2)).toList());
    }

    @Override
    public Coder<PairLists> getAccumulatorCoder(
        CoderRegistry registry, Coder<PairLists> inputCoder) {
      return PairLists.coder();
    }

    @Override
    public Coder<PairLists> getDefaultOutputCoder(
        CoderRegistry registry, Coder<PairLists> inputCoder) {
      return PairLists.coder();
    }
  }
}
