package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.model.CorpusTotals;

/** Adds up the sizes of all units; without any, the one result is {@link CorpusTotals#NONE}. */
public final class SumTotals
    extends PTransform<PCollection<CorpusTotals>, PCollection<CorpusTotals>> {
  private static final long serialVersionUID = 1L;

  private SumTotals() {}

  /** Adds up totals. */
  public static SumTotals of() {
    return new SumTotals();
  }

  @Override
  public PCollection<CorpusTotals> expand(PCollection<CorpusTotals> totals) {
    return totals.apply("Sum", CombineAll.by(new Sum(), CorpusTotals.coder()));
  }

  private static final class Sum extends Combine.BinaryCombineFn<CorpusTotals> {
    private static final long serialVersionUID = 1L;

    @Override
    public CorpusTotals apply(CorpusTotals left, CorpusTotals right) {
      return left.plus(right);
    }

    @Override
    public CorpusTotals identity() {
      return CorpusTotals.NONE;
    }
  }
}
