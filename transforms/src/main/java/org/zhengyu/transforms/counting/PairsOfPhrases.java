package org.zhengyu.transforms.counting;

import java.util.BitSet;
import java.util.stream.Stream;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;

/**
 * Keeps the strongest pairs of a bucket that a run names at its end: of two phrases, and of a
 * phrase with another term. Only what attracts each other is named.
 */
final class PairsOfPhrases {
  private final ContextUnit unit;
  private final Vocabulary vocabulary;
  private final BitSet phrases;
  private final StrongestPairs ofPhrases;
  private final StrongestPairs withTerms;

  /**
   * No pair yet.
   *
   * @param phrases the numbers of those terms of the vocabulary that are phrases
   * @param most how many of either kind are kept
   */
  PairsOfPhrases(ContextUnit unit, Vocabulary vocabulary, BitSet phrases, int most) {
    this.unit = unit;
    this.vocabulary = vocabulary;
    this.phrases = phrases;
    this.ofPhrases = new StrongestPairs(unit, vocabulary, most);
    this.withTerms = new StrongestPairs(unit, vocabulary, most);
  }

  void consider(int first, int second, long count, long shared) {
    if (phrases.get(first) && phrases.get(second)) {
      ofPhrases.consider(first, second, count, shared);
    } else if (phrases.get(first) || phrases.get(second)) {
      withTerms.consider(first, second, count, shared);
    }
  }

  /** The pairs as facts, the strongest of each kind first. */
  Stream<RunFact.TopPair> facts() {
    return Stream.concat(facts(ofPhrases, true), facts(withTerms, false));
  }

  private Stream<RunFact.TopPair> facts(StrongestPairs pairs, boolean areOfPhrases) {
    return pairs.strongest().pairs().stream()
        .takeWhile(pair -> pair.g2() > 0)
        .map(pair -> fact(pair, areOfPhrases));
  }

  private RunFact.TopPair fact(StrongPair pair, boolean isOfPhrases) {
    return new RunFact.TopPair(
        unit,
        isOfPhrases,
        vocabulary.member(pair.first()).term(),
        vocabulary.member(pair.second()).term(),
        pair.count(),
        pair.g2());
  }
}
