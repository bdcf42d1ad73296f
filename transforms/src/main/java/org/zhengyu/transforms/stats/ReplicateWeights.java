package org.zhengyu.transforms.stats;

/**
 * How often one document is in each replicate of the {@link Bootstrap}, four replicates to a long,
 * so that a count is multiplied by four weights at once. Reusable.
 */
public final class ReplicateWeights {
  static final int LANES = 4;
  static final int LANE_BITS = Long.SIZE / LANES;
  static final long LANE_MASK = (1L << LANE_BITS) - 1;
  static final int LONGS = (Bootstrap.REPLICATES + LANES - 1) / LANES;

  /** What the weights of a document take. */
  public static final int BYTES = LONGS * Long.BYTES;

  private final long[] packed = new long[LONGS];

  /** Draws the weights of a document; see {@link Bootstrap#weights}. */
  public void draw(long seed, String documentId) {
    byte[] weights = new byte[Bootstrap.REPLICATES];
    Bootstrap.weights(seed, documentId, weights);
    for (int i = 0; i < packed.length; i++) {
      long lanes = 0;
      for (int replicate = Math.min((i + 1) * LANES, weights.length) - 1;
          replicate >= i * LANES;
          replicate--) {
        lanes = lanes << LANE_BITS | weights[replicate];
      }
      packed[i] = lanes;
    }
  }

  /** The first replicate in the lowest bits of the first long. */
  long[] packed() {
    return packed;
  }

  long weight(int replicate) {
    return packed[replicate / LANES] >>> (replicate % LANES * LANE_BITS) & LANE_MASK;
  }
}
