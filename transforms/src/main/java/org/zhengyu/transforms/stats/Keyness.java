package org.zhengyu.transforms.stats;

/**
 * Keyness: how a word's frequency in a target corpus differs from that in a reference corpus.
 *
 * <p>Notation: p1 = f1 / n1, p2 = f2 / n2, N = n1 + n2; E1 and E2 are n1 and n2 times (f1 + f2) /
 * N. Signed measures are positive for p1 &gt; p2 and +0 at equality. Ratios of a word that the
 * reference lacks are Infinity (NaN if the target lacks it too), never smoothed in silence. If a
 * corpus is empty, every ratio is NaN and every test statistic 0.
 *
 * <p>For p and -log10 p of a statistic see {@link Association#pValue}.
 */
public final class Keyness {
  private static final double PER_MILLION = 1e6;

  private Keyness() {}

  /**
   * Log-likelihood of the two word frequencies alone: 2 (f1 ln(f1 / E1) + f2 ln(f2 / E2)), 0 or
   * more. Below {@link #ll4Term} for frequent words.
   *
   * <p>Rayson and Garside (2000), the UCREL wizard.
   */
  public static double ll2Term(KeynessCounts counts) {
    ContingencyTable table = counts.table();
    if (table.crossDifference() == 0) {
      return table.n() == 0 ? Double.NaN : 0;
    }
    double d = table.deviation();
    return 2
        * (Deviance.deviance((double) counts.f1(), table.e11(), d)
            + Deviance.deviance((double) counts.f2(), table.e12(), -d));
  }

  /** {@link #ll2Term} with the sign of p1 - p2. */
  public static double ll2TermSigned(KeynessCounts counts) {
    return counts.crossDifference() < 0 ? -ll2Term(counts) : ll2Term(counts);
  }

  /**
   * Log-likelihood ratio of the whole table, {@link Association#g2}: the recommended statistic.
   *
   * <p>Dunning (1993).
   */
  public static double ll4Term(KeynessCounts counts) {
    return Association.g2(counts.table());
  }

  /** {@link #ll4Term} with the sign of p1 - p2. */
  public static double ll4TermSigned(KeynessCounts counts) {
    return Association.g2Signed(counts.table());
  }

  /** Pearson's chi-squared, {@link Association#chi2}. */
  public static double chi2(KeynessCounts counts) {
    return Association.chi2(counts.table());
  }

  /** {@link #chi2} with the sign of p1 - p2. */
  public static double chi2Signed(KeynessCounts counts) {
    return Association.chi2Signed(counts.table());
  }

  /** Chi-squared with Yates' correction, {@link Association#chi2Yates}. */
  public static double chi2Yates(KeynessCounts counts) {
    return Association.chi2Yates(counts.table());
  }

  /**
   * %DIFF: 100 (p1 - p2) / p2, -100 or more. Infinity for f2 = 0, NaN if f1 is 0 too.
   *
   * <p>Gabrielatos and Marchi (2011).
   */
  public static double pctDiff(KeynessCounts counts) {
    return 100 * counts.crossDifference() / ((double) counts.f2() * counts.n1());
  }

  /**
   * {@link #pctDiff} with a stand-in for a reference frequency of 0, as tools print it (1e-18 in
   * the SigEff spreadsheet).
   *
   * @param zeroFrequency the relative frequency that replaces p2 where that is 0; above 0
   */
  public static double pctDiff(KeynessCounts counts, double zeroFrequency) {
    if (!(zeroFrequency > 0)) {
      throw new IllegalArgumentException("must be above 0: " + zeroFrequency);
    }
    if (counts.f2() > 0) {
      return pctDiff(counts);
    }
    double p1 = (double) counts.f1() / counts.n1();
    return 100 * (p1 - zeroFrequency) / zeroFrequency;
  }

  /** Relative risk: p1 / p2, 0 or more. Infinity for f2 = 0, NaN if f1 is 0 too. */
  public static double relativeRisk(KeynessCounts counts) {
    return (double) counts.f1() * counts.n2() / ((double) counts.f2() * counts.n1());
  }

  /**
   * Log ratio: log2(p1 / p2), the doublings between the two frequencies. For display; Infinity for
   * f2 = 0, -Infinity for f1 = 0, NaN for both.
   *
   * <p>Hardie (2014).
   */
  public static double logRatio(KeynessCounts counts) {
    return log2Ratio(
        (double) counts.f1() * counts.n2(),
        (double) counts.f2() * counts.n1(),
        counts.crossDifference());
  }

  /**
   * The 95 % interval of {@link #logRatio} by the delta method: log2(p1 / p2) +- 1.96 s / ln 2 with
   * s^2 = 1/f1 - 1/n1 + 1/f2 - 1/n2, two independent binomial proportions. Undefined for f1 = 0 and
   * for f2 = 0.
   *
   * <p>Katz, Baptista, Azen and Pike (1978).
   */
  public static Interval logRatioInterval(KeynessCounts counts) {
    return logRatioInterval(
        logRatio(counts),
        (double) counts.f1(),
        (double) counts.n1(),
        (double) counts.f2(),
        (double) counts.n2());
  }

  /**
   * {@link #logRatio} with a frequency of 0, and only that, replaced by 0.5. Finite unless a corpus
   * is empty.
   *
   * <p>Hardie (2014), as in CQPweb.
   */
  public static double logRatioHardie(KeynessCounts counts) {
    if (counts.hasEmptyCorpus() || (counts.f1() > 0 && counts.f2() > 0)) {
      return logRatio(counts);
    }
    double numerator = orHalf(counts.f1()) * counts.n2();
    double denominator = orHalf(counts.f2()) * counts.n1();
    return log2Ratio(numerator, denominator, numerator - denominator);
  }

  /**
   * The 95 % interval of {@link #logRatioHardie}, as that of {@link #logRatioInterval} with the
   * replaced frequencies. Undefined if a corpus is empty.
   */
  public static Interval logRatioHardieInterval(KeynessCounts counts) {
    return logRatioInterval(
        logRatioHardie(counts),
        orHalf(counts.f1()),
        (double) counts.n1(),
        orHalf(counts.f2()),
        (double) counts.n2());
  }

  /**
   * Log ratio for ranking: log2((f1 + 0.5) / (n1 + 0.5)) - log2((f2 + 0.5) / (n2 + 0.5)). Finite
   * unless a corpus is empty, and without the jump of {@link #logRatioHardie} at 0.
   *
   * <p>Walter (1975), as recommended by Evert (2022).
   */
  public static double logRatioWalter(KeynessCounts counts) {
    if (counts.hasEmptyCorpus()) {
      return Double.NaN;
    }
    double numerator = (counts.f1() + 0.5) * (counts.n2() + 0.5);
    double denominator = (counts.f2() + 0.5) * (counts.n1() + 0.5);
    // Difference of the two products, expanded so that the whole parts cancel exactly.
    double halves = 0.5 * ((counts.f1() - counts.f2()) + (counts.n2() - counts.n1()));
    return log2Ratio(numerator, denominator, counts.crossDifference() + halves);
  }

  /**
   * The 95 % interval of {@link #logRatioWalter} by the delta method, with s^2 = 1/(f1 + 0.5) -
   * 1/(n1 + 0.5) + 1/(f2 + 0.5) - 1/(n2 + 0.5). Undefined if a corpus is empty; of width 0 where
   * the word is every token of both.
   *
   * <p>Pettigrew, Gart and Thomas (1986).
   */
  public static Interval logRatioWalterInterval(KeynessCounts counts) {
    return logRatioInterval(
        logRatioWalter(counts),
        counts.f1() + 0.5,
        counts.n1() + 0.5,
        counts.f2() + 0.5,
        counts.n2() + 0.5);
  }

  /**
   * The 95 % interval of {@link #logRatioWalter} over bootstrap replicates ({@link Bootstrap}). A
   * replicate in which either corpus is empty counts for nothing.
   *
   * @param f1 occurrences in the target, by replicate
   * @param n1 tokens of the target, by replicate
   * @param f2 occurrences in the reference, by replicate
   * @param n2 tokens of the reference, by replicate
   */
  public static Interval logRatioBootstrap(long[] f1, long[] n1, long[] f2, long[] n2) {
    double[] ratios = new double[f1.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] =
          n1[i] == 0 || n2[i] == 0
              ? Double.NaN
              : (f1[i] + 0.5) * (n2[i] + 0.5) / ((f2[i] + 0.5) * (n1[i] + 0.5));
    }
    // The logarithm keeps the order: it is enough to take that of the two ends.
    Interval ends = Bootstrap.percentile95(ratios);
    return new Interval(
        Math.log(ends.lower()) * Logarithms.LOG2_E, Math.log(ends.upper()) * Logarithms.LOG2_E);
  }

  /**
   * Bayesian information criterion of {@link #ll2Term}: LL - ln N. Below 0 the evidence favours
   * equal frequencies; above 10 it is very strong that they differ.
   *
   * <p>Wilson (2013).
   */
  public static double bic2Term(KeynessCounts counts) {
    return bic(ll2Term(counts), counts);
  }

  /** Bayesian information criterion of {@link #ll4Term}: LL - ln N. */
  public static double bic4Term(KeynessCounts counts) {
    return bic(ll4Term(counts), counts);
  }

  /**
   * Effect size for log-likelihood: LL / (N ln(min(E1, E2))) with {@link #ll2Term}. Meaningful for
   * min(E1, E2) above 1 only: at 1 it is infinite, below it is negative and must not be shown. NaN
   * for f1 = f2 = 0.
   *
   * <p>Johnston, Berry and Mielke (2006).
   */
  public static double ell(KeynessCounts counts) {
    if (counts.f1() == 0 && counts.f2() == 0) {
      return Double.NaN;
    }
    ContingencyTable table = counts.table();
    return ll2Term(counts) / (table.n() * Math.log(Math.min(table.e11(), table.e12())));
  }

  /**
   * Simple maths: (p1 + lambda) / (p2 + lambda) with frequencies per million, above 0.
   *
   * <p>Kilgarriff (2009).
   *
   * @param lambda per million, 0 or more; the larger, the more it favours frequent words. 1 is
   *     usual, and 0 leaves {@link #relativeRisk}
   */
  public static double simpleMaths(KeynessCounts counts, double lambda) {
    if (!(lambda >= 0)) {
      throw new IllegalArgumentException("lambda must be 0 or more: " + lambda);
    }
    return (PER_MILLION * counts.f1() / counts.n1() + lambda)
        / (PER_MILLION * counts.f2() / counts.n2() + lambda);
  }

  /**
   * Difference coefficient: (p1 - p2) / (p1 + p2), from -1 to 1. NaN for f1 = f2 = 0.
   *
   * <p>Hofland and Johansson (1982).
   */
  public static double differenceCoefficient(KeynessCounts counts) {
    return counts.crossDifference()
        / ((double) counts.f1() * counts.n2() + (double) counts.f2() * counts.n1());
  }

  /** Odds ratio: f1 (n2 - f2) / (f2 (n1 - f1)), {@link Association#oddsRatio}. */
  public static double oddsRatio(KeynessCounts counts) {
    return Association.oddsRatio(counts.table());
  }

  /** ln of {@link #oddsRatio}. */
  public static double logOddsRatio(KeynessCounts counts) {
    return Association.logOddsRatio(counts.table());
  }

  /** ln of the odds ratio with one half added to each of the four cells. */
  public static double logOddsRatioHaldane(KeynessCounts counts) {
    return Association.logOddsRatioHaldane(counts.table());
  }

  private static double bic(double logLikelihood, KeynessCounts counts) {
    return logLikelihood - Math.log((double) counts.n1() + counts.n2());
  }

  private static double log2Ratio(double numerator, double denominator, double difference) {
    return Logarithms.ofRatio(numerator, denominator, difference) * Logarithms.LOG2_E;
  }

  private static double orHalf(long frequency) {
    return frequency == 0 ? 0.5 : frequency;
  }

  private static Interval logRatioInterval(
      double estimate, double f1, double n1, double f2, double n2) {
    if (Double.isNaN(estimate) || Double.isInfinite(estimate)) {
      return new Interval(Double.NaN, Double.NaN);
    }
    double variance = (n1 - f1) / (f1 * n1) + (n2 - f2) / (f2 * n2);
    return Interval.normal95(estimate, Math.sqrt(variance) * Logarithms.LOG2_E);
  }
}
