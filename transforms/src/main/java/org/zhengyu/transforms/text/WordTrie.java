package org.zhengyu.transforms.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;

/**
 * A set of words as HanLP keeps them, a double array, with all that a step needs to know in one
 * cell, so that it costs one access. Immutable.
 *
 * <p>Aoe (1989): the state that follows state s by character c is in cell s + c + 1 if that cell
 * checks as s. A state's own cell holds the number of the word that ends there, if one does.
 */
final class WordTrie {
  /** What {@link #step} returns where no word goes on. No step leads there: states begin at 1. */
  static final long NONE = 0;

  private static final int ROOT_CELL = 0;
  private static final int STATE_MASK = Integer.MAX_VALUE;

  /** Set in what {@link #step} returns where a word ends. */
  private static final long ENDS_WORD = Long.MIN_VALUE;

  /**
   * Of each cell the state that it checks as, in the upper half, with {@link #ENDS_WORD}, and what
   * follows it.
   */
  private final long[] cells;

  private final int root;

  private WordTrie(int[] base, int[] check) {
    // Behind the last cell there is room for any character, so that no step leads out.
    cells = new long[base.length + Character.MAX_VALUE + 2];
    for (int i = 0; i < base.length; i++) {
      int next = base[i];
      boolean endsWord = next > 0 && next < base.length && check[next] == next && base[next] < 0;
      cells[i] =
          (long) check[i] << Integer.SIZE | (next & 0xFFFFFFFFL) | (endsWord ? ENDS_WORD : 0);
    }
    root = base[ROOT_CELL];
  }

  /** The words of HanLP's trie. */
  static WordTrie of(DoubleArrayTrie<?> trie) {
    return new WordTrie(
        (int[]) HanLpData.field(DoubleArrayTrie.class, "base", trie),
        (int[]) HanLpData.field(DoubleArrayTrie.class, "check", trie));
  }

  /** The state before the first character. */
  int root() {
    return root;
  }

  /** Where a character leads from a state, for {@link #state}, or {@link #NONE}. */
  long step(int state, char next) {
    long cell = cells[state + next + 1];
    return ((int) (cell >>> Integer.SIZE) & STATE_MASK) == state ? cell : NONE;
  }

  /** The state that a step led to. */
  static int state(long step) {
    return (int) step;
  }

  /** Whether a word ends where a step led to. */
  static boolean endsWord(long step) {
    return step < 0;
  }

  /** The number of the word that ends where a step led to. */
  int word(long step) {
    return -(int) cells[(int) step] - 1;
  }
}
