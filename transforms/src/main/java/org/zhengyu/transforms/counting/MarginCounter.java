package org.zhengyu.transforms.counting;

import java.util.Arrays;
import org.zhengyu.transforms.model.ContextUnit;

/**
 * Counts in how many contexts of one unit each term is, and how many there are: the margins and the
 * N of the pairs that a {@link PairCounter} counts in the same contexts. In windows the contexts
 * are slots: ordered pairs of different places of a sentence that are at most the window apart; a
 * term has those of which its place is the first.
 */
final class MarginCounter implements Contexts.Receiver {
  private final int window;
  private final long[] margins;
  private long contexts;

  /**
   * Nothing counted.
   *
   * @param terms numbers of terms are smaller than this
   * @param window the reach of the window in words; 0 when slots are not wanted
   */
  MarginCounter(int terms, int window) {
    this.window = window;
    this.margins = new long[terms];
  }

  @Override
  public void set(ContextUnit unit, int[] terms, int count) {
    long[] counts = margins;
    for (int i = 0; i < count; i++) {
      counts[terms[i]]++;
    }
    contexts++;
  }

  @Override
  public void sequence(int[] terms, int[] places, int count, int length) {
    if (window == 0) {
      return;
    }
    long[] slots = margins;
    int most = window;
    for (int i = 0; i < count; i++) {
      int before = places[i];
      slots[terms[i]] += Math.min(before, most) + Math.min(length - 1 - before, most);
    }
    // Of the places i and i + d, for each distance d, there are length - d, in either order.
    long reach = Math.min(window, length - 1);
    contexts += reach * (2L * length - reach - 1);
  }

  /** In how many contexts the term is. */
  long of(int term) {
    return margins[term];
  }

  /** How many contexts there are with any term. */
  long contexts() {
    return contexts;
  }

  /** Forgets what was counted. */
  void clear() {
    Arrays.fill(margins, 0);
    contexts = 0;
  }
}
