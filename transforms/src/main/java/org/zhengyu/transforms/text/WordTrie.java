package org.zhengyu.transforms.text;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;

/**
 * A set of words as HanLP keeps them, a double array, with both parts of a cell side by side so
 * that a step costs one access. Immutable.
 *
 * <p>Aoe (1989): the state that follows state s by character c is in cell s + c + 1 if that cell
 * checks as s. A state's own cell holds the number of the word that ends there, if one does.
 */
final class WordTrie {
  /** What {@link #step} returns where no word goes on, and {@link #word} where none ends. */
  static final int NONE = -1;

  private static final int ROOT_CELL = 0;

  /** Of each cell the state that it checks as, in the upper half, and what follows it. */
  private final long[] cells;

  private final int root;

  private WordTrie(int[] base, int[] check) {
    cells = new long[base.length];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = (long) check[i] << Integer.SIZE | (base[i] & 0xFFFFFFFFL);
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

  /** The state after a character, or {@link #NONE}. */
  int step(int state, char next) {
    int place = state + next + 1;
    if (place >= cells.length) {
      return NONE;
    }
    long cell = cells[place];
    return (int) (cell >> Integer.SIZE) == state ? (int) cell : NONE;
  }

  /** The number of the word that ends in a state, or {@link #NONE}. */
  int word(int state) {
    long cell = cells[state];
    int number = (int) cell;
    return (int) (cell >> Integer.SIZE) == state && number < 0 ? -number - 1 : NONE;
  }
}
