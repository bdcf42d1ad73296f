package org.zhengyu.transforms;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderRegistry;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.model.StrongPairs;

/**
 * Selects the edges of the network from the strongest pairs of all buckets: those whose attraction
 * is beyond chance, the strongest of them. The choice is exact, for a bucket names as many pairs as
 * the whole network may have.
 */
public final class SelectEdges
    extends PTransform<PCollection<StrongPairs>, PCollectionView<StrongPairs>> {
  /**
   * The G² of an edge, at least: the critical value of χ² with one degree of freedom at p = 0.001.
   */
  public static final double MIN_G2 = 10.828;

  private static final long serialVersionUID = 1L;

  private final int most;

  private SelectEdges(int most) {
    this.most = most;
  }

  /** Selects at most so many edges. */
  public static SelectEdges atMost(int most) {
    return new SelectEdges(most);
  }

  @Override
  public PCollectionView<StrongPairs> expand(PCollection<StrongPairs> pairs) {
    return pairs
        .apply("NeverEmpty", NeverEmpty.with(StrongPairs.NONE))
        .apply("Edges", Combine.globally(new Select(this)).asSingletonView());
  }

  private static final class Select
      extends Combine.CombineFn<StrongPairs, StrongPairs, StrongPairs> {
    private static final long serialVersionUID = 1L;

    private final SelectEdges transform;

    Select(SelectEdges transform) {
      this.transform = transform;
    }

    @Override
    public StrongPairs createAccumulator() {
      return StrongPairs.NONE;
    }

    @Override
    public StrongPairs addInput(StrongPairs strongest, StrongPairs pairs) {
      return strongest.strongestWith(pairs, transform.most);
    }

    @Override
    public StrongPairs mergeAccumulators(Iterable<StrongPairs> parts) {
      StrongPairs strongest = createAccumulator();
      for (StrongPairs part : parts) {
        strongest = addInput(strongest, part);
      }
      return strongest;
    }

    @Override
    public StrongPairs extractOutput(StrongPairs strongest) {
      return strongest.from(MIN_G2);
    }

    @Override
    public Coder<StrongPairs> getAccumulatorCoder(
        CoderRegistry registry, Coder<StrongPairs> inputCoder) {
      return StrongPairs.coder();
    }

    @Override
    public Coder<StrongPairs> getDefaultOutputCoder(
        CoderRegistry registry, Coder<StrongPairs> inputCoder) {
      return StrongPairs.coder();
    }
  }
}
