package org.zhengyu.transforms.segment;

import java.util.Arrays;

/**
 * The pairs of nodes of a lattice that meet, in the order of the first and then of the second.
 * Arrays that are open to those who work on them in turn, and are used again for each sentence. Not
 * thread-safe.
 */
final class LatticePairs {
  /** What the second costs after the first. */
  double[] cost = new double[2048];

  /** How many pairs may have been seen; the others certainly were not. */
  int candidates;

  /** Of each pair that may have been seen its number and its nodes. */
  int[] candidate = new int[2048];

  int[] first = new int[2048];
  int[] second = new int[2048];

  /** Makes room for so many pairs. */
  void makeRoom(int pairs) {
    if (pairs > cost.length) {
      cost = Arrays.copyOf(cost, 2 * pairs);
      candidate = Arrays.copyOf(candidate, 2 * pairs);
      first = Arrays.copyOf(first, 2 * pairs);
      second = Arrays.copyOf(second, 2 * pairs);
    }
  }
}
