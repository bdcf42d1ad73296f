package org.zhengyu.transforms.stats;

import static org.zhengyu.transforms.stats.Description.means;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.gamma.Erf;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;
import org.zhengyu.transforms.stats.Description.Scale;

/**
 * Measures of association between two words, from their {@link ContingencyTable}.
 *
 * <p>Notation: O are observed counts, E those expected under independence, R and C the margins, N
 * the total, d = O11 - E11, cross = O11 O22 - O12 O21 = N d. Conventions, the same for every
 * measure:
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
@SuppressWarnings("ImmutableEnumChecker") // Its descriptions are, and its functions.
public enum Association implements Measure<ContingencyTable> {
  E11(
      ContingencyTable::e11,
      means("units with both terms to be expected by chance", "两词共现的期望单位数")
          .in(Scale.EVENTS)
          .by("Evert 2008")),
  PMI(
      table -> pmi(pmiNats(table, table.crossDifference())),
      means("how many doublings above chance", "点互信息：高出偶然多少个倍增")
          .in(Scale.BITS)
          .by("Church and Hanks 1990")),
  NPMI(
      table -> npmi(table, pmiNats(table, table.crossDifference())),
      means("PMI from −1 to 1", "归一化点互信息，−1 至 1")
          .nullWhere("where every unit has both terms", "每个单位都含两词时")
          .by("Bouma 2009")),
  MI3(
      Association::mi3,
      means("PMI that frequent pairs win", "立方互信息，偏重高频词对").in(Scale.BITS).by("Daille 1994")),
  T_SCORE(
      table -> tScore(table, table.deviation()),
      means("confidence that the pair is attracted, frequent pairs first", "t 值：相互吸引的把握，偏重高频词对")
          .by("Church, Gale, Hanks and Hindle 1991")),
  Z_SCORE(
      table -> zScore(table, table.deviation()),
      means("confidence that the pair is attracted, rare pairs first", "z 值：相互吸引的把握，偏重低频词对")
          .by("Dennis 1965")),
  LOG_DICE(
      table -> logDice(dice(table)),
      means(
              "typicality that does not depend on the size of the corpus, 14 at most",
              "不随语料规模变化的典型度，至多 14")
          .by("Rychlý 2008")),
  DICE(
      Association::dice,
      means("overlap of the two terms, from 0 to 1", "Dice 系数：两词的重合度，0 至 1")
          .by("Smadja, McKeown and Hatzivassiloglou 1996")),
  JACCARD(
      Association::jaccard,
      means("overlap of the two terms, from 0 to 1, stricter", "Jaccard 系数：更严格的重合度，0 至 1")
          .by("Jaccard 1912")),
  G2(
      Association::g2Signed,
      means(
              "evidence that the pair is not chance; negative where the terms repel each other",
              "G²：并非偶然的证据；相互排斥者为负")
          .by("Dunning 1993")),
  CHI2(
      Association::chi2,
      means("evidence that the pair is not chance", "χ²：并非偶然的证据").by("Pearson 1900")),
  DELTA_P_B_GIVEN_A(
      table -> deltaPBGivenA(table, table.crossDifference()),
      means("how much term_a raises the probability of term_b", "term_a 使 term_b 的概率提高多少")
          .nullWhere("where every unit has term_a", "每个单位都含 term_a 时")
          .by("Gries 2013")),
  DELTA_P_A_GIVEN_B(
      table -> deltaPAGivenB(table, table.crossDifference()),
      means("how much term_b raises the probability of term_a", "term_b 使 term_a 的概率提高多少")
          .nullWhere("where every unit has term_b", "每个单位都含 term_b 时")
          .by("Gries 2013")),
  P(
      table -> pValue(g2Signed(table)),
      Events.INDEPENDENT,
      means("probability of so large a G² without association", "无关联时 G² 达到此值的概率")
          .by("Wilks 1938")),

  OE_RATIO(
      Association::observedToExpected,
      means("how many times as often as by chance", "实际频次为期望的多少倍").by("Evert 2008")),
  MI2(
      Association::mi2,
      means("PMI that favours frequent pairs, less than mi3", "平方互信息，偏重高频词对，程度低于 mi3")
          .in(Scale.BITS)
          .by("Daille 1994")),
  T_SCORE_EXACT(
      Association::tScoreExact,
      means("t_score with the exact binomial variance", "t 值，用二项分布的精确方差")
          .nullWhere("where every unit has both terms", "每个单位都含两词时")
          .by("Manning and Schütze 1999")),
  SIMPLE_LL(
      Association::simpleLogLikelihood,
      means(
              "log-likelihood of the joint count alone; negative where the terms repel each other",
              "只用共现频次的对数似然；相互排斥者为负")
          .by("Evert 2008")),
  CHI2_YATES(
      Association::chi2Yates,
      means("chi2 with Yates' correction for small counts", "作 Yates 校正的 χ²").by("Yates 1934")),
  PHI(
      Association::phi,
      means("correlation of the two terms, from −1 to 1", "φ 系数：两词的相关，−1 至 1")
          .nullWhere("where a term is in every unit", "其中一词见于每个单位时")
          .by("Yule 1912")),
  MIN_SENSITIVITY(
      Association::minSensitivity,
      means(
              "of each term's units the share that has the other, the smaller of the two, from 0 to 1",
              "两词各自的单位中含另一词之比例的较小者，0 至 1")
          .by("Pedersen and Bruce 1996")),
  ODDS_RATIO(
      Association::oddsRatio,
      means("ratio of the odds of one term with and without the other", "有无另一词时该词发生比之比")
          .nullWhere("where one is in every unit or never without the other", "其中一词见于每个单位，或从不单独出现时")
          .by("Cornfield 1951")),
  LOG_ODDS_RATIO_HALDANE(
      Association::logOddsRatioHaldane,
      means(
              "natural logarithm of the odds ratio with ½ added to each of the four cells: finite",
              "四格各加 ½ 后发生比之比的自然对数，恒为有限值")
          .by("Haldane 1956")),
  AVERAGE_MI(
      Association::averageMutualInformation,
      means(
              "what one term tells of the other, over all four cells, from 0 to 1",
              "平均互信息：由一词得知另一词的信息量，0 至 1")
          .in(Scale.BITS)
          .by("Dunning 1998")),
  ASSOCIATION_STRENGTH(
      Association::associationStrength,
      means("oe_ratio over n, by which VOSviewer lays out its maps", "oe_ratio 除以 n，VOSviewer 以此布图")
          .by("Van Eck and Waltman 2009")),
  NEG_LOG10_P(
      table -> negLog10PValue(g2Signed(table)),
      Events.INDEPENDENT,
      means("−log10 of p, also where p is too small to be told from 0", "−log10 p，p 小到无法表示时仍有值")
          .by("Wilks 1938")),
  FISHER_RIGHT(
      table -> Math.exp(FisherExact.lnRight(table)),
      Events.INDEPENDENT,
      means(
              "exact probability of at least so many units with both terms by chance: small for attraction",
              "Fisher 精确检验右尾概率：吸引者小")
          .by("Fisher 1934")),
  FISHER_LEFT(
      table -> Math.exp(FisherExact.lnLeft(table)),
      Events.INDEPENDENT,
      means(
              "exact probability of at most so many units with both terms by chance: small for repulsion",
              "Fisher 精确检验左尾概率：排斥者小")
          .by("Fisher 1934")),
  FISHER_TWO_SIDED(
      table -> Math.exp(FisherExact.lnTwoSided(table)),
      Events.INDEPENDENT,
      means(
              "exact probability of all joint counts that are no more probable than this one",
              "Fisher 精确检验双侧概率")
          .by("Fisher 1934")),
  NEG_LOG10_FISHER_RIGHT(
      table -> negLog10(FisherExact.lnRight(table)),
      Events.INDEPENDENT,
      means(
              "−log10 of fisher_right, which ranks constructions by their collocates",
              "fisher_right 的 −log10，构式搭配分析以此排序")
          .by("Stefanowitsch and Gries 2003"));

  /** Those that are written when none are asked for, which come first. */
  public static final Set<Association> DEFAULTS =
      Collections.unmodifiableSet(EnumSet.range(E11, P));

  /** What a measure asks of the events that a table counts. */
  private enum Events {
    ANY,
    INDEPENDENT
  }

  /**
   * Where -log10 p turns from 1 - erf, exact for p near 1, to the tail scaled against underflow.
   */
  private static final double SCALED_TAIL_FROM = 1;

  private final ToDoubleFunction<ContingencyTable> function;
  private final Events events;
  private final Description description;

  Association(ToDoubleFunction<ContingencyTable> function, Description description) {
    this(function, Events.ANY, description);
  }

  Association(ToDoubleFunction<ContingencyTable> function, Events events, Description description) {
    this.function = function;
    this.events = events;
    this.description =
        events == Events.INDEPENDENT
            ? description.nullWhere("in windows, whose slots are not independent", "单位为窗口（位置对不独立）时")
            : description;
  }

  @Override
  public double of(ContingencyTable table) {
    return function.applyAsDouble(table);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isDefault() {
    return DEFAULTS.contains(this);
  }

  /**
   * Whether it is a probability, which means nothing where the events depend on each other, as the
   * slots of a window do.
   */
  public boolean needsIndependentEvents() {
    return events == Events.INDEPENDENT;
  }

  /**
   * The default measures of a table, in their order: what {@link #of} gives, to the bit. There are
   * millions of pairs, and to reach each function by reference costs a third of what they compute;
   * here calls are direct, and what several share is computed once.
   *
   * @param independentEvents whether events are independent; if not, what needs it is NaN
   * @param values takes the measures from its first element on
   */
  public static void defaults(ContingencyTable table, boolean independentEvents, double[] values) {
    double cross = table.crossDifference();
    double d = cross / table.n();
    double pmiNats = pmiNats(table, cross);
    double dice = dice(table);
    double g2 = g2Signed(table, cross);
    values[0] = table.e11();
    values[1] = pmi(pmiNats);
    values[2] = npmi(table, pmiNats);
    values[3] = mi3(table);
    values[4] = tScore(table, d);
    values[5] = zScore(table, d);
    values[6] = logDice(dice);
    values[7] = dice;
    values[8] = jaccard(table);
    values[9] = g2;
    values[10] = chi2(table, cross);
    values[11] = deltaPBGivenA(table, cross);
    values[12] = deltaPAGivenB(table, cross);
    values[13] = independentEvents ? pValue(g2) : Double.NaN;
  }

  /** O11 / E11, 0 or more. 0 for O11 = 0, NaN for E11 = 0. */
  private static double observedToExpected(ContingencyTable table) {
    return (double) table.o11() * table.n() / ((double) table.r1() * table.c1());
  }

  /** log2(O11 / E11). -Infinity for O11 = 0, NaN for E11 = 0. */
  private static double pmi(double pmiNats) {
    return pmiNats * Logarithms.LOG2_E;
  }

  private static double pmiNats(ContingencyTable table, double cross) {
    return Logarithms.ofRatio(
        (double) table.o11() * table.n(), (double) table.r1() * table.c1(), cross);
  }

  /**
   * ln(O11 / E11) / -ln(O11 / N), from -1 to 1. 0 at independence, 1 for words that occur only
   * together, -1 (the limit) for O11 = 0. NaN for E11 = 0 and for O11 = N.
   */
  private static double npmi(ContingencyTable table, double pmiNats) {
    if (table.o11() == 0) {
      return table.r1() == 0 || table.c1() == 0 ? Double.NaN : -1;
    }
    double surprisal =
        -Logarithms.ofRatio(
            (double) table.o11(), (double) table.n(), -(double) (table.n() - table.o11()));
    // The quotient of two rounded logarithms may pass a bound by one unit.
    return Math.max(-1, Math.min(1, pmiNats / surprisal));
  }

  /** log2(O11^2 / E11). -Infinity for O11 = 0, NaN for E11 = 0. */
  private static double mi2(ContingencyTable table) {
    return Math.log(observedToExpected(table) * table.o11()) * Logarithms.LOG2_E;
  }

  /** log2(O11^3 / E11). -Infinity for O11 = 0, NaN for E11 = 0. */
  private static double mi3(ContingencyTable table) {
    double o11 = table.o11();
    return Math.log(observedToExpected(table) * (o11 * o11)) * Logarithms.LOG2_E;
  }

  /** d / sqrt(O11). NaN for O11 = 0. */
  private static double tScore(ContingencyTable table, double d) {
    return table.o11() == 0 ? Double.NaN : d / Math.sqrt((double) table.o11());
  }

  /** d / sqrt(O11 (1 - O11 / N)). NaN for O11 = 0 and for O11 = N. */
  private static double tScoreExact(ContingencyTable table) {
    if (table.o11() == 0) {
      return Double.NaN;
    }
    double remainder = (double) (table.n() - table.o11()) / table.n();
    return table.deviation() / Math.sqrt(table.o11() * remainder);
  }

  /** d / sqrt(E11). -sqrt(E11) for O11 = 0, NaN for E11 = 0. */
  private static double zScore(ContingencyTable table, double d) {
    return d / Math.sqrt(table.e11());
  }

  /** Dice's coefficient: 2 O11 / (R1 + C1), from 0 to 1. NaN if neither word occurs. */
  public static double dice(ContingencyTable table) {
    return 2.0 * table.o11() / ((double) table.r1() + table.c1());
  }

  /** 14 + log2(Dice), at most 14. -Infinity for O11 = 0, NaN if neither word occurs. */
  private static double logDice(double dice) {
    return 14 + Math.log(dice) * Logarithms.LOG2_E;
  }

  /** O11 / (R1 + C1 - O11), from 0 to 1. NaN if neither word occurs. */
  private static double jaccard(ContingencyTable table) {
    return table.o11() / ((double) table.r1() + table.o21());
  }

  /**
   * Log-likelihood ratio G2 = 2 sum O ln(O / E) over the four cells, with the sign of d: negative
   * for words that avoid each other. 0 if a margin is 0.
   *
   * <p>Dunning (1993).
   */
  public static double g2Signed(ContingencyTable table) {
    return g2Signed(table, table.crossDifference());
  }

  private static double g2Signed(ContingencyTable table, double cross) {
    return withSignOf(cross, g2(table, cross));
  }

  /** {@link #g2Signed} without the sign. */
  static double g2(ContingencyTable table) {
    return g2(table, table.crossDifference());
  }

  /** Computed as 2 sum (O ln(O / E) - (O - E)), whose terms cannot cancel. */
  private static double g2(ContingencyTable table, double cross) {
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

  /** 2 (O11 ln(O11 / E11) - d) with the sign of d. -2 E11 for O11 = 0, 0 for E11 = 0. */
  private static double simpleLogLikelihood(ContingencyTable table) {
    double d = table.deviation();
    return withSignOf(d, 2 * Deviance.deviance((double) table.o11(), table.e11(), d));
  }

  /** N (O11 O22 - O12 O21)^2 / (R1 R2 C1 C2), from 0 to N. 0 if a margin is 0. */
  static double chi2(ContingencyTable table) {
    return chi2(table, table.crossDifference());
  }

  /**
   * N max(0, |O11 O22 - O12 O21| - N/2)^2 / (R1 R2 C1 C2), as in R's chisq.test and SciPy. 0 where
   * the deviation is below one half, and if a margin is 0.
   */
  static double chi2Yates(ContingencyTable table) {
    double corrected = Math.max(0, Math.abs(table.crossDifference()) - 0.5 * table.n());
    return chi2(table, corrected);
  }

  private static double chi2(ContingencyTable table, double cross) {
    if (table.isDegenerate()) {
      return table.n() == 0 ? Double.NaN : 0;
    }
    // Divided first: the plain numerator, N times a square, overflows for the largest tables.
    double rows = cross / ((double) table.r1() * table.r2());
    double columns = cross / ((double) table.c1() * table.c2());
    return rows * columns * table.n();
  }

  /** (O11 O22 - O12 O21) / sqrt(R1 R2 C1 C2), from -1 to 1. NaN if a margin is 0. */
  private static double phi(ContingencyTable table) {
    return table.crossDifference()
        / (Math.sqrt((double) table.r1() * table.r2())
            * Math.sqrt((double) table.c1() * table.c2()));
  }

  /** O11 / R1 - O21 / R2 = P(b | a) - P(b | not a), from -1 to 1. NaN for R1 = 0 and R2 = 0. */
  private static double deltaPBGivenA(ContingencyTable table, double cross) {
    return cross / ((double) table.r1() * table.r2());
  }

  /** O11 / C1 - O12 / C2 = P(a | b) - P(a | not b), from -1 to 1. NaN for C1 = 0 and C2 = 0. */
  private static double deltaPAGivenB(ContingencyTable table, double cross) {
    return cross / ((double) table.c1() * table.c2());
  }

  /** min(O11 / R1, O11 / C1), from 0 to 1. NaN if a word does not occur. */
  private static double minSensitivity(ContingencyTable table) {
    return Math.min((double) table.o11() / table.r1(), (double) table.o11() / table.c1());
  }

  /** O11 O22 / (O12 O21), 0 or more. Infinity if only O12 O21 is 0, NaN if O11 O22 is 0 too. */
  static double oddsRatio(ContingencyTable table) {
    return (double) table.o11() * table.o22() / ((double) table.o12() * table.o21());
  }

  /** ln of the odds ratio with one half added to each cell: finite but for the empty table. */
  static double logOddsRatioHaldane(ContingencyTable table) {
    if (table.n() == 0) {
      return Double.NaN;
    }
    double halves = 0.5 * ((table.o11() - table.o12()) + (table.o22() - table.o21()));
    return Logarithms.ofRatio(
        (table.o11() + 0.5) * (table.o22() + 0.5),
        (table.o12() + 0.5) * (table.o21() + 0.5),
        table.crossDifference() + halves);
  }

  /** sum (O / N) log2(O / E) over the four cells, from 0 to 1. 0 if a margin is 0. */
  private static double averageMutualInformation(ContingencyTable table) {
    return g2(table) / (2.0 * table.n()) * Logarithms.LOG2_E;
  }

  /** O11 / (R1 C1), which is (O11 / E11) / N. NaN if a word does not occur. */
  private static double associationStrength(ContingencyTable table) {
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
  static double negLog10PValue(double statistic) {
    double half = 0.5 * Math.abs(statistic);
    double z = Math.sqrt(half);
    return z > SCALED_TAIL_FROM && half < Double.POSITIVE_INFINITY
        ? negLog10(Math.log(Erfcx.value(z)) - half)
        : negLog10(Math.log1p(-Erf.value(z)));
  }

  private static double withSignOf(double sign, double value) {
    return sign < 0 ? -value : value;
  }

  private static double negLog10(double lnP) {
    // 0.0 minus, so that p = 1 gives +0.
    return 0.0 - lnP * Logarithms.LOG10_E;
  }
}
