package org.zhengyu.transforms;

import java.util.Arrays;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.PairCounter;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
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
  private final PCollectionView<Admissions> admissions;
  private final PCollectionView<Vocabulary> vocabulary;
  private final int buckets;

  private CountPairs(
      ContextUnit unit,
      int window,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      int buckets) {
    this.unit = unit;
    this.window = window;
    this.admissions = admissions;
    this.vocabulary = vocabulary;
    this.buckets = buckets;
  }

  /**
   * Counts pairs.
   *
   * @param unit what two terms share to co-occur
   * @param window how many words apart they may stand in a {@link ContextUnit#WINDOW}
   * @param admissions which documents count
   * @param vocabulary the terms
   * @param buckets into how many buckets the first terms are dealt
   */
  public static CountPairs in(
      ContextUnit unit,
      int window,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      int buckets) {
    return new CountPairs(unit, window, admissions, vocabulary, buckets);
  }

  @Override
  public PCollection<KV<Integer, SortedRun>> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("Count", ParDo.of(new Count(this)).withSideInputs(admissions, vocabulary))
        .setCoder(GatherRuns.runCoder());
  }

  private static final class Count extends DoFn<SegmentedSplit, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final ContextUnit unit;
    private final int window;
    private final PCollectionView<Admissions> admissions;
    private final PCollectionView<Vocabulary> vocabulary;
    private final int buckets;

    Count(CountPairs transform) {
      this.unit = transform.unit;
      this.window = transform.window;
      this.admissions = transform.admissions;
      this.vocabulary = transform.vocabulary;
      this.buckets = transform.buckets;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Vocabulary terms = context.sideInput(vocabulary);
      int[] numberOfType = numbers(context.element().types(), terms);
      Stripes stripes =
          new Stripes(
              buckets,
              new BucketWriter(buckets, (bucket, run) -> context.output(KV.of(bucket, run))));
      Contexts contexts =
          unit == ContextUnit.WINDOW
              ? new Windows(numberOfType, PairCounter.ofWindows(terms.size(), window), stripes)
              : new Sets(unit, numberOfType, terms.size(), stripes);
      context.element().visit(context.sideInput(admissions)::counts, contexts);
      contexts.flush();
    }

    private static int[] numbers(SegmentedSplit.Types types, Vocabulary terms) {
      int[] numbers = new int[types.size()];
      for (int type = 0; type < numbers.length; type++) {
        numbers[type] =
            types.isContent(type) || types.phrase(type) >= 0 ? terms.find(types.term(type)) : -1;
      }
      return numbers;
    }
  }

  /** Packs pairs, which come in order, and deals their stripes. */
  private static final class Stripes implements PairCounter.Receiver {
    private final int buckets;
    private final BucketWriter runs;
    private final PackedWriter key = new PackedWriter();
    private final PackedWriter stripe = new PackedWriter();
    private int stripeOf = -1;
    private int lastPartner;

    Stripes(int buckets, BucketWriter runs) {
      this.buckets = buckets;
      this.runs = runs;
    }

    @Override
    public void pair(int first, int second, long count) {
      if (first != stripeOf) {
        endStripe();
        stripeOf = first;
      }
      Stripe.append(stripe, lastPartner, second, count);
      lastPartner = second;
    }

    void flush() {
      endStripe();
      runs.passAll();
    }

    private void endStripe() {
      if (stripe.size() == 0) {
        return;
      }
      key.clear();
      runs.add(stripeOf % buckets, key.putInt(stripeOf), stripe);
      stripe.clear();
      stripeOf = -1;
      lastPartner = 0;
    }
  }

  /** Collects the contexts of a segmented split. */
  private abstract static class Contexts implements SegmentedSplit.Visitor {
    private final PairCounter pairs;
    private final Stripes stripes;

    Contexts(PairCounter pairs, Stripes stripes) {
      this.pairs = pairs;
      this.stripes = stripes;
    }

    final void add(int[] numbers, int count) {
      pairs.add(numbers, count);
      if (pairs.isFull()) {
        flush();
      }
    }

    final void flush() {
      pairs.drain(stripes);
      stripes.flush();
    }
  }

  /** The terms that are present in a sentence, paragraph or document. */
  private static final class Sets extends Contexts {
    private final ContextUnit unit;
    private final int[] numberOfType;
    private final boolean[] isPresent;
    private int[] present = new int[256];
    private int count;

    Sets(ContextUnit unit, int[] numberOfType, int terms, Stripes stripes) {
      super(PairCounter.ofSets(terms), stripes);
      this.unit = unit;
      this.numberOfType = numberOfType;
      this.isPresent = new boolean[terms];
    }

    @Override
    public void sentence(int[] types, int length) {
      for (int i = 0; i < length; i++) {
        int number = numberOfType[types[i]];
        if (number >= 0 && !isPresent[number]) {
          isPresent[number] = true;
          if (count == present.length) {
            present = Arrays.copyOf(present, count * 2);
          }
          present[count++] = number;
        }
      }
      endUnit(ContextUnit.SENTENCE);
    }

    @Override
    public void endParagraph() {
      endUnit(ContextUnit.PARAGRAPH);
    }

    @Override
    public void endDocument() {
      endUnit(ContextUnit.DOCUMENT);
    }

    private void endUnit(ContextUnit ended) {
      if (ended != unit) {
        return;
      }
      Arrays.sort(present, 0, count);
      for (int i = 0; i < count; i++) {
        isPresent[present[i]] = false;
      }
      if (count > 1) {
        add(present, count);
      }
      count = 0;
    }
  }

  /** The words of a sentence in their order: every word holds a place, terms or not. */
  private static final class Windows extends Contexts {
    private final int[] numberOfType;
    private int[] numbers = new int[256];

    Windows(int[] numberOfType, PairCounter pairs, Stripes stripes) {
      super(pairs, stripes);
      this.numberOfType = numberOfType;
    }

    @Override
    public void sentence(int[] types, int length) {
      if (length > numbers.length) {
        numbers = new int[2 * length];
      }
      for (int i = 0; i < length; i++) {
        numbers[i] = numberOfType[types[i]];
      }
      add(numbers, length);
    }
  }
}
