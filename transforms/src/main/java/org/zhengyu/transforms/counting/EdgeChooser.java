package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** Chooses among the pairs of a bucket those that networks may be made of, one list a wish. */
final class EdgeChooser {
  private final ContextUnit unit;
  private final Vocabulary vocabulary;
  private final List<Wish> wishes = new ArrayList<>();

  EdgeChooser(ContextUnit unit, Vocabulary vocabulary) {
    this.unit = unit;
    this.vocabulary = vocabulary;
  }

  /** Which pairs fit. */
  @FunctionalInterface
  private interface Condition {
    boolean fits(int first, int second, boolean isRanked, boolean isPadding);
  }

  private record Wish(Condition condition, StrongestPairs best) {}

  /** Wishes for pairs that are frequent enough, and so are their terms, without a caution. */
  void takeFrequent(int most) {
    wish((first, second, isRanked, isPadding) -> isRanked, most);
  }

  /** Wishes for pairs of two of these phrases, not mostly in long sentences or passages. */
  void takePhrases(BitSet phrases, int most) {
    wish(
        (first, second, isRanked, isPadding) ->
            !isPadding && phrases.get(first) && phrases.get(second),
        most);
  }

  /** Wishes for pairs of two of these terms. */
  void takeAmong(BitSet terms, int most) {
    wish((first, second, isRanked, isPadding) -> terms.get(first) && terms.get(second), most);
  }

  /** Wishes for pairs of a term; a number below 0 is that of none. */
  void takeWith(int term, int most) {
    wish((first, second, isRanked, isPadding) -> first == term || second == term, most);
  }

  private void wish(Condition condition, int most) {
    wishes.add(new Wish(condition, new StrongestPairs(unit, vocabulary, most)));
  }

  /**
   * Looks at a pair that is kept.
   *
   * @param isRanked whether it is frequent enough, and there is no caution
   * @param isPadding whether it is mostly in long sentences or passages
   */
  void consider(
      int first, int second, long count, long shared, boolean isRanked, boolean isPadding) {
    for (Wish wish : wishes) {
      if (wish.condition.fits(first, second, isRanked, isPadding)) {
        wish.best.consider(first, second, count, shared);
      }
    }
  }

  /** Looks at all pairs of a bucket once more, for wishes that do not ask how frequent they are. */
  void considerAll(ScoredPairs pairs) {
    SortedRunCursor cursor = pairs.stripes().cursor();
    Stripe stripe = new Stripe();
    while (cursor.next()) {
      int first = cursor.keyReader().getInt();
      PackedReader packed = cursor.value();
      stripe.rewind();
      while (stripe.next(packed)) {
        consider(first, stripe.partner(), stripe.count(), stripe.shared(), false, false);
      }
    }
  }

  /** The strongest for each wish, in the order of the wishes. */
  PairLists chosen() {
    return new PairLists(wishes.stream().map(wish -> wish.best.strongest()).toList());
  }
}
