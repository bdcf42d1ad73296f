package org.zhengyu.transforms.stats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.commons.numbers.arrays.Selection;

/**
 * The bootstrap over documents: how much a number would vary in other samples of documents like
 * these. Words come in clusters, document by document, and an interval that takes every token for
 * an independent draw is far too narrow.
 *
 * <p>Every document is in a replicate as often as a Poisson(1) variate says, drawn from a generator
 * that is seeded by the document's name alone. Sums over documents are then sums of integers that
 * any number of workers can add up in any order, and a replicate is the same wherever and however
 * often it is drawn.
 *
 * <p>Efron (1979); Poisson weights: Hanley and MacGibbon (2006), Chamandy et al. (2012); the number
 * of replicates, for which the ends are order statistics: Davison and Hinkley (1997).
 */
public final class Bootstrap {
  /** The number of replicates. */
  public static final int REPLICATES = 999;

  /** How often a document is in a replicate at most. */
  static final int MOST_WEIGHT = 12;

  /** Of fewer documents no interval is given: it would promise more than so few can tell. */
  public static final int MIN_DOCUMENTS = 10;

  /** The share of replicates beyond either end. */
  private static final double TAIL = 0.025;

  /** The fewest replicates of which one lies beyond either end. */
  private static final int FEWEST = 39;

  private static final double TWO_TO_32 = 0x1p32;

  /** Where the cumulative Poisson(1) distribution reaches each count, in units of 2^-32. */
  private static final long[] POISSON = poissonSteps();

  private Bootstrap() {}

  /**
   * How often a document is in each replicate: mean 1, variance 1, at most {@value #MOST_WEIGHT}.
   *
   * @param seed another seed gives other replicates
   * @param documentId the document's name
   * @param weights overwritten
   */
  public static void weights(long seed, String documentId, byte[] weights) {
    long state = seedOf(seed, documentId);
    for (int i = 0; i < weights.length; i += 2) {
      // SplitMix64: Steele, Lea and Flood (2014).
      state += 0x9E3779B97F4A7C15L;
      long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
      mixed ^= mixed >>> 31;
      weights[i] = poisson(mixed >>> 32);
      if (i + 1 < weights.length) {
        weights[i + 1] = poisson(mixed & 0xFFFFFFFFL);
      }
    }
  }

  /**
   * The 95 % percentile interval of a statistic. Replicates in which it is undefined (NaN) are left
   * out; of fewer than 39 that are left the interval is undefined.
   *
   * @param replicates the statistic in each replicate; put in another order
   */
  public static Interval percentile95(double[] replicates) {
    int defined = 0;
    for (int i = 0; i < replicates.length; i++) {
      if (!Double.isNaN(replicates[i])) {
        replicates[defined++] = replicates[i];
      }
    }
    if (defined < FEWEST) {
      return new Interval(Double.NaN, Double.NaN);
    }
    int beyond = (int) (TAIL * (defined + 1)) - 1;
    int[] ends = {beyond, defined - 1 - beyond};
    Selection.select(replicates, 0, defined, ends);
    return new Interval(replicates[beyond], replicates[defined - 1 - beyond]);
  }

  private static byte poisson(long uniform) {
    int count = 0;
    for (long step : POISSON) {
      // Adds 1 where the step is not above the variate: the sign of the difference, no branch.
      count += 1 + (int) ((uniform - step) >> 63);
    }
    return (byte) count;
  }

  private static long[] poissonSteps() {
    long[] steps = new long[MOST_WEIGHT];
    double probability = Math.exp(-1);
    double cumulative = 0;
    for (int count = 0; count < steps.length; count++) {
      cumulative += probability;
      steps[count] = Math.min(Math.round(cumulative * TWO_TO_32), (long) TWO_TO_32);
      probability /= count + 1;
    }
    return steps;
  }

  private static long seedOf(long seed, String documentId) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      return ByteBuffer.wrap(digest.digest(documentId.getBytes(UTF_8))).getLong();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
