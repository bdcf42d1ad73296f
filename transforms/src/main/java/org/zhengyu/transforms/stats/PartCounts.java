package org.zhengyu.transforms.stats;

import java.util.function.IntToDoubleFunction;

/**
 * How often a word occurs in each part of a corpus. Only the parts with the word are held, those
 * that are alike once; the others are known by what they are together.
 *
 * <p>All sums are independent of the order of the parts, to the last bit: those of integers are
 * exact in 128 bits, those of fractions exact sums of the rounded fractions ({@link ExactSum}), so
 * that their relative error stays below 2^-50 for any number of parts.
 */
public final class PartCounts {
  private final long[] counts;
  private final long[] sizes;
  private final int[] times;
  private final int kinds;
  private final long occupied;
  private final Parts parts;
  private final long frequency;
  private final long occupiedSize;
  private final long minOccupiedSize;

  /**
   * The counts and sizes of the first {@code kinds} elements, which are not copied.
   *
   * @param times how many parts have each count and size
   */
  PartCounts(long[] counts, long[] sizes, int[] times, int kinds, Parts parts) {
    this.counts = counts;
    this.sizes = sizes;
    this.times = times;
    this.kinds = kinds;
    this.parts = parts;
    long number = 0;
    long sum = 0;
    long size = 0;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < kinds; i++) {
      number += times[i];
      sum = Math.addExact(sum, Math.multiplyExact(counts[i], times[i]));
      size = Math.addExact(size, Math.multiplyExact(sizes[i], times[i]));
      smallest = Math.min(smallest, sizes[i]);
    }
    this.occupied = number;
    this.frequency = sum;
    this.occupiedSize = size;
    this.minOccupiedSize = smallest;
    long without = parts.count() - occupied;
    if (without < 0
        || smallest < parts.minSize()
        || (parts.totalSize() - size) / parts.minSize() < without
        || (without == 0 && size != parts.totalSize())) {
      throw new IllegalArgumentException(
          occupied
              + " parts of "
              + size
              + " tokens, the smallest of "
              + smallest
              + ", do not belong to "
              + parts);
    }
  }

  /** All parts of the corpus. */
  Parts parts() {
    return parts;
  }

  /** Occurrences of the word in all parts. */
  long frequency() {
    return frequency;
  }

  /** The number of parts with the word. */
  long occupied() {
    return occupied;
  }

  /** How many different counts and sizes the parts with the word have. */
  int kinds() {
    return kinds;
  }

  /** How many parts with the word are of the i-th kind. */
  int times(int i) {
    return times[i];
  }

  /** Tokens of the parts with the word. */
  long occupiedSize() {
    return occupiedSize;
  }

  /** Tokens of the smallest part with the word. */
  long minOccupiedSize() {
    return minOccupiedSize;
  }

  /** Whether there is nothing to be dispersed: no occurrence, or nowhere else to occur. */
  boolean hasNoDispersion() {
    return frequency == 0 || parts.count() == 1;
  }

  /** Occurrences in each part of the i-th kind. */
  long count(int i) {
    return counts[i];
  }

  /** Tokens of each part of the i-th kind. */
  long size(int i) {
    return sizes[i];
  }

  /** The share of each part of the i-th kind that is the word. */
  double relativeFrequency(int i) {
    return (double) counts[i] / sizes[i];
  }

  /** The sum over the parts with the word of a value of their kind. */
  double sum(IntToDoubleFunction value) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < kinds; i++) {
      sum.add(value.applyAsDouble(i), times[i]);
    }
    return sum.value();
  }

  /** The mean over all parts of a value that is 0 without the word. */
  double mean(IntToDoubleFunction value) {
    return sum(value) / parts.count();
  }

  /**
   * The standard deviation over all parts, as of a population, of a value that is 0 without the
   * word and has this mean: from the deviations, not from the sum of squares, which cancels for an
   * even word.
   */
  double standardDeviation(IntToDoubleFunction value, double mean) {
    double deviations =
        sum(
            i -> {
              double deviation = value.applyAsDouble(i) - mean;
              return deviation * deviation;
            });
    double empty = (double) (parts.count() - occupied) * mean * mean;
    return Math.sqrt((deviations + empty) / parts.count());
  }

  /**
   * The occurrences that would have to change their part to be spread as the text is, times the
   * tokens of the corpus: the sum of v L - s f over the parts that have more than their share,
   * which is half the sum of all absolute differences. Exact in 128 bits.
   */
  double excess() {
    long total = parts.totalSize();
    long high = 0;
    long low = 0;
    for (int i = 0; i < kinds; i++) {
      long high1 = WideArithmetic.differenceHigh(counts[i], total, sizes[i], frequency);
      if (high1 >= 0) {
        long low1 = counts[i] * total - sizes[i] * frequency;
        for (int part = 0; part < times[i]; part++) {
          low += low1;
          high += high1 + (Long.compareUnsigned(low, low1) < 0 ? 1 : 0);
        }
      }
    }
    return WideArithmetic.toDouble(high, low);
  }
}
