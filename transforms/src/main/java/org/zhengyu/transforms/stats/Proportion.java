package org.zhengyu.transforms.stats;

/** A share of a whole, such as a word's of all tokens. */
public final class Proportion {
  /** The quantile of the standard normal distribution at 0.975. */
  private static final double QUANTILE_975 = 1.959963984540054;

  private Proportion() {}

  /**
   * The 95 % score interval of a proportion: within 0..1, and of use also where there was no hit.
   * It takes every trial for independent; tokens are not, so it is a lower bound of the
   * uncertainty.
   *
   * <p>Wilson (1927).
   *
   * @param hits from 0 to trials
   * @param trials with 0 the interval is undefined
   * @throws IllegalArgumentException if hits are negative or exceed the trials
   */
  public static Interval wilson95(long hits, long trials) {
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException(hits + " hits in " + trials + " trials");
    }
    if (trials == 0) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double z = QUANTILE_975;
    double square = z * z;
    double centre = hits + square / 2;
    double margin = z * Math.sqrt((double) hits / trials * (trials - hits) + square / 4);
    double whole = trials + square;
    return new Interval(
        hits == 0 ? 0 : (centre - margin) / whole, hits == trials ? 1 : (centre + margin) / whole);
  }
}
