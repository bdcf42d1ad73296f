package org.zhengyu.transforms;

import java.util.BitSet;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.StrongPairs;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.ContingencyTable;

/**
 * Adds up the stripes of all splits, one bucket of first terms at a time, and keeps the pairs that
 * are frequent enough.
 */
public final class MergePairs
    extends PTransform<PCollection<KV<Integer, SortedRun>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The kept pairs by bucket, ready to be scored. */
  public static final TupleTag<KV<Integer, ScoredPairs>> PAIRS = new TupleTag<>("pairs") {};

  /** The strongest pairs of each bucket. */
  public static final TupleTag<StrongPairs> STRONGEST = new TupleTag<>("strongest") {};

  /** How many pairs there are, and the strongest ones, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  /** How many pairs the summary of a run names. */
  public static final int NAMED = 10;

  private final ContextUnit unit;
  private final PCollectionView<Vocabulary> vocabulary;
  private final VocabularyLimits limits;
  private final int strongest;

  private MergePairs(
      ContextUnit unit,
      PCollectionView<Vocabulary> vocabulary,
      VocabularyLimits limits,
      int strongest) {
    this.unit = unit;
    this.vocabulary = vocabulary;
    this.limits = limits;
    this.strongest = strongest;
  }

  /**
   * Merges pairs.
   *
   * @param unit what two terms share to co-occur
   * @param vocabulary the terms
   * @param limits how frequent a pair and its terms must be
   * @param strongest how many of the strongest pairs are wanted
   */
  public static MergePairs of(
      ContextUnit unit,
      PCollectionView<Vocabulary> vocabulary,
      VocabularyLimits limits,
      int strongest) {
    return new MergePairs(unit, vocabulary, limits, strongest);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, SortedRun>> stripes) {
    PCollectionTuple merged =
        stripes
            .apply("GatherStripes", GroupByKey.create())
            .apply(
                "Merge",
                ParDo.of(new Merge(this))
                    .withSideInputs(vocabulary)
                    .withOutputTags(PAIRS, TupleTagList.of(STRONGEST).and(FACTS)));
    merged.get(PAIRS).setCoder(KvCoder.of(VarIntCoder.of(), ScoredPairs.coder()));
    merged.get(STRONGEST).setCoder(StrongPairs.coder());
    merged.get(FACTS).setCoder(RunFact.coder());
    return merged;
  }

  private static final class Merge
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Integer, ScoredPairs>> {
    private static final long serialVersionUID = 1L;

    private final ContextUnit unit;
    private final PCollectionView<Vocabulary> vocabularyView;
    private final VocabularyLimits limits;
    private final int strongest;

    Merge(MergePairs transform) {
      this.unit = transform.unit;
      this.vocabularyView = transform.vocabulary;
      this.limits = transform.limits;
      this.strongest = transform.strongest;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Vocabulary vocabulary = context.sideInput(vocabularyView);
      CorpusTotals totals = vocabulary.totals();
      StripeSum sum = new StripeSum(vocabulary.size());
      Strongest best = new Strongest(unit, totals, vocabulary, Math.max(strongest, NAMED));
      SortedRunBuilder kept = new SortedRunBuilder();
      PackedWriter packed = new PackedWriter();
      long tested = 0;
      long keptPairs = 0;
      SortedRunMerge merge = SortedRunMerge.of(context.element().getValue());
      while (merge.nextKey()) {
        int first = new PackedReader(merge.key()).getInt();
        while (merge.nextValue()) {
          sum.add(merge.value());
        }
        packed.clear();
        int previous = 0;
        for (int second = sum.next(first); second >= 0; second = sum.next(second)) {
          long count = sum.take(second);
          tested++;
          if (count >= limits.minJointFrequency()
              && isFrequent(vocabulary, first)
              && isFrequent(vocabulary, second)) {
            Stripe.append(packed, previous, second, count);
            previous = second;
            keptPairs++;
            best.consider(first, second, count);
          }
        }
        if (packed.size() > 0) {
          kept.add(merge.key(), packed);
        }
      }
      context.output(
          KV.of(context.element().getKey(), new ScoredPairs(unit, vocabulary, kept.build())));
      context.output(FACTS, new RunFact.Pairs(unit, tested, keptPairs));
      StrongPairs pairs = best.strongest();
      context.output(STRONGEST, pairs);
      pairs.pairs().stream().limit(NAMED).forEach(pair -> context.output(FACTS, best.asFact(pair)));
    }

    private boolean isFrequent(Vocabulary vocabulary, int term) {
      return vocabulary.member(term).margins().unitsWith(unit) >= limits.minTermFrequency();
    }
  }

  /** Adds up the stripes of one term: a count for every possible partner, and which are not 0. */
  private static final class StripeSum {
    private final long[] counts;
    private final BitSet partners;
    private final Stripe stripe = new Stripe();

    StripeSum(int terms) {
      counts = new long[terms];
      partners = new BitSet(terms);
    }

    void add(PackedReader packed) {
      stripe.rewind();
      while (stripe.next(packed)) {
        counts[stripe.partner()] += stripe.count();
        partners.set(stripe.partner());
      }
    }

    /** The next partner after this one, or -1. */
    int next(int partner) {
      return partners.nextSetBit(partner + 1);
    }

    /** The partner's count, which becomes 0. */
    long take(int partner) {
      long count = counts[partner];
      counts[partner] = 0;
      partners.clear(partner);
      return count;
    }
  }

  /** Keeps the strongest pairs by signed G². */
  private static final class Strongest {
    private final ContextUnit unit;
    private final CorpusTotals totals;
    private final Vocabulary vocabulary;
    private final int most;
    private final double lnTotal;
    private final PriorityQueue<StrongPair> best =
        new PriorityQueue<>(StrongPair.STRONGEST_FIRST.reversed());

    Strongest(ContextUnit unit, CorpusTotals totals, Vocabulary vocabulary, int most) {
      this.unit = unit;
      this.totals = totals;
      this.vocabulary = vocabulary;
      this.most = most;
      this.lnTotal = Math.log((double) totals.of(unit));
    }

    void consider(int first, int second, long count) {
      ContingencyTable table =
          new ContingencyTable(
              count,
              vocabulary.member(first).margins().of(unit),
              vocabulary.member(second).margins().of(unit),
              totals.of(unit));
      boolean isFull = best.size() == most;
      if (isFull && mostG2(table) < best.peek().g2()) {
        return;
      }
      double g2 = Association.g2Signed(table);
      if (isFull && g2 < best.peek().g2()) {
        return;
      }
      best.add(new StrongPair(first, second, count, g2));
      if (best.size() > most) {
        best.poll();
      }
    }

    /**
     * What G² cannot exceed, without the logarithms that it takes: nearly all pairs are rare, and
     * nearly all of these are out. Of the four terms of G² / 2 of an attraction, O11 ln(O11 / E11)
     * is at most O11 ln N, two are negative, and O22 ln(O22 / E22) is at most O22 (O22 / E22 - 1),
     * which is O22 / E22 times O11 - E11.
     */
    private double mostG2(ContingencyTable table) {
      double e22 = (double) table.r2() * table.c2() / table.n();
      return 2 * (double) table.o11() * (lnTotal + (double) table.o22() / e22);
    }

    StrongPairs strongest() {
      return StrongPairs.NONE.strongestWith(new StrongPairs(List.copyOf(best)), most);
    }

    RunFact.TopPair asFact(StrongPair pair) {
      return new RunFact.TopPair(
          unit,
          vocabulary.member(pair.first()).term(),
          vocabulary.member(pair.second()).term(),
          pair.count(),
          pair.g2());
    }
  }
}
