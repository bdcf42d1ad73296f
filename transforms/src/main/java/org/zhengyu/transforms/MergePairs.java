package org.zhengyu.transforms;

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
import org.zhengyu.transforms.counting.PairMerge;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.StrongPairs;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.SortedRun;

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

    private final MergePairs transform;

    Merge(MergePairs transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Vocabulary vocabulary = context.sideInput(transform.vocabulary);
      PairMerge merge =
          new PairMerge(
              transform.unit, vocabulary, transform.limits, Math.max(transform.strongest, NAMED));
      merge.merge(context.element().getValue());
      context.output(KV.of(context.element().getKey(), merge.pairs()));
      context.output(
          FACTS, new RunFact.Pairs(transform.unit, merge.testedPairs(), merge.keptPairs()));
      StrongPairs strongest = merge.strongest();
      context.output(STRONGEST, strongest);
      strongest.pairs().stream()
          .limit(NAMED)
          .forEach(pair -> context.output(FACTS, asFact(pair, vocabulary)));
    }

    private RunFact.TopPair asFact(StrongPair pair, Vocabulary vocabulary) {
      return new RunFact.TopPair(
          transform.unit,
          vocabulary.member(pair.first()).term(),
          vocabulary.member(pair.second()).term(),
          pair.count(),
          pair.g2());
    }
  }
}
