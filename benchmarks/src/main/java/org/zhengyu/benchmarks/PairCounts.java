package org.zhengyu.benchmarks;

import java.util.Arrays;

/** Counts pairs of numbers in one table that grows as it must: all of them are in memory. */
final class PairCounts {
  private static final long FREE = -1;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  private long[] keys = new long[1 << 16];
  private int[] counts = new int[1 << 16];
  private int size;

  PairCounts() {
    Arrays.fill(keys, FREE);
  }

  int size() {
    return size;
  }

  void add(int first, int second, int count) {
    add((long) first << Integer.SIZE | second, count);
  }

  private void add(long key, int count) {
    int slot = slotOf(key);
    while (keys[slot] != key) {
      if (keys[slot] == FREE) {
        keys[slot] = key;
        if (++size > keys.length / 2) {
          counts[slot] = count;
          grow();
          return;
        }
        break;
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    counts[slot] += count;
  }

  private int slotOf(long key) {
    return (int) ((key * GOLDEN_RATIO) >>> (Long.numberOfLeadingZeros(keys.length) + 1));
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[2 * oldKeys.length];
    counts = new int[2 * oldKeys.length];
    Arrays.fill(keys, FREE);
    size = 0;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        add(oldKeys[i], oldCounts[i]);
      }
    }
  }

  /** Adds all counts of another table. */
  void addAll(PairCounts other) {
    for (int i = 0; i < other.keys.length; i++) {
      if (other.keys[i] != FREE) {
        add(other.keys[i], other.counts[i]);
      }
    }
  }

  /** Takes a pair and its count. */
  interface Consumer {
    void accept(int first, int second, int count);
  }

  /** The pairs that were counted so often, in the order of their numbers. */
  void forEachSorted(int least, Consumer consumer) {
    long[] kept = new long[size];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != FREE && counts[i] >= least) {
        kept[n++] = keys[i];
      }
    }
    Arrays.parallelSort(kept, 0, n);
    for (int i = 0; i < n; i++) {
      int slot = slotOf(kept[i]);
      while (keys[slot] != kept[i]) {
        slot = (slot + 1) & (keys.length - 1);
      }
      consumer.accept((int) (kept[i] >>> Integer.SIZE), (int) kept[i], counts[slot]);
    }
  }
}
