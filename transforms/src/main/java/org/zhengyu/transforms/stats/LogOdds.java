package org.zhengyu.transforms.stats;

/**
 * Log-odds ratio of a word between two corpora with an informative Dirichlet prior ("fightin'
 * words"): the prior shrinks rare words, and z ranks by evidence.
 *
 * <p>With A = y1 + a, B = y2 + a, A' = n1 + a0 - A and B' = n2 + a0 - B for the word's prior a and
 * the prior total a0: delta = ln(A / A') - ln(B / B').
 *
 * <p>Monroe, Colaresi and Quinn (2008). The prior is a = a0 times the word's share of a background
 * corpus ({@link #prior}); a0 = 500 tokens of the pooled corpora is a sound default, to be stated
 * with the results.
 *
 * @param delta positive for words of the first corpus; infinite for a count of 0 without a prior
 * @param variance2 1/A + 1/B, eq. 20: the approximation for words that are rare in their corpora
 * @param variance4 1/A + 1/A' + 1/B + 1/B', eq. 19
 */
public record LogOdds(double delta, double variance2, double variance4) {

  /**
   * The log-odds of one word.
   *
   * @param y1 occurrences in the first corpus
   * @param n1 tokens of the first corpus
   * @param y2 occurrences in the second corpus
   * @param n2 tokens of the second corpus
   * @param priorWord pseudo-occurrences of the word, 0 or more
   * @param priorTotal pseudo-tokens in all, at least priorWord
   * @throws IllegalArgumentException if a count exceeds its total or is negative
   */
  public static LogOdds of(
      long y1, long n1, long y2, long n2, double priorWord, double priorTotal) {
    if (y1 < 0 || y2 < 0 || y1 > n1 || y2 > n2) {
      throw new IllegalArgumentException(
          "frequencies must lie between 0 and the corpus size: "
              + (y1 + "/" + n1 + ", " + y2 + "/" + n2));
    }
    if (!(priorWord >= 0 && priorWord <= priorTotal && priorTotal < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the prior of a word must lie between 0 and the prior total: "
              + (priorWord + " of " + priorTotal));
    }
    double otherPrior = priorTotal - priorWord;
    double first = y1 + priorWord;
    double firstRest = (n1 - y1) + otherPrior;
    double second = y2 + priorWord;
    double secondRest = (n2 - y2) + otherPrior;
    double variance2 = 1 / first + 1 / second;
    return new LogOdds(
        Logarithms.ofRatio(
            first * secondRest,
            firstRest * second,
            differenceOfProducts(first, secondRest, firstRest, second)),
        variance2,
        variance2 + 1 / firstRest + 1 / secondRest);
  }

  /**
   * The share of the prior total that falls to a word: a0 times its relative frequency in the
   * background corpus.
   *
   * @param priorTotal a0, in tokens
   */
  public static double prior(double priorTotal, long backgroundFrequency, long backgroundSize) {
    return priorTotal * backgroundFrequency / backgroundSize;
  }

  /**
   * delta over the square root of {@link #variance2}: the recommended ranking. Infinite or NaN if
   * delta is infinite.
   */
  public double z2() {
    return delta / Math.sqrt(variance2);
  }

  /** delta over the square root of {@link #variance4}. NaN if delta is infinite. */
  public double z4() {
    return delta / Math.sqrt(variance4);
  }

  /** a b - c d with one rounding fewer than it looks: the low part of c d is not lost. */
  private static double differenceOfProducts(double a, double b, double c, double d) {
    double cd = c * d;
    double lost = Math.fma(-c, d, cd);
    return Math.fma(a, b, -cd) + lost;
  }
}
