package org.zhengyu.transforms.counting;

import java.util.Arrays;

/** Pairs of terms, the smaller number first, each as often as it was added. Not thread-safe. */
final class PairBag {
  /** Takes pairs in the order of their first, then their second number. */
  interface Receiver {
    /** A pair, and how often it was added. */
    void pair(int first, int second, int times);
  }

  private long[] pairs = new long[8];
  private int size;

  /** Of the sorted pairs the first that was not asked for. */
  private int next;

  void add(int first, int second) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, 2 * size);
    }
    pairs[size++] = key(first, second);
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Puts the pairs in order, so that they can be asked for. */
  void sort() {
    Arrays.sort(pairs, 0, size);
    next = 0;
  }

  /** How often a pair was added; all that were are asked for, and in their order. */
  int take(int first, int second) {
    if (next == size || pairs[next] != key(first, second)) {
      return 0;
    }
    return takeNext();
  }

  /** Takes the next pair as often as it is there. */
  private int takeNext() {
    int begin = next;
    while (next < size && pairs[next] == pairs[begin]) {
      next++;
    }
    return next - begin;
  }

  /** Yields all pairs. */
  void forEach(Receiver receiver) {
    sort();
    while (next < size) {
      long pair = pairs[next];
      receiver.pair((int) (pair >>> Integer.SIZE), (int) pair, takeNext());
    }
  }

  /** Forgets all pairs. */
  void clear() {
    size = 0;
    next = 0;
  }

  private static long key(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }
}
