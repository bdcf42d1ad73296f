package org.zhengyu.transforms.counting;

import java.util.Arrays;

/**
 * Counts pairs of vocabulary numbers that occur near each other. Contexts are collected, and then,
 * for one term after another, all that stands near it is counted in an array with a counter for
 * each term: the product of a sparse matrix with its transpose, row by row. Nothing is hashed, and
 * a row's counters stay in the cache.
 *
 * <p>Gustavson (1978).
 */
public final class PairCounter {
  /** The numbers it collects until it is full: with the order of their places 32 MiB. */
  static final int CAPACITY = 1 << 22;

  /** Stands between contexts. */
  private static final int BORDER = Integer.MIN_VALUE;

  /** Takes the pairs in the order of their first, then their second number. */
  public interface Receiver {
    /** A pair and its count. */
    void pair(int first, int second, long count);
  }

  private final int terms;
  private final int before;
  private final int after;
  private final RowCounter row;

  private int[] numbers = new int[1 << 12];
  private int size;

  private PairCounter(int terms, int before, int after) {
    this.terms = terms;
    this.before = before;
    this.after = after;
    this.row = new RowCounter(terms);
    clear();
  }

  /** Counts all pairs of a context, whose numbers ascend, each but once. */
  public static PairCounter ofSets(int terms) {
    return new PairCounter(terms, 0, Integer.MAX_VALUE);
  }

  /** Counts the pairs of places that are at most so many apart in their context. */
  public static PairCounter ofWindows(int terms, int window) {
    return new PairCounter(terms, window, window);
  }

  /**
   * Adds a context: the first {@code count} of the numbers. A negative one, down to the smallest
   * but one, holds the place of a word that is no term.
   */
  public void add(int[] context, int count) {
    if (size + count + 1 > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(2 * numbers.length, size + count + 1));
    }
    System.arraycopy(context, 0, numbers, size, count);
    size += count;
    numbers[size++] = BORDER;
  }

  /** Whether enough has been added; there is room for a context of any length all the same. */
  public boolean isFull() {
    return size >= CAPACITY;
  }

  /** Hands over all pairs and forgets them. */
  public void drain(Receiver receiver) {
    int[] ends = new int[terms];
    for (int i = 0; i < size; i++) {
      if (numbers[i] >= 0) {
        ends[numbers[i]]++;
      }
    }
    int count = 0;
    for (int term = 0; term < terms; term++) {
      int begin = count;
      count += ends[term];
      ends[term] = begin;
    }
    int[] places = new int[count];
    for (int i = 0; i < size; i++) {
      if (numbers[i] >= 0) {
        places[ends[numbers[i]]++] = i;
      }
    }
    int begin = 0;
    for (int term = 0; term < terms; term++) {
      for (int i = begin; i < ends[term]; i++) {
        countNear(places[i], term);
      }
      begin = ends[term];
      row.drain(term, receiver);
    }
    clear();
  }

  /** Counts the terms with higher numbers near a place, so that each pair is counted once. */
  private void countNear(int place, int term) {
    for (int i = place - 1; place - i <= before && numbers[i] != BORDER; i--) {
      if (numbers[i] > term) {
        row.count(numbers[i]);
      }
    }
    for (int i = place + 1; i - place <= after && numbers[i] != BORDER; i++) {
      if (numbers[i] > term) {
        row.count(numbers[i]);
      }
    }
  }

  private void clear() {
    numbers[0] = BORDER;
    size = 1;
  }

  /**
   * The counters of one row. Two levels of bits remember which are not zero, so that they are found
   * in order without sorting, and a row costs no more than it holds.
   */
  static final class RowCounter {
    final long[] counts;
    private final long[] counted;
    private final long[] countedWords;

    RowCounter(int terms) {
      counts = new long[terms];
      counted = new long[(terms >>> 6) + 1];
      countedWords = new long[(terms >>> 12) + 1];
    }

    void count(int term) {
      if (counts[term]++ == 0) {
        counted[term >>> 6] |= 1L << term;
        countedWords[term >>> 12] |= 1L << (term >>> 6);
      }
    }

    void drain(int first, Receiver receiver) {
      for (int i = first >>> 12; i < countedWords.length; i++) {
        for (; countedWords[i] != 0; countedWords[i] &= countedWords[i] - 1) {
          int word = (i << 6) + Long.numberOfTrailingZeros(countedWords[i]);
          for (; counted[word] != 0; counted[word] &= counted[word] - 1) {
            int second = (word << 6) + Long.numberOfTrailingZeros(counted[word]);
            receiver.pair(first, second, counts[second]);
            counts[second] = 0;
          }
        }
      }
    }
  }
}
