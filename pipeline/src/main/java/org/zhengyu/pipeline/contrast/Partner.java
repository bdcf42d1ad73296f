package org.zhengyu.pipeline.contrast;

import org.zhengyu.transforms.stats.Interval;

/**
 * A term that stands beside one of two terms, or both, more often than by chance.
 *
 * @param term the term
 * @param with beside which of the two
 * @param a what it is beside the first
 * @param b what it is beside the second
 * @param documents documents in which it stands beside either
 * @param logRatio log2 of its share of the first term's sentences over that of the second's;
 *     infinite where one is 0
 * @param interval the 95 % bootstrap interval of that; undefined with too few documents
 */
public record Partner(
    String term, With with, Side a, Side b, long documents, double logRatio, Interval interval) {
  /** Beside which of two terms another stands more often than by chance. */
  public enum With {
    /** Both. */
    BOTH,
    /** Only the first. */
    A,
    /** Only the second. */
    B
  }

  /**
   * What a term is beside one of the two.
   *
   * @param joint sentences with both
   * @param g2 signed G² of these; NaN where the pair is no row
   */
  public record Side(long joint, double g2) {}

  /** How certain it is where it belongs: the larger, the more. */
  double evidence() {
    return switch (with) {
      case BOTH -> Math.min(a.g2, b.g2);
      case A -> a.g2;
      case B -> b.g2;
    };
  }
}
