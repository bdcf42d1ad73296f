package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.Diffusion;
import org.zhengyu.transforms.counting.PlaceLedger;
import org.zhengyu.transforms.model.Adoption;
import org.zhengyu.transforms.model.Adoptions;
import org.zhengyu.transforms.model.PlaceDates;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/** Follows every phrase from place to place: which used it first, and how it came to others. */
public final class TracePhrases
    extends PTransform<PCollection<KV<Integer, SortedRun>>, PCollection<KV<Integer, Adoptions>>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<PlaceDates> dates;
  private final int buckets;

  private TracePhrases(PCollectionView<PlaceDates> dates, int buckets) {
    this.dates = dates;
    this.buckets = buckets;
  }

  /**
   * Follows phrases.
   *
   * @param dates when the documents of all places are from
   * @param buckets into how many buckets the phrases are dealt
   */
  public static TracePhrases among(PCollectionView<PlaceDates> dates, int buckets) {
    return new TracePhrases(dates, buckets);
  }

  /** Takes the occurrences of documents that count, as {@link SegmentDocuments} yields them. */
  @Override
  public PCollection<KV<Integer, Adoptions>> expand(
      PCollection<KV<Integer, SortedRun>> occurrences) {
    return occurrences
        .apply("FindPlaces", ParDo.of(new FindPlaces(this)))
        .setCoder(GatherRuns.runCoder())
        .apply("GatherPhrases", GroupByKey.create())
        .apply("Follow", ParDo.of(new Follow(this)).withSideInputs(dates))
        .setCoder(KvCoder.of(VarIntCoder.of(), Adoptions.coder()));
  }

  private static final class FindPlaces
      extends DoFn<KV<Integer, SortedRun>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final TracePhrases transform;

    FindPlaces(TracePhrases transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, SortedRun> occurrences, OutputReceiver<KV<Integer, SortedRun>> out) {
      PlaceLedger.count(
          occurrences.getValue(),
          new BucketWriter(transform.buckets, (bucket, run) -> out.output(KV.of(bucket, run))));
    }
  }

  private static final class Follow
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Integer, Adoptions>> {
    private static final long serialVersionUID = 1L;

    private final TracePhrases transform;

    Follow(TracePhrases transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      PlaceDates dates = context.sideInput(transform.dates);
      List<Adoption> adoptions = new ArrayList<>();
      PlaceLedger.sum(
          context.element().getValue(),
          (phrase, places) -> adoptions.addAll(Diffusion.of(phrase, places, dates)));
      context.output(KV.of(context.element().getKey(), new Adoptions(adoptions)));
    }
  }
}
