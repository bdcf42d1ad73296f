package org.zhengyu.transforms.stats;

import java.util.Arrays;

/**
 * Adjusted p-values for many tests at once: reject where the adjusted value is at most the level.
 */
public final class MultipleTesting {
  private MultipleTesting() {}

  /**
   * Controls the false discovery rate of independent or positively dependent tests: the i-th
   * smallest of m p-values becomes the minimum of p_(j) m / j over j &gt;= i.
   *
   * <p>Benjamini and Hochberg (1995).
   *
   * @return the adjusted values in the order of the input, each at least the p-value and at most 1;
   *     equal p-values get equal results
   * @throws IllegalArgumentException for a p-value outside 0..1 or NaN
   */
  public static double[] benjaminiHochberg(double[] pValues) {
    double[] ascending = checkedAscending(pValues);
    double[] adjusted = new double[ascending.length];
    double smallest = 1;
    for (int i = ascending.length - 1; i >= 0; i--) {
      smallest = Math.min(smallest, ascending[i] * (ascending.length / (i + 1.0)));
      adjusted[i] = smallest;
    }
    return inInputOrder(pValues, ascending, adjusted);
  }

  private static double[] checkedAscending(double[] pValues) {
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
