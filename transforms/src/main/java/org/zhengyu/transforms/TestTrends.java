package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.counting.TrendTester;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.TrendTest;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Tests whether terms become more or less frequent. All tests of one group are of one bucket, in
 * runs from the facet's number (a byte), the group's value and the term to a {@link TrendTest}.
 */
public final class TestTrends
    extends PTransform<
        PCollection<KV<Integer, PeriodCounts>>, PCollection<KV<Integer, SortedRun>>> {
  private static final long serialVersionUID = 1L;

  private final Grouping grouping;
  private final int buckets;

  private TestTrends(Grouping grouping, int buckets) {
    this.grouping = grouping;
    this.buckets = buckets;
  }

  /**
   * Tests trends.
   *
   * @param grouping by what documents are grouped
   * @param buckets into how many buckets the groups are dealt
   */
  public static TestTrends of(Grouping grouping, int buckets) {
    return new TestTrends(grouping, buckets);
  }

  @Override
  public PCollection<KV<Integer, SortedRun>> expand(
      PCollection<KV<Integer, PeriodCounts>> periods) {
    return periods.apply("Test", ParDo.of(new Test(this))).setCoder(GatherRuns.runCoder());
  }

  private static final class Test extends DoFn<KV<Integer, PeriodCounts>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final TestTrends transform;

    Test(TestTrends transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      TrendTester.test(
          context.element().getValue(),
          transform.grouping,
          new BucketWriter(transform.buckets, (bucket, run) -> context.output(KV.of(bucket, run))));
    }
  }
}
