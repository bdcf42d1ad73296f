package org.zhengyu.transforms.stats;

import java.util.Arrays;

/**
 * How much a string of characters behaves like a word: its parts keep together, and its neighbours
 * vary.
 *
 * <p>Sproat and Shih (1990) for cohesion, Huang, Chen and Chen (2003) for the entropy of
 * neighbours, Matrix67 (2012) for both together in Chinese.
 */
public final class NewWords {
  private NewWords() {}

  /**
   * Cohesion: how many times more often a string occurs than its two parts would meet by chance,
   * for the split that keeps together worst: the minimum of p(ab) / (p(a) p(b)), where p is the
   * count over all characters of the text. 0 or more; NaN without splits.
   *
   * @param count of the string
   * @param characters of the whole text
   * @param left the count of the left part of each split
   * @param right the count of the right part of each split
   * @throws IllegalArgumentException if there are not as many left as right parts, or a part is
   *     rarer than the string
   */
  public static double cohesion(long count, long characters, long[] left, long[] right) {
    if (left.length != right.length) {
      throw new IllegalArgumentException(
          left.length + " left and " + right.length + " right parts");
    }
    double smallest = left.length == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
    for (int i = 0; i < left.length; i++) {
      if (count < 0 || left[i] < count || right[i] < count) {
        throw new IllegalArgumentException(
            "no part is rarer than the whole: " + count + " of " + left[i] + ", " + right[i]);
      }
      smallest = Math.min(smallest, (double) count * characters / ((double) left[i] * right[i]));
    }
    return smallest;
  }

  /** {@link #cohesion} as doublings: its binary logarithm, the smallest PMI of a split. */
  public static double cohesionLog2(long count, long characters, long[] left, long[] right) {
    return Math.log(cohesion(count, characters, left, right)) * Logarithms.LOG2_E;
  }

  /**
   * The entropy of the neighbours on one side, in nats: 0 for a single one, NaN without any. The
   * edge of a clause is no word that comes again, so that each edge is a neighbour of its own: what
   * mostly stands between marks of punctuation is free.
   *
   * @param edges places without a neighbour
   * @param counts how often each neighbour stands there, in an order that does not depend on chance
   * @throws IllegalArgumentException if a count is negative
   */
  public static double entropy(long edges, long... counts) {
    if (edges < 0) {
      throw new IllegalArgumentException(edges + " edges");
    }
    double total = edges + Arrays.stream(counts).sum();
    double sum = total == 0 ? Double.NaN : edges / total * Math.log(total);
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a neighbour occurs " + count + " times");
      }
      if (count > 0) {
        sum += count / total * Math.log(total / count);
      }
    }
    return sum;
  }

  /** Freedom: the entropy on the side where it is smaller. */
  public static double freedom(double leftEntropy, double rightEntropy) {
    return Math.min(leftEntropy, rightEntropy);
  }
}
