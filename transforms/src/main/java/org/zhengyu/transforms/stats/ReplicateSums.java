package org.zhengyu.transforms.stats;

import java.util.Arrays;

/**
 * Sums over documents in every replicate of the {@link Bootstrap}: of each document its count times
 * its weights. Four sums grow in one long; before one of them could run over into the next, all are
 * carried into longs of their own. That takes a quarter of the multiplications.
 */
public final class ReplicateSums {
  /** Counts that may be added before a lane is full, if the document had the largest weight. */
  private static final long MOST = ReplicateWeights.LANE_MASK / Bootstrap.MOST_WEIGHT;

  private final long[] lanes = new long[ReplicateWeights.LONGS];
  private final long[] sums = new long[Bootstrap.REPLICATES];
  private long inLanes;
  private boolean isZero = true;

  /** Sets all sums to 0. */
  public void clear() {
    carry();
    if (!isZero) {
      Arrays.fill(sums, 0);
      isZero = true;
    }
  }

  /**
   * Adds what a document has.
   *
   * @param weights how often the document is in each replicate
   * @param count 0 or more
   */
  public void add(ReplicateWeights weights, long count) {
    if (count > MOST) {
      isZero = false;
      for (int replicate = 0; replicate < sums.length; replicate++) {
        sums[replicate] += weights.weight(replicate) * count;
      }
      return;
    }
    if (count > MOST - inLanes) {
      carry();
    }
    inLanes += count;
    long[] packed = weights.packed();
    for (int i = 0; i < packed.length; i++) {
      lanes[i] += packed[i] * count;
    }
  }

  /** Adds the sum that other documents have in each replicate. */
  public void add(long[] more) {
    isZero = false;
    for (int replicate = 0; replicate < sums.length; replicate++) {
      sums[replicate] += more[replicate];
    }
  }

  /** Whether nothing was added. */
  public boolean isZero() {
    return isZero && inLanes == 0;
  }

  private void carry() {
    if (inLanes == 0) {
      return;
    }
    int replicate = 0;
    for (int i = 0; i < lanes.length; i++) {
      long four = lanes[i];
      lanes[i] = 0;
      int end = Math.min(replicate + ReplicateWeights.LANES, sums.length);
      while (replicate < end) {
        sums[replicate++] += four & ReplicateWeights.LANE_MASK;
        four >>>= ReplicateWeights.LANE_BITS;
      }
    }
    inLanes = 0;
    isZero = false;
  }

  /** The sum of each replicate; shared, and of no more than has been added by now. */
  public long[] sums() {
    carry();
    return sums;
  }
}
