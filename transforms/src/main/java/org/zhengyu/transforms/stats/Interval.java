package org.zhengyu.transforms.stats;

/**
 * A confidence interval. Both ends are NaN where it is undefined.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
public record Interval(double lower, double upper) {
  /** The quantile of the standard normal distribution at 0.975. */
  static final double QUANTILE_975 = 1.959963984540054;

  /** The 95 % interval of a normal estimate. */
  static Interval normal95(double estimate, double standardError) {
    double margin = QUANTILE_975 * standardError;
    return new Interval(estimate - margin, estimate + margin);
  }
}
