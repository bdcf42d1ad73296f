package org.zhengyu.transforms.passages;

import java.util.Arrays;

/** A number for each of some hashes of shingles. Not thread-safe. */
final class ShingleNumbers {
  /** The number of a hash that has none. */
  static final int NONE = -1;

  /** By the lowest bits of a hash, or in the next free place; twice as many places as hashes. */
  private final long[] hashes;

  private final int[] numbers;

  /** Room for so many hashes. */
  ShingleNumbers(int count) {
    hashes = new long[Integer.highestOneBit(Math.max(1, count)) << 2];
    numbers = new int[hashes.length];
    Arrays.fill(numbers, NONE);
  }

  /** Gives a hash a number. */
  void put(long hash, int number) {
    int slot = slotOf(hash);
    hashes[slot] = hash;
    numbers[slot] = number;
  }

  /** The number of a hash, or {@link #NONE}. */
  int get(long hash) {
    return numbers[slotOf(hash)];
  }

  private int slotOf(long hash) {
    int slot = (int) hash & (hashes.length - 1);
    while (numbers[slot] != NONE && hashes[slot] != hash) {
      slot = (slot + 1) & (hashes.length - 1);
    }
    return slot;
  }
}
