package org.zhengyu.transforms;

import java.util.Map;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.counting.Repetitions;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.Identity;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Decides which documents are admitted and counted. Of several with one id, the first in the order
 * of the input is admitted; of the admitted with the same text, the one of the lowest rank is
 * counted, or the first of these. The order is that of the documents' keys, so the decision does
 * not depend on how the input was cut or dealt.
 */
public final class AdmitDocuments
    extends PTransform<PCollection<SortedRun>, PCollectionView<Admissions>> {
  private static final long serialVersionUID = 1L;

  private static final TupleTag<KV<Integer, SortedRun>> ADMITTED = new TupleTag<>("admitted") {};
  private static final TupleTag<Admissions> REFUSED = new TupleTag<>("refused") {};

  private final int buckets;
  private final boolean keepDuplicates;

  private AdmitDocuments(int buckets, boolean keepDuplicates) {
    this.buckets = buckets;
    this.keepDuplicates = keepDuplicates;
  }

  /**
   * Decides on runs from ids to {@link Identity}s.
   *
   * @param buckets into how many buckets the identities are dealt
   * @param keepDuplicates whether documents that repeat another are counted as well
   */
  public static AdmitDocuments of(int buckets, boolean keepDuplicates) {
    return new AdmitDocuments(buckets, keepDuplicates);
  }

  @Override
  public PCollectionView<Admissions> expand(PCollection<SortedRun> identities) {
    PCollectionTuple byId =
        identities
            .apply("DealById", ParDo.of(new Deal(this)))
            .setCoder(GatherRuns.runCoder())
            .apply("GatherIds", GroupByKey.create())
            .apply(
                "RefuseRepeatedIds",
                ParDo.of(new RefuseRepeatedIds(this))
                    .withOutputTags(ADMITTED, TupleTagList.of(REFUSED)));
    PCollection<Admissions> refused = byId.get(REFUSED).setCoder(Admissions.coder());
    PCollection<Admissions> duplicates =
        byId.get(ADMITTED)
            .setCoder(GatherRuns.runCoder())
            .apply("GatherTexts", GroupByKey.create())
            .apply("FindRepeatedTexts", ParDo.of(new FindRepeatedTexts(this)))
            .setCoder(Admissions.coder());
    return PCollectionList.of(refused)
        .and(duplicates)
        .apply("Both", Flatten.pCollections())
        .apply("NeverEmpty", NeverEmpty.with(Admissions.ALL))
        .apply("Admissions", Combine.globally(new Unite()).asSingletonView());
  }

  private static final class Deal extends DoFn<SortedRun, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final AdmitDocuments transform;

    Deal(AdmitDocuments transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(@Element SortedRun run, OutputReceiver<KV<Integer, SortedRun>> dealt) {
      run.dealInto(transform.buckets).forEach((bucket, part) -> dealt.output(KV.of(bucket, part)));
    }
  }

  private static final class RefuseRepeatedIds
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final AdmitDocuments transform;

    RefuseRepeatedIds(AdmitDocuments transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<SortedRun>> bucket, MultiOutputReceiver out) {
      Map<Long, String> refused =
          Repetitions.ofIds(
              bucket.getValue(),
              new BucketWriter(
                  transform.buckets,
                  (texts, part) -> out.get(ADMITTED).output(KV.of(texts, part))));
      if (!refused.isEmpty()) {
        out.get(REFUSED).output(new Admissions(refused, Map.of(), false));
      }
    }
  }

  private static final class FindRepeatedTexts
      extends DoFn<KV<Integer, Iterable<SortedRun>>, Admissions> {
    private static final long serialVersionUID = 1L;

    private final AdmitDocuments transform;

    FindRepeatedTexts(AdmitDocuments transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, Iterable<SortedRun>> bucket, OutputReceiver<Admissions> out) {
      Map<Long, String> duplicates = Repetitions.ofTexts(bucket.getValue());
      if (!duplicates.isEmpty()) {
        out.output(new Admissions(Map.of(), duplicates, transform.keepDuplicates));
      }
    }
  }

  private static final class Unite extends Combine.BinaryCombineFn<Admissions> {
    private static final long serialVersionUID = 1L;

    @Override
    public Admissions apply(Admissions left, Admissions right) {
      return left.plus(right);
    }

    @Override
    public Admissions identity() {
      return Admissions.ALL;
    }
  }
}
