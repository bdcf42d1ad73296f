package org.zhengyu.transforms.counting;

import java.util.BitSet;
import java.util.stream.Stream;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.PairCaution;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Adds up the stripes of all splits for one bucket of first terms, keeps all pairs of two phrases
 * and the others that are frequent enough, and chooses the edges of networks and the strongest
 * pairs with a phrase. What calls for a {@link PairCaution} is not among the strongest.
 */
public final class PairMerge {
  /** How many pairs of two phrases, and of a phrase with another term, a run names at its end. */
  public static final int NAMED = 10;

  private final ContextUnit unit;
  private final Vocabulary vocabulary;
  private final VocabularyLimits limits;
  private final long minDocuments;
  private final boolean knowsPassages;
  private final EdgeChooser edges;
  private final PairsOfPhrases named;
  private final BitSet phrases;
  private final SortedRunBuilder kept = new SortedRunBuilder();
  private long testedPairs;
  private long keptPairs;
  private long doubtfulPairs;

  /**
   * A merge of nothing.
   *
   * @param unit what two terms share to co-occur
   * @param vocabulary the terms
   * @param phrases the numbers of those of them that are phrases
   * @param limits how frequent a pair and its terms must be
   * @param minDocuments the fewest documents that are evidence of a pair
   * @param knowsPassages whether pairs outside of passages are among the stripes
   * @param networks which pairs are wanted for networks
   */
  public PairMerge(
      ContextUnit unit,
      Vocabulary vocabulary,
      BitSet phrases,
      VocabularyLimits limits,
      long minDocuments,
      boolean knowsPassages,
      NetworkPlan networks) {
    this.unit = unit;
    this.vocabulary = vocabulary;
    this.phrases = phrases;
    this.limits = limits;
    this.minDocuments = minDocuments;
    this.knowsPassages = knowsPassages;
    this.edges = networks.chooser(unit, vocabulary, phrases);
    this.named = new PairsOfPhrases(unit, vocabulary, phrases, NAMED);
  }

  /** Merges the stripes of the bucket, each from a first term's number to its {@link Stripe}. */
  public void merge(Iterable<SortedRun> stripes) {
    StripeSum sum = new StripeSum(vocabulary.size());
    PackedWriter packed = new PackedWriter();
    SortedRunMerge merge = SortedRunMerge.of(stripes);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        sum.add(merge.value());
      }
      packed.clear();
      keepFrequent(new PackedReader(merge.key()).getInt(), sum, packed);
      if (packed.size() > 0) {
        kept.add(merge.key(), packed);
      }
    }
  }

  private void keepFrequent(int first, StripeSum sum, PackedWriter packed) {
    int previous = 0;
    for (int second = sum.next(first); second >= 0; second = sum.next(second)) {
      long count = sum.count(second);
      long shared = sum.shared(second);
      long documents = sum.documents(second);
      long inLong = sum.inLong(second);
      long outside = sum.outside(second);
      sum.clear(second);
      testedPairs += count > 0 ? 1 : 0;
      boolean isFrequent = count >= limits.minJointFrequency() && areListed(first, second);
      if (isFrequent || (count > 0 && phrases.get(first) && phrases.get(second))) {
        Stripe.append(packed, previous, second, count, shared, documents, inLong, outside);
        previous = second;
        keptPairs++;
        long repeated = knowsPassages ? count - outside : 0;
        PairCaution caution =
            PairCaution.of(count, documents, inLong, repeated, minDocuments, vocabulary.totals());
        boolean isRanked = isFrequent && caution == null;
        doubtfulPairs += isFrequent && caution != null ? 1 : 0;
        boolean isPadding = PairCaution.isMostlyPadding(count, inLong, repeated);
        edges.consider(first, second, count, shared, isRanked, isPadding);
        if (isRanked) {
          named.consider(first, second, count, shared);
        }
      }
    }
  }

  /** Whether both terms are frequent enough, or one is a phrase, which is there to be looked at. */
  private boolean areListed(int first, int second) {
    return phrases.get(first) || phrases.get(second) || (isFrequent(first) && isFrequent(second));
  }

  private boolean isFrequent(int term) {
    return vocabulary.member(term).margins().unitsWith(unit) >= limits.minTermFrequency();
  }

  /** The kept pairs, ready to be scored. */
  public ScoredPairs pairs() {
    return new ScoredPairs(unit, vocabulary, kept.build());
  }

  /** The kept pairs of which networks are made, as their plan lists them. */
  public PairLists edges() {
    return edges.chosen();
  }

  /** Those of the frequent pairs without a caution that a run names at its end. */
  public Stream<RunFact.TopPair> named() {
    return named.facts();
  }

  /** How many pairs occur together at all. */
  public long testedPairs() {
    return testedPairs;
  }

  /** How many of the frequent pairs are in no ranking, see {@link PairCaution}. */
  public long doubtfulPairs() {
    return doubtfulPairs;
  }

  /** How many pairs are kept. */
  public long keptPairs() {
    return keptPairs;
  }
}
