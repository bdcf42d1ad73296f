package org.zhengyu.transforms.packed;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;

/**
 * Gathers the runs of neighbouring work units in one bucket, so that a bucket holds a stretch of
 * the input and the buckets together are in its order.
 */
public final class GatherRuns
    extends PTransform<PCollection<KV<Integer, Run>>, PCollection<KV<Integer, Iterable<Run>>>> {
  private static final long serialVersionUID = 1L;

  private final int units;
  private final int buckets;

  private GatherRuns(int units, int buckets) {
    this.units = units;
    this.buckets = buckets;
  }

  /**
   * Gathers runs that are keyed by the number of their unit.
   *
   * @param units how many units there are
   * @param buckets how many buckets to fill
   */
  public static GatherRuns ofUnits(int units, int buckets) {
    return new GatherRuns(units, buckets);
  }

  /** The coder of runs with a number. */
  public static Coder<KV<Integer, Run>> runCoder() {
    return KvCoder.of(VarIntCoder.of(), Run.coder());
  }

  @Override
  public PCollection<KV<Integer, Iterable<Run>>> expand(PCollection<KV<Integer, Run>> runs) {
    return runs.apply("NameBuckets", ParDo.of(new NameBuckets(units, buckets)))
        .setCoder(runCoder())
        .apply("Gather", GroupByKey.create());
  }

  private static final class NameBuckets extends DoFn<KV<Integer, Run>, KV<Integer, Run>> {
    private static final long serialVersionUID = 1L;

    private final int units;
    private final int buckets;

    NameBuckets(int units, int buckets) {
      this.units = units;
      this.buckets = buckets;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Run> run, OutputReceiver<KV<Integer, Run>> gathered) {
      int bucket = (int) ((long) run.getKey() * buckets / units);
      gathered.output(KV.of(bucket, run.getValue()));
    }
  }
}
