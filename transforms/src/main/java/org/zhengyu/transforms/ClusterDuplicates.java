package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.passages.BandMerge;
import org.zhengyu.transforms.passages.BandTally;
import org.zhengyu.transforms.passages.DuplicateClusters;
import org.zhengyu.transforms.passages.JoinedSplit;
import org.zhengyu.transforms.passages.ReprintFinder;
import org.zhengyu.transforms.passages.ShingleSender;
import org.zhengyu.transforms.passages.SplitWriter;

/**
 * Finds documents that are nearly the same as an earlier one. Buckets learn which documents have a
 * band of their sketches in common; the split of the earlier one is told, and sends its shingles to
 * the split of the later one, which compares them. What is like what is gathered in one bucket, for
 * {@link DuplicateClusters}.
 */
public final class ClusterDuplicates
    extends PTransform<PCollection<SegmentedSplit>, PCollection<KV<Integer, Iterable<SortedRun>>>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Admissions> admissions;
  private final transient PCollection<KV<Long, SortedRun>> chunks;
  private final transient PCollection<KV<Integer, SortedRun>> excerpts;
  private final int buckets;

  private ClusterDuplicates(
      PCollectionView<Admissions> admissions,
      PCollection<KV<Long, SortedRun>> chunks,
      PCollection<KV<Integer, SortedRun>> excerpts,
      int buckets) {
    this.admissions = admissions;
    this.chunks = chunks;
    this.excerpts = excerpts;
    this.buckets = buckets;
  }

  /**
   * Finds near-duplicates.
   *
   * @param admissions which documents count
   * @param chunks the tokens of the splits, see {@link CutTokens}
   * @param excerpts those of {@link FindPassages}
   * @param buckets into how many buckets bands are dealt
   */
  public static ClusterDuplicates of(
      PCollectionView<Admissions> admissions,
      PCollection<KV<Long, SortedRun>> chunks,
      PCollection<KV<Integer, SortedRun>> excerpts,
      int buckets) {
    return new ClusterDuplicates(admissions, chunks, excerpts, buckets);
  }

  @Override
  public PCollection<KV<Integer, Iterable<SortedRun>>> expand(PCollection<SegmentedSplit> splits) {
    PCollection<KV<Integer, SortedRun>> reprints =
        splits
            .apply("TallyBands", ParDo.of(new TallyBands(this)).withSideInputs(admissions))
            .setCoder(GatherRuns.runCoder())
            .apply("GatherBands", GroupByKey.create())
            .apply("MergeBands", ParDo.of(new MergeBands()))
            .setCoder(TellSplits.toldCoder())
            .apply("TellOriginals", TellSplits.of(chunks))
            .apply("SendShingles", ParDo.of(new SendShingles()))
            .setCoder(TellSplits.toldCoder())
            .apply("TellReprints", TellSplits.of(chunks))
            .apply("FindReprints", ParDo.of(new FindReprints(this)).withSideInputs(admissions))
            .setCoder(GatherRuns.runCoder());
    return PCollectionList.of(reprints)
        .and(excerpts)
        .apply("ReprintsAndExcerpts", Flatten.pCollections())
        .apply("GatherLikenesses", GroupByKey.create());
  }

  private static final class TallyBands extends DoFn<SegmentedSplit, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final ClusterDuplicates transform;

    TallyBands(ClusterDuplicates transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      BandTally.count(
          context.element(),
          context.sideInput(transform.admissions)::counts,
          new BucketWriter(transform.buckets, (bucket, run) -> context.output(KV.of(bucket, run))));
    }
  }

  private static final class MergeBands
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Long, SortedRun>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<SortedRun>> bucket,
        OutputReceiver<KV<Long, SortedRun>> told) {
      BandMerge.merge(
          bucket.getValue(), new SplitWriter((split, run) -> told.output(KV.of(split, run))));
    }
  }

  private static final class SendShingles
      extends DoFn<KV<Long, Iterable<SortedRun>>, KV<Long, SortedRun>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<Long, Iterable<SortedRun>> split, OutputReceiver<KV<Long, SortedRun>> sent) {
      ShingleSender.send(
          JoinedSplit.of(split.getValue()),
          new SplitWriter((to, run) -> sent.output(KV.of(to, run))));
    }
  }

  private static final class FindReprints
      extends DoFn<KV<Long, Iterable<SortedRun>>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final ClusterDuplicates transform;

    FindReprints(ClusterDuplicates transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      ReprintFinder.find(
          JoinedSplit.of(context.element().getValue()),
          context.sideInput(transform.admissions)::counts,
          new BucketWriter(1, (bucket, run) -> context.output(KV.of(bucket, run))));
    }
  }
}
