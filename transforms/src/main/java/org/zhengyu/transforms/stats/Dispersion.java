package org.zhengyu.transforms.stats;

import static org.zhengyu.transforms.stats.Description.means;

import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.zhengyu.transforms.stats.Description.Scale;

/**
 * How evenly a word is spread over the parts of a corpus.
 *
 * <p>Notation: k parts with counts v and sizes s; f = sum v, L = sum s, w = s / L, t = v / f, p = v
 * / s, r = p / sum p; n parts have the word. A word without occurrences, and a corpus of one part,
 * have no dispersion: every measure is NaN then, except those that only ask for the parts with the
 * word.
 */
@SuppressWarnings("ImmutableEnumChecker") // Its descriptions are, and its functions.
public enum Dispersion implements Measure<PartCounts> {
  IDF(Dispersion::idf, means("how rare it is among documents", "逆文档频率").by("Spärck Jones 1972")),
  DP(
      Dispersion::dp,
      spread(
              "deviation of proportions, from 0 for even to 1 for massed in one small place",
              "比例偏差：0 为均匀，近 1 为集中于一处")
          .by("Gries 2008")),
  DP_NORM(
      Dispersion::dpNorm,
      spread(
              "deviation of proportions, up to 1 whatever the sizes of the documents",
              "归一化的比例偏差，上限恒为 1")
          .by("Lijffijt and Gries 2012")),
  JUILLAND_D(
      Dispersion::juillandD,
      spread(
              "Juilland's D, from 0 for all in one document to 1 for even",
              "Juilland D 值：0 为全在一篇，1 为均匀")
          .by("Juilland and Chang-Rodríguez 1964")),

  RANGE_REL(
      parts -> (double) parts.occupied() / parts.parts().count(),
      means("share of the documents that have the term, from 0 to 1", "含该词的文档所占比例，0 至 1")
          .by("Gries 2008")),
  RANGE_REL_SIZE(
      parts -> (double) parts.occupiedSize() / parts.parts().totalSize(),
      means("share of the text that the documents with the term make up", "含该词的文档占全部文本的比例")
          .by("Gries 2008")),
  SD(
      parts -> parts.standardDeviation(parts::count, parts.mean(parts::count)),
      spread("standard deviation of its counts in the documents", "各文档词频的标准差")
          .in(Scale.TOKENS)
          .by("Gries 2008")),
  VC(
      parts -> variationCoefficient(parts, parts::count),
      spread("sd over the mean count, 0 for even", "变异系数：sd 与平均词频之比，0 为均匀").by("Gries 2008")),
  CARROLL_D2(
      Dispersion::carrollD2,
      spread(
              "Carroll's D₂, from 0 for all in one document to 1 for even",
              "Carroll D₂ 值：0 为全在一篇，1 为均匀")
          .by("Carroll 1970")),
  ROSENGREN_S(
      Dispersion::rosengrenS,
      spread("Rosengren's S, up to 1 for even", "Rosengren S 值，1 为均匀").by("Rosengren 1971")),
  DP_EGBERT(
      Dispersion::dpEgbert,
      spread(
              "deviation of proportions turned round, from 0 for all in one document to 1 for even",
              "反向的比例偏差：0 为全在一篇，1 为均匀")
          .by("Egbert, Burch and Biber 2020")),
  KLD(
      Dispersion::klDivergence,
      spread("divergence of the term from the text, 0 for even", "该词分布与文本分布的 KL 散度，0 为均匀")
          .in(Scale.BITS)
          .by("Gries 2020")),
  D_A(
      Dispersion::dA,
      spread(
              "1 less half the mean difference between two documents over the mean",
              "两文档相对频率平均差之半与均值之比，以 1 减之：0 为全在一篇，1 为均匀")
          .by("Burch, Egbert and Biber 2017"));

  /** Those that are written when none are asked for, which come first. */
  public static final Set<Dispersion> DEFAULTS =
      Collections.unmodifiableSet(EnumSet.range(IDF, JUILLAND_D));

  private final ToDoubleFunction<PartCounts> function;
  private final Description description;

  Dispersion(ToDoubleFunction<PartCounts> function, Description description) {
    this.function = function;
    this.description = description;
  }

  /** A measure that needs occurrences, and more than one part that could have them. */
  private static Description spread(String english, String chinese) {
    return means(english, chinese).nullWhere("with a single document", "只有一篇文档时");
  }

  @Override
  public double of(PartCounts counts) {
    return description.nullCase().isPresent() && counts.hasNoDispersion()
        ? Double.NaN
        : function.applyAsDouble(counts);
  }

  @Override
  public Description description() {
    return description;
  }

  @Override
  public boolean isDefault() {
    return DEFAULTS.contains(this);
  }

  /** 1/2 sum |t - w|, from 0 (even) to 1 - min w. */
  private static double dp(PartCounts counts) {
    return counts.excess() / ((double) counts.frequency() * counts.parts().totalSize());
  }

  /** DP / (1 - min w), from 0 (even) to 1 (all in the smallest part). */
  private static double dpNorm(PartCounts counts) {
    Parts parts = counts.parts();
    return counts.excess() / ((double) counts.frequency() * (parts.totalSize() - parts.minSize()));
  }

  /** 1 - DP / (1 - min w over the parts with the word), from 0 (all in one part) to 1 (even). */
  private static double dpEgbert(PartCounts counts) {
    long others = counts.parts().totalSize() - counts.minOccupiedSize();
    return 1 - counts.excess() / ((double) counts.frequency() * others);
  }

  /**
   * 1 - (sd(p) / mean(p)) / sqrt(k - 1), from 0 (all in one part) to 1 (even); sd is that of a
   * population.
   */
  private static double juillandD(PartCounts counts) {
    double variation = variationCoefficient(counts, counts::relativeFrequency);
    return clampToUnit(1 - variation / Math.sqrt(counts.parts().count() - 1.0));
  }

  /** sd / mean, from 0 (even) to sqrt(k - 1). */
  private static double variationCoefficient(PartCounts counts, IntToDoubleFunction value) {
    double mean = counts.mean(value);
    return counts.standardDeviation(value, mean) / mean;
  }

  /** The entropy of r over its maximum, -sum r log2 r / log2 k, from 0 (one part) to 1 (even). */
  private static double carrollD2(PartCounts counts) {
    double total = counts.sum(counts::relativeFrequency);
    double entropy =
        counts.sum(
            i -> {
              double r = counts.relativeFrequency(i) / total;
              return -r * Math.log(r);
            });
    return clampToUnit(entropy / Math.log((double) counts.parts().count()));
  }

  /** (sum sqrt(w v))^2 / f, from min w (all in the smallest part) to 1 (even). */
  private static double rosengrenS(PartCounts counts) {
    double root = counts.sum(i -> Math.sqrt((double) counts.size(i) * counts.count(i)));
    return clampToUnit(root / counts.parts().totalSize() * (root / counts.frequency()));
  }

  /**
   * sum t log2(t / w) bits, 0 (even) or more; computed as a sum of terms that cannot cancel, see
   * {@link Deviance}.
   */
  private static double klDivergence(PartCounts counts) {
    long f = counts.frequency();
    long total = counts.parts().totalSize();
    double scale = (double) f * total;
    double occupied =
        counts.sum(
            i ->
                Deviance.deviance(
                    (double) counts.count(i) / f,
                    (double) counts.size(i) / total,
                    WideArithmetic.differenceOfProducts(counts.count(i), total, counts.size(i), f)
                        / scale));
    double empty = (double) (total - counts.occupiedSize()) / total;
    return (occupied + empty) * Logarithms.LOG2_E;
  }

  /**
   * 1 - (mean |p_i - p_j| over all pairs of parts) / (2 mean(p)), from 0 (all in one part) to 1
   * (even). From the sorted p in k log k time, not from the pairs.
   */
  private static double dA(PartCounts counts) {
    int[] ascending =
        IntStream.range(0, counts.kinds())
            .boxed()
            .sorted(Comparator.comparingDouble(counts::relativeFrequency))
            .mapToInt(Integer::intValue)
            .toArray();
    long k = counts.parts().count();
    // The i-th smallest of k is the larger in i of its pairs and the smaller in k - 1 - i.
    double differences = sumOfTwoSided(counts, ascending, k);
    double total = counts.sum(counts::relativeFrequency);
    return clampToUnit(1 - differences / ((k - 1) * total));
  }

  private static double sumOfTwoSided(PartCounts counts, int[] ascending, long k) {
    ExactSum sum = new ExactSum();
    long rank = k - counts.occupied();
    for (int kind : ascending) {
      double p = counts.relativeFrequency(kind);
      for (int part = 0; part < counts.times(kind); part++) {
        double surplus = 2 * rank - (k - 1);
        double product = surplus * p;
        sum.add(product);
        sum.add(Math.fma(surplus, p, -product));
        rank++;
      }
    }
    return sum.value();
  }

  /** ln(k / n), 0 or more: the inverse document frequency, where the parts are documents. */
  private static double idf(PartCounts counts) {
    return TermWeighting.idf(counts.occupied(), counts.parts().count());
  }

  /** Roundings may pass the bounds of an evenness by one unit. */
  private static double clampToUnit(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
