package org.zhengyu.transforms;

import java.util.Arrays;

/**
 * Counts pairs of vocabulary numbers: open addressing over primitive arrays, no object a pair.
 * Holds up to {@link #CAPACITY} pairs, which bounds its memory; the caller drains it when it is
 * full.
 */
final class PairTable {
  /** The pairs it holds at most: at half-full tables of 12 bytes a slot, 48 MiB. */
  static final int CAPACITY = 1 << 21;

  private static final long FREE = -1;

  /** Takes the pairs in the order of their first, then their second number. */
  interface Receiver {
    /** A pair and its count. */
    void pair(int first, int second, int count);
  }

  private long[] keys = new long[1 << 12];
  private int[] counts = new int[1 << 12];
  private int size;

  PairTable() {
    Arrays.fill(keys, FREE);
  }

  /** Adds one to the pair; {@code first} is smaller than {@code second}. */
  void add(int first, int second) {
    long key = ((long) first << 32) | second;
    int slot = slotOf(key);
    if (keys[slot] == FREE) {
      keys[slot] = key;
      size++;
      if (size * 2 > keys.length) {
        grow();
        slot = slotOf(key);
      }
    }
    counts[slot]++;
  }

  /** Whether it must be drained before it may take more than {@code pairs} more pairs. */
  boolean isFullFor(int pairs) {
    return size + pairs > CAPACITY;
  }

  /** The number of pairs. */
  int size() {
    return size;
  }

  /**
   * Hands over all pairs and forgets them.
   *
   * @param numbers what every number is smaller than
   */
  void drain(int numbers, Receiver receiver) {
    int[] begins = new int[numbers + 1];
    for (long key : keys) {
      if (key != FREE) {
        begins[(int) (key >>> 32) + 1]++;
      }
    }
    for (int first = 0; first < numbers; first++) {
      begins[first + 1] += begins[first];
    }
    long[] seconds = new long[size];
    int[] next = begins.clone();
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] != FREE) {
        seconds[next[(int) (keys[slot] >>> 32)]++] = (keys[slot] << 32) | counts[slot];
      }
    }
    for (int first = 0; first < numbers; first++) {
      Arrays.sort(seconds, begins[first], begins[first + 1]);
      for (int i = begins[first]; i < begins[first + 1]; i++) {
        receiver.pair(first, (int) (seconds[i] >>> 32), (int) seconds[i]);
      }
    }
    Arrays.fill(keys, FREE);
    Arrays.fill(counts, 0);
    size = 0;
  }

  private int slotOf(long key) {
    long hash = key * 0x9E3779B97F4A7C15L;
    int mask = keys.length - 1;
    int slot = (int) (hash >>> 32) & mask;
    while (keys[slot] != FREE && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldCounts = counts;
    keys = new long[oldKeys.length * 2];
    counts = new int[keys.length];
    Arrays.fill(keys, FREE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != FREE) {
        int slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
