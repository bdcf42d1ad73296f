package org.zhengyu.transforms;

import java.util.Arrays;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.SegmentedUnit;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.GatherRuns;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.Run;
import org.zhengyu.transforms.packed.RunBuilder;

/**
 * Counts how often two terms of the vocabulary occur together, in each segmented unit. A term with
 * itself is no pair. The counts leave as stripes: a run a bucket, from a term's number to its
 * {@link Stripe} of partners with higher numbers.
 */
public final class CountPairs
    extends PTransform<PCollection<SegmentedUnit>, PCollection<KV<Integer, Run>>> {
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
  public PCollection<KV<Integer, Run>> expand(PCollection<SegmentedUnit> units) {
    return units
        .apply("Count", ParDo.of(new Count(this)).withSideInputs(admissions, vocabulary))
        .setCoder(GatherRuns.runCoder());
  }

  private static final class Count extends DoFn<SegmentedUnit, KV<Integer, Run>> {
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
      Stripes stripes = new Stripes(terms.size(), buckets, context);
      int[] numberOfType = numbers(context.element().types(), terms);
      SegmentedUnit.Visitor counter =
          unit == ContextUnit.WINDOW
              ? new WindowCounter(numberOfType, window, stripes)
              : new PresenceCounter(unit, numberOfType, terms.size(), stripes);
      context.element().visit(context.sideInput(admissions)::counts, counter);
      stripes.flush();
    }

    private static int[] numbers(SegmentedUnit.Types types, Vocabulary terms) {
      int[] numbers = new int[types.size()];
      for (int type = 0; type < numbers.length; type++) {
        numbers[type] =
            types.isContent(type) || types.phrase(type) >= 0 ? terms.find(types.term(type)) : -1;
      }
      return numbers;
    }
  }

  /** Collects pairs and passes them on as stripes, whenever the table is full and at the end. */
  private static final class Stripes {
    private final int terms;
    private final int buckets;
    private final DoFn<SegmentedUnit, KV<Integer, Run>>.ProcessContext context;
    private final PairTable pairs = new PairTable();

    Stripes(int terms, int buckets, DoFn<SegmentedUnit, KV<Integer, Run>>.ProcessContext context) {
      this.terms = terms;
      this.buckets = buckets;
      this.context = context;
    }

    /** Counts every pair of the first {@code count} numbers, which ascend. */
    void addAll(int[] numbers, int count) {
      for (int i = 0; i + 1 < count; i++) {
        makeRoomFor(count - i - 1);
        for (int j = i + 1; j < count; j++) {
          pairs.add(numbers[i], numbers[j]);
        }
      }
    }

    void makeRoomFor(int more) {
      if (pairs.isFullFor(more)) {
        flush();
      }
    }

    void add(int one, int other) {
      pairs.add(Math.min(one, other), Math.max(one, other));
    }

    void flush() {
      if (pairs.size() == 0) {
        return;
      }
      RunBuilder[] runs = new RunBuilder[buckets];
      PackedWriter key = new PackedWriter();
      PackedWriter stripe = new PackedWriter();
      int[] last = {-1, 0};
      pairs.drain(
          terms,
          (first, second, count) -> {
            if (first != last[0]) {
              pass(runs, key, last[0], stripe);
              last[0] = first;
              last[1] = 0;
            }
            Stripe.append(stripe, last[1], second, count);
            last[1] = second;
          });
      pass(runs, key, last[0], stripe);
      for (int bucket = 0; bucket < buckets; bucket++) {
        if (runs[bucket] != null) {
          context.output(KV.of(bucket, runs[bucket].build()));
        }
      }
    }

    private void pass(RunBuilder[] runs, PackedWriter key, int first, PackedWriter stripe) {
      if (first < 0) {
        return;
      }
      int bucket = first % buckets;
      if (runs[bucket] == null) {
        runs[bucket] = new RunBuilder();
      }
      key.clear();
      runs[bucket].add(key.putInt(first), stripe);
      stripe.clear();
    }
  }

  /** Counts pairs that are both present in a sentence, paragraph or document. */
  private static final class PresenceCounter implements SegmentedUnit.Visitor {
    private final ContextUnit unit;
    private final int[] numberOfType;
    private final Stripes stripes;
    private final boolean[] isPresent;
    private int[] present = new int[256];
    private int count;

    PresenceCounter(ContextUnit unit, int[] numberOfType, int terms, Stripes stripes) {
      this.unit = unit;
      this.numberOfType = numberOfType;
      this.stripes = stripes;
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
      stripes.addAll(present, count);
      for (int i = 0; i < count; i++) {
        isPresent[present[i]] = false;
      }
      count = 0;
    }
  }

  /** Counts pairs of positions not more than the window apart; every word holds a position. */
  private static final class WindowCounter implements SegmentedUnit.Visitor {
    private final int[] numberOfType;
    private final int window;
    private final Stripes stripes;

    WindowCounter(int[] numberOfType, int window, Stripes stripes) {
      this.numberOfType = numberOfType;
      this.window = window;
      this.stripes = stripes;
    }

    @Override
    public void sentence(int[] types, int length) {
      for (int i = 0; i < length; i++) {
        int one = numberOfType[types[i]];
        if (one < 0) {
          continue;
        }
        stripes.makeRoomFor(window);
        int end = Math.min(length, i + window + 1);
        for (int j = i + 1; j < end; j++) {
          int other = numberOfType[types[j]];
          if (other >= 0 && other != one) {
            stripes.add(one, other);
          }
        }
      }
    }
  }
}
