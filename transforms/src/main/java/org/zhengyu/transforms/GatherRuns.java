package org.zhengyu.transforms;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Gathers the runs of neighbouring input splits in one bucket, so that a bucket holds a stretch of
 * the input and the buckets together are in its order.
 */
public final class GatherRuns
    extends PTransform<
        PCollection<KV<Integer, SortedRun>>, PCollection<KV<Integer, Iterable<SortedRun>>>> {
  private static final long serialVersionUID = 1L;

  private final int splits;
  private final int buckets;

  private GatherRuns(int splits, int buckets) {
    this.splits = splits;
    this.buckets = buckets;
  }

  /**
   * Gathers runs that are keyed by the number of their split.
   *
   * @param splits how many splits there are
   * @param buckets how many buckets to fill
   */
  public static GatherRuns ofSplits(int splits, int buckets) {
    return new GatherRuns(splits, buckets);
  }

  /** The coder of runs with a number. */
  public static Coder<KV<Integer, SortedRun>> runCoder() {
    return KvCoder.of(VarIntCoder.of(), SortedRun.coder());
  }

  @Override
  public PCollection<KV<Integer, Iterable<SortedRun>>> expand(
      PCollection<KV<Integer, SortedRun>> runs) {
    return runs.apply("NameBuckets", ParDo.of(new NameBuckets(this)))
        .setCoder(runCoder())
        .apply("Gather", GroupByKey.create());
  }

  private static final class NameBuckets
      extends DoFn<KV<Integer, SortedRun>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final GatherRuns transform;

    NameBuckets(GatherRuns transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, SortedRun> run, OutputReceiver<KV<Integer, SortedRun>> gathered) {
      int bucket = (int) ((long) run.getKey() * transform.buckets / transform.splits);
      gathered.output(KV.of(bucket, run.getValue()));
    }
  }
}
