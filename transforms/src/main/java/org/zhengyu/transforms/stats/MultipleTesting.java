package org.zhengyu.transforms.stats;

import java.util.Arrays;

/**
 * Adjusted p-values for many tests at once: reject where the adjusted value is at most the level.
 *
 * <p>The number of tests m counts every test made, also those whose p-value is not given: these are
 * taken to be larger than all that are, which is so where only the best were kept. Each method
 * returns the adjusted values in the order of the input, each at least the p-value and at most 1;
 * equal p-values get equal results. Each throws IllegalArgumentException for a p-value outside 0..1
 * or NaN, and for an m below the number given.
 */
public final class MultipleTesting {
  private static final double EULER_MASCHERONI = 0.5772156649015329;

  /** From here the asymptotic series of the harmonic numbers is exact to the last bits. */
  private static final long ASYMPTOTIC_FROM = 32;

  private MultipleTesting() {}

  /** {@link #benjaminiHochberg(double[], long)} where every test made is given. */
  public static double[] benjaminiHochberg(double[] pValues) {
    return benjaminiHochberg(pValues, pValues.length);
  }

  /**
   * Controls the false discovery rate of independent or positively dependent tests: the i-th
   * smallest p becomes the minimum of p_(j) m / j over j &gt;= i.
   *
   * <p>Benjamini and Hochberg (1995).
   */
  public static double[] benjaminiHochberg(double[] pValues, long tests) {
    return stepUp(pValues, tests, 1);
  }

  /** {@link #benjaminiYekutieli(double[], long)} where every test made is given. */
  public static double[] benjaminiYekutieli(double[] pValues) {
    return benjaminiYekutieli(pValues, pValues.length);
  }

  /**
   * Controls the false discovery rate under any dependence, as between pairs that share a word:
   * Benjamini-Hochberg with m (1 + 1/2 + ... + 1/m) for m.
   *
   * <p>Benjamini and Yekutieli (2001).
   */
  public static double[] benjaminiYekutieli(double[] pValues, long tests) {
    return stepUp(pValues, tests, harmonicNumber(tests));
  }

  /** Controls the chance of any false rejection: p m. */
  public static double[] bonferroni(double[] pValues, long tests) {
    double[] ascending = checkedAscending(pValues, tests);
    double[] adjusted = new double[ascending.length];
    for (int i = 0; i < ascending.length; i++) {
      adjusted[i] = Math.min(1, ascending[i] * tests);
    }
    return inInputOrder(pValues, ascending, adjusted);
  }

  /**
   * Controls the chance of any false rejection, with more power than {@link #bonferroni}: the i-th
   * smallest p becomes the maximum of p_(j) (m - j + 1) over j &lt;= i.
   *
   * <p>Holm (1979).
   */
  public static double[] holm(double[] pValues, long tests) {
    double[] ascending = checkedAscending(pValues, tests);
    double[] adjusted = new double[ascending.length];
    double largest = 0;
    for (int i = 0; i < ascending.length; i++) {
      largest = Math.max(largest, Math.min(1, ascending[i] * (tests - i)));
      adjusted[i] = largest;
    }
    return inInputOrder(pValues, ascending, adjusted);
  }

  /** 1 + 1/2 + ... + 1/n. */
  static double harmonicNumber(long n) {
    if (n < ASYMPTOTIC_FROM) {
      double sum = 0;
      for (long i = n; i >= 1; i--) {
        sum += 1.0 / i;
      }
      return sum;
    }
    double square = (double) n * n;
    double series = (1.0 / 12 - (1.0 / 120 - 1.0 / 252 / square) / square) / square;
    return Math.log((double) n) + EULER_MASCHERONI + 0.5 / n - series;
  }

  private static double[] stepUp(double[] pValues, long tests, double factor) {
    double[] ascending = checkedAscending(pValues, tests);
    double[] adjusted = new double[ascending.length];
    double smallest = 1;
    for (int i = ascending.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, ascending[i] * (factor * tests / (i + 1.0)));
      adjusted[i] = smallest;
    }
    return inInputOrder(pValues, ascending, adjusted);
  }

  private static double[] checkedAscending(double[] pValues, long tests) {
    if (tests < pValues.length) {
      throw new IllegalArgumentException(
          tests + " tests cannot have " + pValues.length + " p-values");
    }
    double[] ascending = new double[pValues.length];
    for (int i = 0; i < pValues.length; i++) {
      if (!(pValues[i] >= 0 && pValues[i] <= 1)) {
        throw new IllegalArgumentException("not a p-value: " + pValues[i] + " at " + i);
      }
      ascending[i] = positiveZero(pValues[i]);
    }
    Arrays.sort(ascending);
    return ascending;
  }

  /** Finds each p-value by its rank: with ties any rank will do, as all have the same result. */
  private static double[] inInputOrder(double[] pValues, double[] ascending, double[] adjusted) {
    double[] result = new double[pValues.length];
    for (int i = 0; i < pValues.length; i++) {
      result[i] = adjusted[Arrays.binarySearch(ascending, positiveZero(pValues[i]))];
    }
    return result;
  }

  /** Sorting and searching tell -0.0 from 0.0. */
  private static double positiveZero(double p) {
    return p + 0.0;
  }
}
