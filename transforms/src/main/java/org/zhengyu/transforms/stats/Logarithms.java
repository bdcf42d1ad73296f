package org.zhengyu.transforms.stats;

/** Logarithms of ratios, exact near 1, and the factors between their bases. */
final class Logarithms {
  /** Natural logarithms times this are binary ones. */
  static final double LOG2_E = 1.4426950408889634;

  /** Natural logarithms times this are decimal ones. */
  static final double LOG10_E = 0.4342944819032518;

  private Logarithms() {}

  /**
   * ln(numerator / denominator); NaN for 0 / 0, infinite if only one is 0.
   *
   * @param difference numerator - denominator, given because the caller has it exactly
   */
  static double ofRatio(double numerator, double denominator, double difference) {
    double excess = difference / denominator;
    return Math.abs(excess) < 0.5 ? Math.log1p(excess) : Math.log(numerator / denominator);
  }
}
