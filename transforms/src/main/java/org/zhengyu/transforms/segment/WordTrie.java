package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.io.IOException;
import java.util.BitSet;
import java.util.function.IntUnaryOperator;

/**
 * A set of words as HanLP keeps them, a double array, with all that a step needs to know in one
 * cell, so that it costs one access. Immutable.
 *
 * <p>Aoe (1989): the state that follows state s by character c is in cell s + c if that cell checks
 * as reached by c from s. No two states have one number, so that it is enough to check c.
 */
final class WordTrie {
  /** What {@link #step} returns where no word goes on. */
  static final long NONE = 0;

  private static final int ROOT_CELL = 0;
  private static final int LABEL_SHIFT = 48;
  private static final int STATE_SHIFT = 24;
  private static final int MASK = (1 << STATE_SHIFT) - 1;

  /**
   * Of each cell, from the highest bits down: the character that leads there, the state it leads
   * to, and the number of the word that ends there, from 1, or 0.
   */
  private final long[] cells;

  private final int root;

  private WordTrie(int[] base, int[] check, IntUnaryOperator numbers) {
    if (base.length >= MASK) {
      throw new IllegalStateException("too many cells: " + base.length);
    }
    // Behind the last cell there is room for any character, so that no step leads out.
    cells = new long[base.length + Character.MAX_VALUE + 2];
    BitSet states = new BitSet();
    for (int i = 0; i < base.length; i++) {
      // HanLP counts characters from 1; what it has for 0 is the word that ends with the state.
      int label = i - check[i] - 1;
      int next = base[i];
      if (check[i] == 0 || label < 0) {
        continue;
      }
      if (states.get(next)) {
        throw new IllegalStateException("two states with one number: " + next);
      }
      states.set(next);
      boolean endsWord = next < base.length && check[next] == next && base[next] < 0;
      cells[i] =
          (long) label << LABEL_SHIFT
              | (next + 1L) << STATE_SHIFT
              | (endsWord ? numbers.applyAsInt(-base[next] - 1) + 1 : 0);
    }
    root = base[ROOT_CELL] + 1;
  }

  private WordTrie(long[] cells, int root) {
    this.cells = cells;
    this.root = root;
  }

  /** What {@link #write} wrote. */
  static WordTrie read(ArrayFile.Reader in) {
    return new WordTrie(in.longs(), in.ints()[0]);
  }

  void write(ArrayFile.Writer out) throws IOException {
    out.longs(cells);
    out.ints(root);
  }

  /** The words of HanLP's trie, with other numbers. */
  static WordTrie of(DoubleArrayTrie<?> trie, IntUnaryOperator numbers) {
    return new WordTrie(
        (int[]) HanLpData.field(DoubleArrayTrie.class, "base", trie),
        (int[]) HanLpData.field(DoubleArrayTrie.class, "check", trie),
        numbers);
  }

  /** The state before the first character. */
  int root() {
    return root;
  }

  /** Where a character leads from a state, for {@link #state}, or {@link #NONE}. */
  long step(int state, char next) {
    long cell = cell(state, next);
    return leads(cell, next) ? cell : NONE;
  }

  /** The cell of a character behind a state: a step if the character {@link #leads} there. */
  long cell(int state, char next) {
    return cells[state + next];
  }

  /** Whether two characters, whose cells these are, are a word: 1 or 0, without a branch. */
  static int isWord(long firstCell, char first, long secondCell, char second) {
    int wrongFirst = (int) (firstCell >>> LABEL_SHIFT) ^ first;
    int wrongSecond = (int) (secondCell >>> LABEL_SHIFT) ^ second;
    int word = (int) secondCell & MASK;
    return (((wrongFirst | wrongSecond) - 1) & -word) >>> (Integer.SIZE - 1);
  }

  /** Whether a character leads to its cell. */
  static boolean leads(long cell, char next) {
    return (int) (cell >>> LABEL_SHIFT) == next && cell != NONE;
  }

  /**
   * Fetches of each place the cell of its character behind the root, and the cell of the next
   * character behind that, where there is one. What does not lead anywhere is followed too, to some
   * cell or other, for that is faster than to find out.
   */
  void fetch(char[] text, int length, long[] first, long[] second) {
    for (int i = 0; i < length; i++) {
      first[i] = cells[root + text[i]];
    }
    for (int i = 1; i < length; i++) {
      second[i - 1] = cells[state(first[i - 1]) + text[i]];
    }
  }

  /** The state that a step led to. */
  static int state(long step) {
    return (int) (step >>> STATE_SHIFT) & MASK;
  }

  /** Whether a word ends where a step led to. */
  static boolean endsWord(long step) {
    return (step & MASK) != 0;
  }

  /** The number of the word that ends where a step led to. */
  static int word(long step) {
    return ((int) step & MASK) - 1;
  }

  /** Of so many words the character that the whole word is, or 0. */
  char[] charactersThatAreWords(int words) {
    char[] characters = new char[words];
    for (char c = 1; c < Character.MAX_VALUE; c++) {
      long step = step(root, c);
      if (endsWord(step)) {
        characters[word(step)] = c;
      }
    }
    return characters;
  }

  /** The number of a word, or -1 if it is none of these. */
  int find(String word) {
    return find(word.toCharArray(), 0, word.length());
  }

  /** The number of the word that stands there, or -1 if it is none of these. */
  int find(char[] text, int begin, int end) {
    long step = NONE;
    int state = root;
    for (int i = begin; i < end; i++) {
      step = step(state, text[i]);
      if (step == NONE) {
        return -1;
      }
      state = state(step);
    }
    return endsWord(step) ? word(step) : -1;
  }

  /** The texts of so many words, by their numbers. */
  String[] texts(int words) {
    int[] cellOfState = cellOfState();
    String[] texts = new String[words];
    for (int cell = 0; cell < cells.length; cell++) {
      if (endsWord(cells[cell])) {
        texts[word(cells[cell])] = text(cell, cellOfState);
      }
    }
    return texts;
  }

  /**
   * How often each character is in the words.
   *
   * @param times how often a word counts, by its number
   * @param none a character that no word has which counts
   */
  long[] countCharacters(IntUnaryOperator times, char none) {
    int[] cellOfState = cellOfState();
    long[] counts = new long[Character.MAX_VALUE + 1];
    for (int cell = 0; cell < cells.length; cell++) {
      if (endsWord(cells[cell]) && !has(none, cell, cellOfState)) {
        count(cell, times.applyAsInt(word(cells[cell])), cellOfState, counts);
      }
    }
    return counts;
  }

  private boolean has(char character, int lastCell, int[] cellOfState) {
    int cell = lastCell;
    while (label(cell) != character && cell - label(cell) != root) {
      cell = cellOfState[cell - label(cell)];
    }
    return label(cell) == character;
  }

  private void count(int lastCell, int times, int[] cellOfState, long[] counts) {
    int cell = lastCell;
    counts[label(cell)] += times;
    while (cell - label(cell) != root) {
      cell = cellOfState[cell - label(cell)];
      counts[label(cell)] += times;
    }
  }

  private String text(int lastCell, int[] cellOfState) {
    StringBuilder text = new StringBuilder();
    int cell = lastCell;
    while (cell - label(cell) != root) {
      text.append(label(cell));
      cell = cellOfState[cell - label(cell)];
    }
    return text.append(label(cell)).reverse().toString();
  }

  /** Of each state the bits of the characters that lead on from it, by the lowest 6 of theirs. */
  long[] next() {
    long[] next = new long[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      if (cells[cell] != NONE) {
        next[cell - label(cell)] |= 1L << label(cell);
      }
    }
    return next;
  }

  /**
   * Of so many words of another trie where the last of their steps leads here, or {@link #NONE}.
   */
  long[] stepsAlong(WordTrie other, int words) {
    int[] cellOfState = other.cellOfState();
    long[] steps = new long[words];
    for (int cell = 0; cell < other.cells.length; cell++) {
      if (endsWord(other.cells[cell])) {
        steps[word(other.cells[cell])] = stepAlong(other, cell, cellOfState);
      }
    }
    return steps;
  }

  private int[] cellOfState() {
    int[] cellOfState = new int[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      cellOfState[state(cells[cell])] = cell;
    }
    return cellOfState;
  }

  private long stepAlong(WordTrie other, int cell, int[] cellOfState) {
    char label = other.label(cell);
    int before = cell - label;
    if (before == other.root) {
      return step(root, label);
    }
    long step = stepAlong(other, cellOfState[before], cellOfState);
    return step == NONE ? NONE : step(state(step), label);
  }

  private char label(int cell) {
    return (char) (cells[cell] >>> LABEL_SHIFT);
  }
}
