package org.zhengyu.pipeline;

import org.zhengyu.pipeline.plan.InputPlan;

/**
 * Into how many buckets each stage deals its elements. A bucket is merged and written by one worker
 * at one go, so there are more where there is more input; on the local runner every bucket of every
 * stage costs a little, so there are few where there is little.
 *
 * @param large for counts, pairs and tokens, which grow with the text
 * @param medium for occurrences of phrases, and for ids, of which short documents have many
 * @param small for one row a document
 */
record Partitions(int large, int medium, int small) {
  private static final long BYTES_PER_LARGE_BUCKET = 4L << 20;
  private static final int FEWEST_LARGE = 2;
  private static final int MOST_LARGE = 4096;
  private static final int LARGE_OF_UNKNOWN = 256;
  private static final int LARGE_PER_MEDIUM = 8;
  private static final int LARGE_PER_SMALL_OF_UNKNOWN = 64;
  private static final int UNITS_PER_SMALL_BUCKET = 4096;

  /** Buckets for a plan; {@code wanted} large ones unless that is 0. */
  static Partitions of(int wanted, InputPlan plan) {
    if (!plan.isKnown()) {
      int large = wanted > 0 ? wanted : LARGE_OF_UNKNOWN;
      return new Partitions(
          large, ceil(large, LARGE_PER_MEDIUM), ceil(large, LARGE_PER_SMALL_OF_UNKNOWN));
    }
    long bySize = (plan.textBytes() + BYTES_PER_LARGE_BUCKET - 1) / BYTES_PER_LARGE_BUCKET;
    int large = wanted > 0 ? wanted : (int) Math.max(FEWEST_LARGE, Math.min(MOST_LARGE, bySize));
    return new Partitions(
        large, ceil(large, LARGE_PER_MEDIUM), 1 + plan.units().size() / UNITS_PER_SMALL_BUCKET);
  }

  private static int ceil(int dividend, int divisor) {
    return (dividend + divisor - 1) / divisor;
  }
}
