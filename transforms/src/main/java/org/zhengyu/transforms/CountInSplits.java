package org.zhengyu.transforms;

import java.io.Serializable;
import java.util.function.LongPredicate;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Counts in the tokens of each split, knowing what an earlier reading of all of them has found, and
 * gathers what was counted in buckets.
 *
 * @param <T> what is known
 */
final class CountInSplits<T>
    extends PTransform<PCollection<SegmentedSplit>, PCollection<KV<Integer, Iterable<SortedRun>>>> {
  private static final long serialVersionUID = 1L;

  /** Counts in one split after another. Belongs to one thread. */
  interface Tally<T> {
    /**
     * Counts in a split.
     *
     * @param counts which documents count, by their keys
     * @param known what is known
     * @param out takes what was counted
     */
    void count(SegmentedSplit split, LongPredicate counts, T known, BucketWriter out);
  }

  /** Makes a tally for each worker. */
  interface TallyMaker<T> extends Serializable {
    Tally<T> make();
  }

  private final PCollectionView<Admissions> admissions;
  private final PCollectionView<T> known;
  private final int buckets;
  private final TallyMaker<T> maker;

  private CountInSplits(
      PCollectionView<Admissions> admissions,
      PCollectionView<T> known,
      int buckets,
      TallyMaker<T> maker) {
    this.admissions = admissions;
    this.known = known;
    this.buckets = buckets;
    this.maker = maker;
  }

  /**
   * Counts with tallies.
   *
   * @param admissions which documents count
   * @param known what is known
   * @param buckets into how many buckets what is counted is dealt
   * @param maker makes the tallies
   */
  static <T> CountInSplits<T> by(
      PCollectionView<Admissions> admissions,
      PCollectionView<T> known,
      int buckets,
      TallyMaker<T> maker) {
    return new CountInSplits<>(admissions, known, buckets, maker);
  }

  @Override
  public PCollection<KV<Integer, Iterable<SortedRun>>> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("Count", ParDo.of(new Count<>(this)).withSideInputs(admissions, known))
        .setCoder(GatherRuns.runCoder())
        .apply("Gather", GroupByKey.create());
  }

  private static final class Count<T> extends DoFn<SegmentedSplit, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final CountInSplits<T> transform;
    private transient @Nullable Tally<T> tally;

    Count(CountInSplits<T> transform) {
      this.transform = transform;
    }

    @Setup
    @SuppressWarnings("unused") // Beam calls it.
    public void setUp() {
      tally = transform.maker.make();
    }

    @ProcessElement
    public void process(ProcessContext context) {
      tally.count(
          context.element(),
          context.sideInput(transform.admissions)::counts,
          context.sideInput(transform.known),
          new BucketWriter(transform.buckets, (bucket, run) -> context.output(KV.of(bucket, run))));
    }
  }
}
