package org.zhengyu.transforms.stats;

import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * Measures of association between two words, from their {@link ContingencyTable}.
 *
 * <p>Notation: O are observed counts, E those expected under independence, R and C the margins, N
 * the total, d = O11 - E11. Conventions, the same for every measure:
 *
 * <ul>
 *   <li>0 ln 0 = 0. Nothing is smoothed, except where the name says Haldane.
 *   <li>O11 = 0 gives the limit, which for logarithms is -Infinity.
 *   <li>NaN means undefined. Every measure of the empty table (N = 0) is NaN.
 *   <li>If a margin (R1, R2, C1 or C2) is 0, the words cannot deviate from independence: G2 and
 *       chi-squared are 0 and p is 1.
 *   <li>A signed measure has the sign of d, and is +0 at d = 0.
 *   <li>Exchanging the words gives the same bits, except for the two delta P, which change places.
 * </ul>
 *
 * <p>Errors are a few units in the last place, also near independence, for N to 2^53: of the value,
 * or for MI2, MI3 and logDice, which cross 0 elsewhere, of the larger of the value and 1.
 */
public final class Association {

  /**
   * Where -log10 p turns from 1 - erf, exact for p near 1, to the tail scaled against underflow.
   */
  private static final double SCALED_TAIL_FROM = 1;

  private Association() {}

  /**
   * Observed over expected: O11 / E11, 0 or more. 0 for O11 = 0, NaN for E11 = 0.
   *
   * <p>Evert (2008).
   */
  public static double observedToExpected(ContingencyTable table) {
    return (double) table.o11() * table.n() / ((double) table.r1() * table.c1());
  }

  /**
   * Pointwise mutual information in bits (MI): log2(O11 / E11). -Infinity for O11 = 0, NaN for E11
   * = 0.
   *
   * <p>Church and Hanks (1990).
   */
  public static double pmi(ContingencyTable table) {
    return pmiNats(table) * Logarithms.LOG2_E;
  }

  /** {@link #pmi} with the natural logarithm: ln(O11 / E11). */
  public static double pmiNats(ContingencyTable table) {
    return Logarithms.ofRatio(
        (double) table.o11() * table.n(),
        (double) table.r1() * table.c1(),
        table.crossDifference());
  }

  /** {@link #pmi} with the decimal logarithm: log10(O11 / E11), the MI of the UCS toolkit. */
  public static double pmiLog10(ContingencyTable table) {
    return pmiNats(table) * Logarithms.LOG10_E;
  }

  /**
   * Normalised pointwise mutual information: ln(O11 / E11) / -ln(O11 / N), from -1 to 1. 0 at
   * independence, 1 for words that occur only together, -1 (the limit) for O11 = 0. NaN for E11 = 0
   * and for O11 = N.
   *
   * <p>Bouma (2009).
   */
  public static double npmi(ContingencyTable table) {
    if (table.o11() == 0) {
      return table.r1() == 0 || table.c1() == 0 ? Double.NaN : -1;
    }
    double surprisal =
        -Logarithms.ofRatio(
            (double) table.o11(), (double) table.n(), -(double) (table.n() - table.o11()));
    // The quotient of two rounded logarithms may pass a bound by one unit.
    return Math.max(-1, Math.min(1, pmiNats(table) / surprisal));
  }

  /**
   * MI2: log2(O11^2 / E11). -Infinity for O11 = 0, NaN for E11 = 0.
   *
   * <p>Daille (1994).
   */
  public static double mi2(ContingencyTable table) {
    return Math.log(observedToExpected(table) * table.o11()) * Logarithms.LOG2_E;
  }

  /**
   * MI3: log2(O11^3 / E11), which favours frequent pairs. -Infinity for O11 = 0, NaN for E11 = 0.
   *
   * <p>Daille (1994).
   */
  public static double mi3(ContingencyTable table) {
    double o11 = table.o11();
    return Math.log(observedToExpected(table) * (o11 * o11)) * Logarithms.LOG2_E;
  }

  /**
   * t-score: d / sqrt(O11). NaN for O11 = 0.
   *
   * <p>Church, Gale, Hanks and Hindle (1991).
   */
  public static double tScore(ContingencyTable table) {
    return table.o11() == 0 ? Double.NaN : table.deviation() / Math.sqrt((double) table.o11());
  }

  /**
   * t-score with the exact binomial variance: d / sqrt(O11 (1 - O11 / N)). NaN for O11 = 0 and for
   * O11 = N.
   *
   * <p>Manning and Schuetze (1999), section 5.3.1.
   */
  public static double tScoreExactVariance(ContingencyTable table) {
    if (table.o11() == 0) {
      return Double.NaN;
    }
    double remainder = (double) (table.n() - table.o11()) / table.n();
    return table.deviation() / Math.sqrt(table.o11() * remainder);
  }

  /**
   * z-score: d / sqrt(E11). -sqrt(E11) for O11 = 0, NaN for E11 = 0.
   *
   * <p>Dennis (1965); Evert (2008).
   */
  public static double zScore(ContingencyTable table) {
    return table.deviation() / Math.sqrt(table.e11());
  }

  /**
   * Dice coefficient: 2 O11 / (R1 + C1), from 0 to 1. NaN if neither word occurs.
   *
   * <p>Smadja, McKeown and Hatzivassiloglou (1996).
   */
  public static double dice(ContingencyTable table) {
    return 2.0 * table.o11() / ((double) table.r1() + table.c1());
  }

  /**
   * logDice: 14 + log2(Dice), at most 14; independent of N. -Infinity for O11 = 0, NaN if neither
   * word occurs.
   *
   * <p>Rychly (2008).
   */
  public static double logDice(ContingencyTable table) {
    return 14 + Math.log(dice(table)) * Logarithms.LOG2_E;
  }

  /** Jaccard coefficient: O11 / (R1 + C1 - O11), from 0 to 1. NaN if neither word occurs. */
  public static double jaccard(ContingencyTable table) {
    return table.o11() / ((double) table.r1() + table.o21());
  }

  /**
   * Log-likelihood ratio G2 = 2 sum O ln(O / E) over the four cells, 0 or more. 0 if a margin is 0.
   *
   * <p>Dunning (1993); computed as 2 sum (O ln(O / E) - (O - E)), whose terms cannot cancel.
   */
  public static double g2(ContingencyTable table) {
    return unsignedG2(table, table.crossDifference());
  }

  /** {@link #g2} with the sign of d: negative for words that avoid each other. */
  public static double g2Signed(ContingencyTable table) {
    double cross = table.crossDifference();
    return withSignOf(cross, unsignedG2(table, cross));
  }

  /**
   * Simple log-likelihood, of the joint count alone: 2 (O11 ln(O11 / E11) - d) with the sign of d.
   * -2 E11 for O11 = 0, 0 for E11 = 0.
   *
   * <p>Evert (2008).
   */
  public static double simpleLogLikelihoodSigned(ContingencyTable table) {
    double d = table.deviation();
    return withSignOf(d, 2 * Deviance.deviance((double) table.o11(), table.e11(), d));
  }

  /**
   * Pearson's chi-squared: N (O11 O22 - O12 O21)^2 / (R1 R2 C1 C2), from 0 to N. 0 if a margin is
   * 0.
   */
  public static double chi2(ContingencyTable table) {
    return chi2OfCrossDifference(table, table.crossDifference());
  }

  /** {@link #chi2} with the sign of d. */
  public static double chi2Signed(ContingencyTable table) {
    return withSignOf(table.crossDifference(), chi2(table));
  }

  /**
   * Chi-squared with Yates' correction: N max(0, |O11 O22 - O12 O21| - N/2)^2 / (R1 R2 C1 C2). 0
   * where the deviation is below one half, and if a margin is 0.
   *
   * <p>Yates (1934), as in R's chisq.test and SciPy.
   */
  public static double chi2Yates(ContingencyTable table) {
    double corrected = Math.max(0, Math.abs(table.crossDifference()) - 0.5 * table.n());
    return chi2OfCrossDifference(table, corrected);
  }

  /**
   * {@link #chi2Yates} without the bound at 0, so that it rises again below a deviation of one
   * half, as the UCS toolkit and wordspace have it. 0 if a margin is 0.
   */
  public static double chi2YatesUnclamped(ContingencyTable table) {
    double corrected = Math.abs(table.crossDifference()) - 0.5 * table.n();
    return chi2OfCrossDifference(table, corrected);
  }

  /**
   * Phi coefficient: (O11 O22 - O12 O21) / sqrt(R1 R2 C1 C2), from -1 to 1: the correlation of the
   * two words. NaN if a margin is 0.
   */
  public static double phi(ContingencyTable table) {
    return table.crossDifference()
        / (Math.sqrt((double) table.r1() * table.r2())
            * Math.sqrt((double) table.c1() * table.c2()));
  }

  /**
   * Phi squared, from 0 to 1; {@link #chi2} over N. NaN if a margin is 0.
   *
   * <p>Church and Gale (1991).
   */
  public static double phiSquared(ContingencyTable table) {
    double cross = table.crossDifference();
    return cross
        / ((double) table.r1() * table.r2())
        * (cross / ((double) table.c1() * table.c2()));
  }

  /**
   * Fisher's exact test, right tail: P(X &gt;= O11) for the hypergeometric X with these margins.
   * Small for words that attract each other; 1 if a margin is 0.
   *
   * <p>Costs time in proportion to the standard deviation of X at most (milliseconds for N = 1e12).
   */
  public static double fisherRight(ContingencyTable table) {
    return Math.exp(FisherExact.lnRight(table));
  }

  /** Fisher's exact test, left tail: P(X &lt;= O11). Small for words that avoid each other. */
  public static double fisherLeft(ContingencyTable table) {
    return Math.exp(FisherExact.lnLeft(table));
  }

  /** Fisher's exact test, two-sided: the sum of every P(X = x) that is at most P(X = O11). */
  public static double fisherTwoSided(ContingencyTable table) {
    return Math.exp(FisherExact.lnTwoSided(table));
  }

  /** -log10 of {@link #fisherRight}, also where that is too small for a double. */
  public static double negLog10FisherRight(ContingencyTable table) {
    return negLog10(FisherExact.lnRight(table));
  }

  /** -log10 of {@link #fisherLeft}, also where that is too small for a double. */
  public static double negLog10FisherLeft(ContingencyTable table) {
    return negLog10(FisherExact.lnLeft(table));
  }

  /** -log10 of {@link #fisherTwoSided}, also where that is too small for a double. */
  public static double negLog10FisherTwoSided(ContingencyTable table) {
    return negLog10(FisherExact.lnTwoSided(table));
  }

  /**
   * The odds ratio that R's fisher.test reports: the maximum of the likelihood given the margins,
   * which lies closer to 1 than {@link #oddsRatio}. 0 or Infinity if O11 is the smallest or the
   * largest that the margins allow, NaN if they allow only one. Costs some fifty Fisher tests.
   */
  public static double oddsRatioConditional(ContingencyTable table) {
    return FisherExact.conditionalOddsRatio(table);
  }

  /**
   * Delta P of the second word given the first: O11 / R1 - O21 / R2 = P(w2 | w1) - P(w2 | not w1),
   * from -1 to 1. NaN for R1 = 0 and for R2 = 0.
   *
   * <p>Gries (2013).
   */
  public static double deltaP2Given1(ContingencyTable table) {
    return table.crossDifference() / ((double) table.r1() * table.r2());
  }

  /**
   * Delta P of the first word given the second: O11 / C1 - O12 / C2 = P(w1 | w2) - P(w1 | not w2),
   * from -1 to 1. NaN for C1 = 0 and for C2 = 0.
   *
   * <p>Gries (2013).
   */
  public static double deltaP1Given2(ContingencyTable table) {
    return table.crossDifference() / ((double) table.c1() * table.c2());
  }

  /**
   * Minimum sensitivity: min(O11 / R1, O11 / C1), from 0 to 1. NaN if a word does not occur.
   *
   * <p>Pedersen and Bruce (1996).
   */
  public static double minSensitivity(ContingencyTable table) {
    return Math.min((double) table.o11() / table.r1(), (double) table.o11() / table.c1());
  }

  /**
   * Odds ratio of the sample: O11 O22 / (O12 O21), 0 or more. Infinity if only O12 O21 is 0, NaN if
   * O11 O22 is 0 too.
   */
  public static double oddsRatio(ContingencyTable table) {
    return (double) table.o11() * table.o22() / ((double) table.o12() * table.o21());
  }

  /** ln of {@link #oddsRatio}: -Infinity where that is 0, Infinity and NaN where it is. */
  public static double logOddsRatio(ContingencyTable table) {
    return Logarithms.ofRatio(
        (double) table.o11() * table.o22(),
        (double) table.o12() * table.o21(),
        table.crossDifference());
  }

  /**
   * Odds ratio after adding one half to each of the four cells, always: positive and finite for
   * every table but the empty one, so that tables can be ranked by it.
   *
   * <p>Haldane (1956), Anscombe (1956).
   */
  public static double oddsRatioHaldane(ContingencyTable table) {
    return table.n() == 0 ? Double.NaN : haldaneConcordant(table) / haldaneDiscordant(table);
  }

  /** ln of {@link #oddsRatioHaldane}. */
  public static double logOddsRatioHaldane(ContingencyTable table) {
    if (table.n() == 0) {
      return Double.NaN;
    }
    double halves = 0.5 * ((table.o11() - table.o12()) + (table.o22() - table.o21()));
    return Logarithms.ofRatio(
        haldaneConcordant(table), haldaneDiscordant(table), table.crossDifference() + halves);
  }

  /**
   * Mutual information of the two words as variables, over all four cells: sum (O / N) log2(O / E)
   * = G2 / (2 N ln 2) bits, from 0 to 1. 0 if a margin is 0.
   *
   * <p>Dunning (1998); the "MI" of some tools, not to be confused with {@link #pmi}.
   */
  public static double averageMutualInformationBits(ContingencyTable table) {
    return g2(table) / (2.0 * table.n()) * Logarithms.LOG2_E;
  }

  /**
   * Association strength of VOSviewer: O11 / (R1 C1), which is (O11 / E11) / N. NaN if a word does
   * not occur.
   *
   * <p>Van Eck and Waltman (2009).
   */
  public static double associationStrength(ContingencyTable table) {
    return table.o11() / ((double) table.r1() * table.c1());
  }

  /**
   * The probability of a value of at least {@code statistic} under chi-squared with one degree of
   * freedom: erfc(sqrt(x / 2)), from 0 to 1; never increases with the statistic.
   *
   * @param statistic a G2 or chi-squared; the sign of a signed one is ignored
   */
  public static double pValue(double statistic) {
    return Erfc.value(Math.sqrt(0.5 * Math.abs(statistic)));
  }

  /** -log10 of {@link #pValue}, 0 or more, also where p is too small for a double. */
  public static double negLog10PValue(double statistic) {
    double half = 0.5 * Math.abs(statistic);
    double z = Math.sqrt(half);
    return z > SCALED_TAIL_FROM && half < Double.POSITIVE_INFINITY
        ? negLog10(Math.log(Erfcx.value(z)) - half)
        : negLog10(Math.log1p(-Erf.value(z)));
  }

  private static double unsignedG2(ContingencyTable table, double cross) {
    if (table.n() == 0) {
      return Double.NaN;
    }
    if (cross == 0) {
      return 0;
    }
    double d = cross / table.n();
    // The off-diagonal cells first: exchanging the words then gives the same bits.
    double off =
        Deviance.deviance((double) table.o12(), table.e12(), -d)
            + Deviance.deviance((double) table.o21(), table.e21(), -d);
    return 2
        * (off
            + Deviance.deviance((double) table.o11(), table.e11(), d)
            + Deviance.deviance((double) table.o22(), table.e22(), d));
  }

  private static double chi2OfCrossDifference(ContingencyTable table, double cross) {
    if (table.isDegenerate()) {
      return table.n() == 0 ? Double.NaN : 0;
    }
    // Divided first: the plain numerator, N times a square, overflows for the largest tables.
    double rows = cross / ((double) table.r1() * table.r2());
    double columns = cross / ((double) table.c1() * table.c2());
    return rows * columns * table.n();
  }

  private static double haldaneConcordant(ContingencyTable table) {
    return (table.o11() + 0.5) * (table.o22() + 0.5);
  }

  private static double haldaneDiscordant(ContingencyTable table) {
    return (table.o12() + 0.5) * (table.o21() + 0.5);
  }

  private static double withSignOf(double sign, double value) {
    return sign < 0 ? -value : value;
  }

  private static double negLog10(double lnP) {
    // 0.0 minus, so that p = 1 gives +0.
    return 0.0 - lnP * Logarithms.LOG10_E;
  }
}
