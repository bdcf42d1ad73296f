package org.zhengyu.transforms.stats;

import static org.zhengyu.transforms.stats.Description.means;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.zhengyu.transforms.stats.Description.Scale;

/**
 * Keyness: how a word's frequency in a target corpus differs from that in a reference corpus.
 *
 * <p>Notation: p1 = f1 / n1, p2 = f2 / n2, N = n1 + n2; E1 and E2 are n1 and n2 times (f1 + f2) /
 * N. Signed measures are positive for p1 &gt; p2 and +0 at equality. Ratios of a word that the
 * reference lacks are Infinity (NaN if the target lacks it too), never smoothed in silence; tables
 * have null for both. If a corpus is empty, every ratio is NaN and every test statistic 0.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its descriptions are, and its functions.
public enum Keyness implements Measure<KeyTerm> {
  LL(
      KeyTerm::ll,
      means(
              "evidence of a difference; negative where the group uses the term less",
              "对数似然：差异的证据；本组用得少者为负")
          .by("Dunning 1993")),
  LOG_RATIO(
      ofCounts(Keyness::logRatio),
      means("doublings between the two frequencies: the size of the difference", "两侧频率之比的倍增数：差异的大小")
          .in(Scale.BITS)
          .nullWhere("where a side lacks the term", "任一侧没有该词时")
          .by("Hardie 2014")),
  LOG_RATIO_CI_LOW(
      term -> term.logRatio().lower(),
      means("lower end of the 95 % interval of the log ratio", "频率比的对数的 95 % 区间的下限")
          .in(Scale.BITS)
          .nullWhere("with fewer than ten documents on a side", "任一侧不足十篇文档时")
          .by("Hanley and MacGibbon 2006")),
  LOG_RATIO_CI_HIGH(
      term -> term.logRatio().upper(),
      means("upper end of the 95 % interval of the log ratio", "频率比的对数的 95 % 区间的上限")
          .in(Scale.BITS)
          .nullWhere("with fewer than ten documents on a side", "任一侧不足十篇文档时")
          .by("Hanley and MacGibbon 2006")),
  PCT_DIFF(
      ofCounts(Keyness::pctDiff),
      means(
              "difference of the frequencies in per cent of that on the other side",
              "两侧频率之差占对照一侧的百分比")
          .in(Scale.PER_CENT)
          .nullWhere("where the other side lacks the term", "对照一侧没有该词时")
          .by("Gabrielatos and Marchi 2011")),
  BIC(
      term -> bic(Math.abs(term.ll()), term.counts()),
      means(
              "evidence that allows for the size of the corpus: above 2 some, above 10 very strong",
              "计入语料规模的证据：大于 2 为有，大于 10 为极强")
          .by("Wilson 2013")),
  SIMPLE_MATHS(
      ofCounts(counts -> simpleMaths(counts, 1)),
      means("ratio of the frequencies per million, 1 added to both", "两侧每百万词频各加 1 之比")
          .by("Kilgarriff 2009")),
  ODDS_RATIO(
      ofTable(Association::oddsRatio),
      means("ratio of the odds of the term", "该词两侧发生比之比")
          .nullWhere(
              "where the other side lacks the term, or the group has no other", "对照一侧没有该词或本组没有其他词时")
          .by("Cornfield 1951")),
  LOG_ODDS_Z(
      term -> logOdds(term.counts()).z2(),
      means(
              "log-odds ratio with a prior, in standard deviations: evidence and size in one",
              "带先验的对数发生比之比，以标准差计：证据与大小合一")
          .nullWhere("where no other term occurs on either side", "两侧均无其他词时")
          .by("Monroe, Colaresi and Quinn 2008, eq. 20")),
  P(
      term -> Association.pValue(term.ll()),
      means("probability of so large an ll without a difference", "无差异时 ll 达到此值的概率")
          .by("Wilks 1938")),
  Q_BH(
      KeyTerm::q,
      means(
              "share of false finds to expect among all terms of the value at least as good",
              "同一取值中不逊于该词者预期的误报比例")
          .nullWhere(
              "where a side has too few documents, or the term stands in one", "任一侧文档过少或该词仅见于一篇文档时")
          .by("Benjamini and Hochberg 1995")),

  LL_2TERM(
      ofCounts(Keyness::ll2Term),
      means(
              "log-likelihood of the two frequencies of the term alone, signed as ll",
              "只用该词两侧频次的对数似然，正负同 ll")
          .by("Rayson and Garside 2000")),
  BIC_2TERM(
      ofCounts(counts -> bic(Math.abs(ll2Term(counts)), counts)),
      means("bic of ll_2term", "由 ll_2term 算得的 bic").by("Wilson 2013")),
  ELL(
      ofCounts(counts -> leastExpected(counts) > 1 ? ell(counts) : Double.NaN),
      means("ll_2term over the most that it could be, about from 0 to 1", "ll_2term 与其上限之比，约 0 至 1")
          .nullWhere(
              "where no more than one occurrence is to be expected on a side", "任一侧期望频次不大于 1 时")
          .by("Johnston, Berry and Mielke 2006")),
  RELATIVE_RISK(
      ofCounts(Keyness::relativeRisk),
      means("ratio of the two frequencies", "两侧频率之比")
          .nullWhere("where the other side lacks the term", "对照一侧没有该词时")
          .by("Cornfield 1951")),
  DIFF_COEFFICIENT(
      ofCounts(Keyness::differenceCoefficient),
      means("difference of the frequencies over their sum, from −1 to 1", "两侧频率之差与之和的比，−1 至 1")
          .by("Hofland and Johansson 1982")),
  LOG_RATIO_HARDIE(
      ofCounts(Keyness::logRatioHardie),
      means("log_ratio with ½ for a frequency of 0", "log_ratio，频次为 0 时以 ½ 代之")
          .in(Scale.BITS)
          .by("Hardie 2014")),
  LOG_RATIO_WALTER(
      ofCounts(Keyness::logRatioWalter),
      means("log_ratio with ½ added to all counts: for ranking", "log_ratio，各频次加 ½，宜于排序")
          .in(Scale.BITS)
          .by("Walter 1975")),
  SIMPLE_MATHS_100(
      ofCounts(counts -> simpleMaths(counts, 100)),
      means(
              "simple_maths with 100 added, which favours frequent words",
              "simple_maths，各加 100，偏重高频词")
          .by("Kilgarriff 2009")),
  LOG_ODDS_RATIO_HALDANE(
      ofTable(Association::logOddsRatioHaldane),
      means(
              "natural logarithm of the odds ratio with ½ added to each of the four cells",
              "四格各加 ½ 后发生比之比的自然对数")
          .by("Haldane 1956")),
  LOG_ODDS(
      term -> logOdds(term.counts()).delta(),
      means(
              "log-odds ratio with a prior: the size behind log_odds_z",
              "带先验的对数发生比之比，即 log_odds_z 的分子")
          .nullWhere("where no other term occurs on either side", "两侧均无其他词时")
          .by("Monroe, Colaresi and Quinn 2008, eq. 16")),
  LOG_ODDS_Z_4TERM(
      term -> logOdds(term.counts()).z4(),
      means("log_odds_z with all four terms of the variance", "log_odds_z，方差取全部四项")
          .nullWhere("where no other term occurs on either side", "两侧均无其他词时")
          .by("Monroe, Colaresi and Quinn 2008, eq. 19")),
  CHI2(
      ofTable(Association::chi2), means("evidence of a difference", "χ²：差异的证据").by("Pearson 1900")),
  CHI2_YATES(
      ofTable(Association::chi2Yates),
      means("chi2 with Yates' correction for small counts", "作 Yates 校正的 χ²").by("Yates 1934")),
  NEG_LOG10_P(
      term -> Association.negLog10PValue(term.ll()),
      means("−log10 of p, also where p is too small to be told from 0", "−log10 p，p 小到无法表示时仍有值")
          .by("Wilks 1938"));

  /** Those that are written when none are asked for, which come first. */
  public static final Set<Keyness> DEFAULTS = Collections.unmodifiableSet(EnumSet.range(LL, Q_BH));

  /** The weight of the prior of the log-odds ratios, in tokens of both corpora together. */
  public static final double PRIOR_TOKENS = 500;

  /** The most documents that are all absent from 2.5 % of replicates or more: e^-4 is 1.8 %. */
  private static final long MOST_DOCUMENTS_OFTEN_ABSENT = 3;

  private static final double PER_MILLION = 1e6;

  private final ToDoubleFunction<KeyTerm> function;
  private final Description description;

  Keyness(ToDoubleFunction<KeyTerm> function, Description description) {
    this.function = function;
    this.description = description;
  }

  private static ToDoubleFunction<KeyTerm> ofCounts(ToDoubleFunction<KeynessCounts> function) {
    return term -> function.applyAsDouble(term.counts());
  }

  private static ToDoubleFunction<KeyTerm> ofTable(ToDoubleFunction<ContingencyTable> function) {
    return term -> function.applyAsDouble(term.counts().table());
  }

  @Override
  public double of(KeyTerm term) {
    return function.applyAsDouble(term);
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
   * Log-likelihood ratio of the whole table, {@link Association#g2Signed}, with the sign of p1 -
   * p2.
   *
   * <p>Dunning (1993).
   */
  public static double ll(KeynessCounts counts) {
    return Association.g2Signed(counts.table());
  }

  /**
   * 2 (f1 ln(f1 / E1) + f2 ln(f2 / E2)) with the sign of p1 - p2. Below {@link #ll} for frequent
   * words.
   */
  private static double ll2Term(KeynessCounts counts) {
    ContingencyTable table = counts.table();
    if (table.crossDifference() == 0) {
      return table.n() == 0 ? Double.NaN : 0;
    }
    double d = table.deviation();
    double ll =
        2
            * (Deviance.deviance((double) counts.f1(), table.e11(), d)
                + Deviance.deviance((double) counts.f2(), table.e12(), -d));
    return d < 0 ? -ll : ll;
  }

  /** LL - ln N. Below 0 the evidence favours equal frequencies. */
  private static double bic(double logLikelihood, KeynessCounts counts) {
    return logLikelihood - Math.log((double) counts.n1() + counts.n2());
  }

  /**
   * |LL| / (N ln(min(E1, E2))) with {@link #ll2Term}. At min(E1, E2) = 1 it is infinite, below it
   * is negative and means nothing. NaN for f1 = f2 = 0.
   */
  static double ell(KeynessCounts counts) {
    return counts.f1() == 0 && counts.f2() == 0
        ? Double.NaN
        : Math.abs(ll2Term(counts)) / (counts.table().n() * Math.log(leastExpected(counts)));
  }

  private static double leastExpected(KeynessCounts counts) {
    ContingencyTable table = counts.table();
    return Math.min(table.e11(), table.e12());
  }

  /** 100 (p1 - p2) / p2, -100 or more. Infinity for f2 = 0, NaN if f1 is 0 too. */
  private static double pctDiff(KeynessCounts counts) {
    return 100 * counts.crossDifference() / ((double) counts.f2() * counts.n1());
  }

  /** p1 / p2, 0 or more. Infinity for f2 = 0, NaN if f1 is 0 too. */
  private static double relativeRisk(KeynessCounts counts) {
    return (double) counts.f1() * counts.n2() / ((double) counts.f2() * counts.n1());
  }

  /** log2(p1 / p2). Infinity for f2 = 0, -Infinity for f1 = 0, NaN for both. */
  private static double logRatio(KeynessCounts counts) {
    return log2Ratio(
        (double) counts.f1() * counts.n2(),
        (double) counts.f2() * counts.n1(),
        counts.crossDifference());
  }

  /**
   * {@link #logRatio} with a frequency of 0, and only that, replaced by 0.5, as in CQPweb. Finite
   * unless a corpus is empty.
   */
  private static double logRatioHardie(KeynessCounts counts) {
    if (counts.hasEmptyCorpus() || (counts.f1() > 0 && counts.f2() > 0)) {
      return logRatio(counts);
    }
    double numerator = orHalf(counts.f1()) * counts.n2();
    double denominator = orHalf(counts.f2()) * counts.n1();
    return log2Ratio(numerator, denominator, numerator - denominator);
  }

  /**
   * log2((f1 + 0.5) / (n1 + 0.5)) - log2((f2 + 0.5) / (n2 + 0.5)). Finite unless a corpus is empty,
   * and without the jump of {@link #logRatioHardie} at 0.
   */
  private static double logRatioWalter(KeynessCounts counts) {
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
   * {@link #LOG_ODDS_Z} of a term that the target uses more, weighed by how evenly it is spread
   * there: z (1 - DPnorm), 0 or more. NaN where the target does not use it more, or its spread is
   * not known. Our own: evidence alone puts a term of few documents on top, spread alone one that
   * every corpus has.
   *
   * @param z the log-odds ratio in standard deviations
   * @param dpNorm the dispersion over the documents of the target, {@link Dispersion#DP_NORM}
   */
  public static double keyScore(double z, double dpNorm) {
    return z > 0 ? z * (1 - dpNorm) : Double.NaN;
  }

  /**
   * The 95 % interval of log2(((f1 + n1 / N) / n1) / ((f2 + n2 / N) / n2)) over bootstrap
   * replicates ({@link Bootstrap}): one occurrence is added, and given to the two corpora by their
   * sizes. So it favours neither, and a replicate without the word says 0, no difference. A
   * replicate in which either corpus is empty counts for nothing.
   *
   * <p>A word of three documents is in none of e^-3 = 5 % of all replicates, more than lie beyond
   * an end of the interval. So the interval of a word of so few documents reaches 0, also where
   * among the replicates drawn there happen to be fewer.
   *
   * @param f1 occurrences in the target, by replicate
   * @param n1 tokens of the target, by replicate
   * @param f2 occurrences in the reference, by replicate
   * @param n2 tokens of the reference, by replicate
   * @param documents how many documents of both corpora have the word
   */
  public static Interval logRatioBootstrap(
      long[] f1, long[] n1, long[] f2, long[] n2, long documents) {
    double[] ratios = new double[f1.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = n1[i] == 0 || n2[i] == 0 ? Double.NaN : smoothedRatio(f1[i], n1[i], f2[i], n2[i]);
    }
    // The logarithm keeps the order: it is enough to take that of the two ends.
    Interval ends = Bootstrap.percentile95(ratios);
    double lower = Math.log(ends.lower()) * Logarithms.LOG2_E;
    double upper = Math.log(ends.upper()) * Logarithms.LOG2_E;
    return documents > MOST_DOCUMENTS_OFTEN_ABSENT
        ? new Interval(lower, upper)
        : new Interval(Math.min(lower, 0), Math.max(upper, 0));
  }

  /** ((f1 + n1 / N) / n1) / ((f2 + n2 / N) / n2), each side times N. */
  private static double smoothedRatio(long f1, long n1, long f2, long n2) {
    double n = (double) n1 + n2;
    return (f1 * n + n1) * n2 / ((f2 * n + n2) * n1);
  }

  /** (p1 + lambda) / (p2 + lambda) with frequencies per million, above 0. */
  private static double simpleMaths(KeynessCounts counts, double lambda) {
    return (PER_MILLION * counts.f1() / counts.n1() + lambda)
        / (PER_MILLION * counts.f2() / counts.n2() + lambda);
  }

  /** (p1 - p2) / (p1 + p2), from -1 to 1. NaN for f1 = f2 = 0. */
  private static double differenceCoefficient(KeynessCounts counts) {
    return counts.crossDifference()
        / ((double) counts.f1() * counts.n2() + (double) counts.f2() * counts.n1());
  }

  private static LogOdds logOdds(KeynessCounts counts) {
    double prior =
        LogOdds.prior(PRIOR_TOKENS, counts.f1() + counts.f2(), counts.n1() + counts.n2());
    return LogOdds.of(counts.f1(), counts.n1(), counts.f2(), counts.n2(), prior, PRIOR_TOKENS);
  }

  private static double log2Ratio(double numerator, double denominator, double difference) {
    return Logarithms.ofRatio(numerator, denominator, difference) * Logarithms.LOG2_E;
  }

  private static double orHalf(long frequency) {
    return frequency == 0 ? 0.5 : frequency;
  }
}
