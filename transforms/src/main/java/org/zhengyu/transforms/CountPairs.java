package org.zhengyu.transforms;

import java.util.EnumSet;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.Contexts;
import org.zhengyu.transforms.counting.PairCounter;
import org.zhengyu.transforms.counting.StripeWriter;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Counts how often two terms of the vocabulary occur together, in each segmented split. A term with
 * itself is no pair. The counts leave as stripes: a run a bucket, from a term's number to its
 * {@link Stripe} of partners with higher numbers.
 */
public final class CountPairs
    extends PTransform<PCollection<SegmentedSplit>, PCollection<KV<Integer, SortedRun>>> {
  private static final long serialVersionUID = 1L;

  private final ContextUnit unit;
  private final int window;
  private final int longSentence;
  private final PCollectionView<Admissions> admissions;
  private final PCollectionView<Vocabulary> vocabulary;
  private final int buckets;
  private final boolean isOutside;

  private CountPairs(
      ContextUnit unit,
      int window,
      int longSentence,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      int buckets,
      boolean isOutside) {
    this.unit = unit;
    this.window = window;
    this.longSentence = longSentence;
    this.admissions = admissions;
    this.vocabulary = vocabulary;
    this.buckets = buckets;
    this.isOutside = isOutside;
  }

  /**
   * Counts pairs.
   *
   * @param unit what two terms share to co-occur
   * @param window how many words apart they may stand in a {@link ContextUnit#WINDOW}
   * @param longSentence the words of a sentence above which it is long
   * @param admissions which documents count
   * @param vocabulary the terms
   * @param buckets into how many buckets the first terms are dealt
   */
  public static CountPairs in(
      ContextUnit unit,
      int window,
      int longSentence,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      int buckets) {
    return new CountPairs(
        unit, window, longSentence, admissions, vocabulary, buckets, /* isOutside= */ false);
  }

  /**
   * The same for splits without the tokens of passages, to be counted beside those with them: their
   * stripes tell of each pair only how often it is there.
   */
  public CountPairs outsideOfPassages() {
    return new CountPairs(
        unit, window, longSentence, admissions, vocabulary, buckets, /* isOutside= */ true);
  }

  @Override
  public PCollection<KV<Integer, SortedRun>> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("Count", ParDo.of(new Count(this)).withSideInputs(admissions, vocabulary))
        .setCoder(GatherRuns.runCoder());
  }

  private static final class Count extends DoFn<SegmentedSplit, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final CountPairs transform;

    Count(CountPairs transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      ContextUnit unit = transform.unit;
      SegmentedSplit split = context.element();
      Vocabulary vocabulary = context.sideInput(transform.vocabulary);
      BucketWriter.Receiver receiver = (bucket, run) -> context.output(KV.of(bucket, run));
      StripeWriter stripes =
          transform.isOutside
              ? StripeWriter.ofOutside(transform.buckets, receiver)
              : new StripeWriter(transform.buckets, receiver);
      PairCounter pairs =
          new PairCounter(
              unit, transform.window, transform.longSentence, vocabulary.size(), stripes);
      split.visit(
          context.sideInput(transform.admissions)::counts,
          new Contexts(
              EnumSet.of(unit), vocabulary.numbersOf(split.types()), vocabulary.size(), pairs));
      pairs.flush();
    }
  }
}
