package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.BitSet;
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
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.counting.PairMerge;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.ScoredPairs;
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

  /** Of each bucket the pairs of which networks are made, as their plan lists them. */
  public static final TupleTag<PairLists> EDGES = new TupleTag<>("edges") {};

  /** How many pairs there are, and the strongest ones with phrases, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private static final TellApart SMALL =
      TellApart.of(EDGES, PairLists.coder()).and(FACTS, RunFact.coder());

  private final ContextUnit unit;
  private final PCollectionView<Vocabulary> vocabulary;
  private final SharedLexicon lexicon;
  private final VocabularyLimits limits;
  private final long minDocuments;
  private final boolean knowsPassages;
  private final NetworkPlan networks;

  private MergePairs(
      ContextUnit unit,
      PCollectionView<Vocabulary> vocabulary,
      SharedLexicon lexicon,
      VocabularyLimits limits,
      long minDocuments,
      boolean knowsPassages,
      NetworkPlan networks) {
    this.unit = unit;
    this.vocabulary = vocabulary;
    this.lexicon = lexicon;
    this.limits = limits;
    this.minDocuments = minDocuments;
    this.knowsPassages = knowsPassages;
    this.networks = networks;
  }

  /**
   * Merges pairs.
   *
   * @param unit what two terms share to co-occur
   * @param vocabulary the terms
   * @param lexicon which of them are phrases
   * @param limits how frequent a pair and its terms must be
   * @param minDocuments the fewest documents that are evidence of a pair
   * @param knowsPassages whether pairs outside of passages are among the stripes, too
   * @param networks which pairs are wanted for networks
   */
  public static MergePairs of(
      ContextUnit unit,
      PCollectionView<Vocabulary> vocabulary,
      SharedLexicon lexicon,
      VocabularyLimits limits,
      long minDocuments,
      boolean knowsPassages,
      NetworkPlan networks) {
    return new MergePairs(unit, vocabulary, lexicon, limits, minDocuments, knowsPassages, networks);
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
                    .withOutputTags(PAIRS, TupleTagList.of(TellApart.TOGETHER)));
    return SMALL
        .kindsOf(merged)
        .and(PAIRS, merged.get(PAIRS).setCoder(KvCoder.of(VarIntCoder.of(), ScoredPairs.coder())));
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
              transform.unit,
              vocabulary,
              phrasesOf(vocabulary),
              transform.limits,
              transform.minDocuments,
              transform.knowsPassages,
              transform.networks);
      merge.merge(context.element().getValue());
      context.output(KV.of(context.element().getKey(), merge.pairs()));
      SMALL.output(
          context,
          FACTS,
          new RunFact.Pairs(
              transform.unit, merge.testedPairs(), merge.keptPairs(), merge.doubtfulPairs()));
      SMALL.output(context, EDGES, merge.edges());
      merge.named().forEach(pair -> SMALL.output(context, FACTS, pair));
    }

    private BitSet phrasesOf(Vocabulary vocabulary) {
      Lexicon lexicon = transform.lexicon.lexicon();
      BitSet phrases = new BitSet();
      for (int i = 0; i < lexicon.size(); i++) {
        int number = vocabulary.find(lexicon.phrase(i).getBytes(UTF_8));
        if (number >= 0) {
          phrases.set(number);
        }
      }
      return phrases;
    }
  }
}
