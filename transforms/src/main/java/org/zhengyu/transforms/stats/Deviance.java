package org.zhengyu.transforms.stats;

/** The building blocks of likelihood: stable where the textbook formulas cancel. */
final class Deviance {
  /** Below this relative deviation a power series is both faster and more exact than ln. */
  private static final double SERIES_LIMIT = 0.1;

  private static final double HALF_LN_TWO_PI = 0.9189385332046728;
  private static final double[] SMALL_REMAINDERS = smallRemainders();

  private Deviance() {}

  /**
   * {@code observed * ln(observed / expected) - (observed - expected)}.
   *
   * <p>Never negative, 0 only at equality, and exact to a few units in the last place even where
   * observed and expected agree in most digits. Summed over the cells of a table the linear terms
   * vanish, so half of G2 is the sum of these. For observed = 0 it is expected (0 ln 0 = 0).
   *
   * <p>Loader, Fast and Accurate Computation of Binomial Probabilities (2000).
   *
   * @param difference observed - expected, given because the caller has it exactly
   */
  static double deviance(double observed, double expected, double difference) {
    if (observed == 0) {
      return expected;
    }
    double v = difference / (observed + expected);
    if (Math.abs(v) >= SERIES_LIMIT) {
      return observed * Math.log(observed / expected) - difference;
    }
    // observed * ln((1 + v) / (1 - v)) - difference, term by term.
    double square = v * v;
    double sum = difference * v;
    double power = 2 * observed * v;
    for (int odd = 3; ; odd += 2) {
      power *= square;
      double next = sum + power / odd;
      // Stops at NaN as well as at the last digit.
      if (!(Math.abs(next - sum) > 0)) {
        return next;
      }
      sum = next;
    }
  }

  /**
   * {@code ln(n!) - (n ln n - n)}: what Stirling's leading terms leave. 0 for n = 0, otherwise
   * between 1/2 ln(2 pi n) and that plus 1/(12 n).
   */
  static double factorialRemainder(long n) {
    if (n < SMALL_REMAINDERS.length) {
      return SMALL_REMAINDERS[(int) n];
    }
    double x = n;
    double square = x * x;
    double series =
        1.0 / 12
            - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square)
                / square;
    return HALF_LN_TWO_PI + 0.5 * Math.log(x) + series / x;
  }

  private static double[] smallRemainders() {
    double[] remainders = new double[20];
    double factorial = 1;
    for (int n = 1; n < remainders.length; n++) {
      factorial *= n;
      remainders[n] = Math.log(factorial) - n * Math.log(n) + n;
    }
    return remainders;
  }
}
