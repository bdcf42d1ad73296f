package org.zhengyu.transforms.stats;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * How evenly a word is spread over the parts of a corpus.
 *
 * <p>Notation: k parts with counts v and sizes s; f = sum v, L = sum s, w = s / L, t = v / f, p = v
 * / s, r = p / sum p. Only the parts with the word are held; the others enter each formula as what
 * they add to it.
 *
 * <p>A word without occurrences, and a corpus of one part, have no dispersion: every measure is NaN
 * then, except the ranges. All results are independent of the order of the parts, to the last bit:
 * sums of integers are exact in 128 bits, sums of fractions exact sums of the rounded fractions
 * ({@link ExactSum}), so that their relative error stays below 2^-50 for any number of parts.
 */
public final class Dispersion {

  private final long[] counts;
  private final long[] sizes;
  private final int range;
  private final Parts parts;
  private final long frequency;
  private final long occupiedSize;
  private final long minOccupiedSize;

  Dispersion(long[] counts, long[] sizes, int range, Parts parts) {
    this.counts = counts;
    this.sizes = sizes;
    this.range = range;
    this.parts = parts;
    long sum = 0;
    long occupied = 0;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < range; i++) {
      sum = Math.addExact(sum, counts[i]);
      occupied = Math.addExact(occupied, sizes[i]);
      smallest = Math.min(smallest, sizes[i]);
    }
    this.frequency = sum;
    this.occupiedSize = occupied;
    this.minOccupiedSize = smallest;
    long without = parts.count() - range;
    if (without < 0
        || smallest < parts.minSize()
        || (parts.totalSize() - occupied) / parts.minSize() < without
        || (without == 0 && occupied != parts.totalSize())) {
      throw new IllegalArgumentException(
          range
              + " parts of "
              + occupied
              + " tokens, the smallest of "
              + smallest
              + ", do not belong to "
              + parts);
    }
  }

  /**
   * The dispersion from all the parts of a corpus.
   *
   * @param counts occurrences of the word in each part
   * @param sizes tokens of each part, at least 1
   * @throws IllegalArgumentException if the arrays differ in length, are empty, or hold a negative
   *     count or an empty part
   */
  public static Dispersion of(long[] counts, long[] sizes) {
    if (counts.length != sizes.length) {
      throw new IllegalArgumentException(counts.length + " counts for " + sizes.length + " parts");
    }
    DispersionAccumulator accumulator = new DispersionAccumulator();
    for (int i = 0; i < counts.length; i++) {
      accumulator.add(counts[i], sizes[i]);
    }
    return accumulator.within(Parts.of(sizes));
  }

  /** f, the occurrences of the word in all parts. */
  public long frequency() {
    return frequency;
  }

  /** Range: the number of parts with the word, from 0 to k. */
  public int range() {
    return range;
  }

  /** Range over the number of parts, from 0 to 1. */
  public double rangeRelative() {
    return (double) range / parts.count();
  }

  /** The share of the corpus that the parts with the word make up: sum of their w, from 0 to 1. */
  public double rangeRelativeSize() {
    return (double) occupiedSize / parts.totalSize();
  }

  /**
   * Deviation of proportions: DP = 1/2 sum |t - w|, from 0 (even) to 1 - min w.
   *
   * <p>Gries (2008).
   */
  public double dp() {
    return undefined() ? Double.NaN : excess() / ((double) frequency * parts.totalSize());
  }

  /**
   * DP over its maximum: DP / (1 - min w), from 0 (even) to 1 (all in the smallest part).
   *
   * <p>Lijffijt and Gries (2012).
   */
  public double dpNorm() {
    return undefined()
        ? Double.NaN
        : excess() / ((double) frequency * (parts.totalSize() - parts.minSize()));
  }

  /**
   * D_P = 1 - DP / (1 - min w over the parts with the word), from 0 (all in one part) to 1 (even).
   *
   * <p>Egbert, Burch and Biber (2020).
   */
  public double dpEgbert() {
    return undefined()
        ? Double.NaN
        : 1 - excess() / ((double) frequency * (parts.totalSize() - minOccupiedSize));
  }

  /**
   * Juilland's D on relative frequencies: 1 - (sd(p) / mean(p)) / sqrt(k - 1), from 0 (all in one
   * part) to 1 (even); sd is that of a population.
   *
   * <p>Juilland and Chang-Rodriguez (1964), for parts of unequal size.
   */
  public double juillandD() {
    return evenness(this::relativeFrequency);
  }

  /**
   * Juilland's D on the raw counts, from 0 to 1. Comparable with {@link #juillandD} only where all
   * parts have the same size.
   */
  public double juillandDRaw() {
    return evenness(i -> counts[i]);
  }

  /** Standard deviation of the counts over all k parts, as of a population. */
  public double standardDeviation() {
    return undefined() ? Double.NaN : standardDeviation(i -> counts[i], mean(i -> counts[i]));
  }

  /** Variation coefficient of the counts: sd / mean, from 0 (even) to sqrt(k - 1). */
  public double variationCoefficient() {
    return undefined() ? Double.NaN : variationCoefficient(i -> counts[i]);
  }

  /**
   * Carroll's D2: the entropy of r over its maximum, -sum r log2 r / log2 k, from 0 (all in one
   * part) to 1 (even).
   *
   * <p>Carroll (1970).
   */
  public double carrollD2() {
    if (undefined()) {
      return Double.NaN;
    }
    double total = sum(this::relativeFrequency);
    double entropy =
        sum(
            i -> {
              double r = relativeFrequency(i) / total;
              return -r * Math.log(r);
            });
    return clampToUnit(entropy / Math.log((double) parts.count()));
  }

  /**
   * Rosengren's S: (sum sqrt(w v))^2 / f, from min w (all in the smallest part) to 1 (even).
   *
   * <p>Rosengren (1971), for parts of unequal size.
   */
  public double rosengrenS() {
    if (undefined()) {
      return Double.NaN;
    }
    double root = sum(i -> Math.sqrt((double) sizes[i] * counts[i]));
    return clampToUnit(root / parts.totalSize() * (root / frequency));
  }

  /**
   * Kullback-Leibler divergence of the word from the part sizes: sum t log2(t / w) bits, 0 (even)
   * or more.
   *
   * <p>Gries (2020); computed as a sum of terms that cannot cancel, see {@link Deviance}.
   */
  public double klDivergence() {
    if (undefined()) {
      return Double.NaN;
    }
    long total = parts.totalSize();
    double scale = (double) frequency * total;
    double occupied =
        sum(
            i ->
                Deviance.deviance(
                    (double) counts[i] / frequency,
                    (double) sizes[i] / total,
                    WideArithmetic.differenceOfProducts(counts[i], total, sizes[i], frequency)
                        / scale));
    double empty = (double) (total - occupiedSize) / total;
    return (occupied + empty) * Logarithms.LOG2_E;
  }

  /**
   * Divergence scaled to evenness, odds to probability: 1 - KLD / (1 + KLD), from above 0 to 1.
   *
   * <p>Gries (2024).
   */
  public double klOddsToProbability() {
    return 1 / (1 + klDivergence());
  }

  /**
   * Divergence scaled to evenness by base e: e^-KLD with KLD in bits, from 0 to 1. Gries (2021).
   */
  public double klBaseE() {
    return Math.exp(-klDivergence());
  }

  /** Divergence scaled to evenness by base 2: 2^-KLD, from 0 to 1. Gries (2024). */
  public double klBase2() {
    return Math.exp(-klDivergence() / Logarithms.LOG2_E);
  }

  /**
   * D_A: 1 - (mean |p_i - p_j| over all pairs of parts) / (2 mean(p)), from 0 (all in one part) to
   * 1 (even).
   *
   * <p>Burch, Egbert and Biber (2017). From the sorted p in k log k time, not from the pairs.
   */
  public double dA() {
    if (undefined()) {
      return Double.NaN;
    }
    double[] ascending = new double[range];
    Arrays.setAll(ascending, this::relativeFrequency);
    Arrays.sort(ascending);
    long k = parts.count();
    long without = k - range;
    // The i-th smallest of k is the larger in i of its pairs and the smaller in k - 1 - i.
    double differences = sumOfTwoSided(ascending, without, k);
    double total = sum(this::relativeFrequency);
    return clampToUnit(1 - differences / ((k - 1) * total));
  }

  private static double sumOfTwoSided(double[] ascending, long without, long k) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < ascending.length; i++) {
      double surplus = 2 * (without + i) - (k - 1);
      double product = surplus * ascending[i];
      sum.add(product);
      sum.add(Math.fma(surplus, ascending[i], -product));
    }
    return sum.value();
  }

  private boolean undefined() {
    return frequency == 0 || parts.count() == 1;
  }

  private double relativeFrequency(int i) {
    return (double) counts[i] / sizes[i];
  }

  /**
   * DP times f L: the sum of v L - s f over the parts that have more than their share, which is
   * half the sum of all absolute differences. Exact in 128 bits.
   */
  private double excess() {
    long total = parts.totalSize();
    long high = 0;
    long low = 0;
    for (int i = 0; i < range; i++) {
      long high1 = WideArithmetic.differenceHigh(counts[i], total, sizes[i], frequency);
      if (high1 >= 0) {
        long low1 = counts[i] * total - sizes[i] * frequency;
        low += low1;
        high += high1 + (Long.compareUnsigned(low, low1) < 0 ? 1 : 0);
      }
    }
    return WideArithmetic.toDouble(high, low);
  }

  private double evenness(IntToDoubleFunction value) {
    return undefined()
        ? Double.NaN
        : clampToUnit(1 - variationCoefficient(value) / Math.sqrt(parts.count() - 1.0));
  }

  private double variationCoefficient(IntToDoubleFunction value) {
    double mean = mean(value);
    return standardDeviation(value, mean) / mean;
  }

  private double mean(IntToDoubleFunction value) {
    return sum(value) / parts.count();
  }

  /** From the deviations, not from the sum of squares, which cancels for an even word. */
  private double standardDeviation(IntToDoubleFunction value, double mean) {
    double occupied =
        sum(
            i -> {
              double deviation = value.applyAsDouble(i) - mean;
              return deviation * deviation;
            });
    double empty = (double) (parts.count() - range) * mean * mean;
    return Math.sqrt((occupied + empty) / parts.count());
  }

  private double sum(IntToDoubleFunction value) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < range; i++) {
      sum.add(value.applyAsDouble(i));
    }
    return sum.value();
  }

  /** Roundings may pass the bounds of an evenness by one unit. */
  private static double clampToUnit(double value) {
    return Math.max(0, Math.min(1, value));
  }
}
