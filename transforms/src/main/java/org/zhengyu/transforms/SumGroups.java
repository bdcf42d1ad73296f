package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.GroupSums;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.SegmentedSplit;

/**
 * Adds up the sizes of all groups of documents; the one result is {@link GroupTotals#NONE} without
 * documents. The groups of fields are resampled too, those of periods are not.
 */
public final class SumGroups
    extends PTransform<PCollection<SegmentedSplit>, PCollection<GroupTotals>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Admissions> admissions;
  private final long seed;

  private SumGroups(PCollectionView<Admissions> admissions, long seed) {
    this.admissions = admissions;
    this.seed = seed;
  }

  /**
   * Adds up groups.
   *
   * @param admissions which documents count
   * @param seed of the bootstrap
   */
  public static SumGroups of(PCollectionView<Admissions> admissions, long seed) {
    return new SumGroups(admissions, seed);
  }

  @Override
  public PCollection<GroupTotals> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("Measure", ParDo.of(new Measure(this)).withSideInputs(admissions))
        .setCoder(GroupTotals.coder())
        .apply("NeverEmpty", NeverEmpty.with(GroupTotals.NONE))
        .apply("Sum", Combine.globally(new Sum()).withoutDefaults());
  }

  private static final class Measure extends DoFn<SegmentedSplit, GroupTotals> {
    private static final long serialVersionUID = 1L;

    private final SumGroups transform;

    Measure(SumGroups transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      GroupSums sums = new GroupSums(transform.seed);
      Admissions admitted = context.sideInput(transform.admissions);
      context.element().documents(admitted::counts).forEach(sums::add);
      context.output(sums.totals());
    }
  }

  private static final class Sum extends Combine.BinaryCombineFn<GroupTotals> {
    private static final long serialVersionUID = 1L;

    @Override
    public GroupTotals apply(GroupTotals left, GroupTotals right) {
      return left.plus(right);
    }

    @Override
    public GroupTotals identity() {
      return GroupTotals.NONE;
    }
  }
}
