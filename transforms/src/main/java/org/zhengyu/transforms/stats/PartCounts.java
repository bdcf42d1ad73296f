package org.zhengyu.transforms.stats;

import java.util.function.IntToDoubleFunction;

/**
 * How often a word occurs in each part of a corpus. Only the parts with the word are held; the
 * others are known by what they are together.
 *
 * <p>All sums are independent of the order of the parts, to the last bit: those of integers are
 * exact in 128 bits, those of fractions exact sums of the rounded fractions ({@link ExactSum}), so
 * that their relative error stays below 2^-50 for any number of parts.
 */
public final class PartCounts {
  private final long[] counts;
  private final long[] sizes;
  private final int occupied;
  private final Parts parts;
  private final long frequency;
  private final long occupiedSize;
  private final long minOccupiedSize;

  /** The counts and sizes of the first {@code occupied} elements, which are not copied. */
  PartCounts(long[] counts, long[] sizes, int occupied, Parts parts) {
    this.counts = counts;
    this.sizes = sizes;
    this.occupied = occupied;
    this.parts = parts;
    long sum = 0;
    long size = 0;
    long smallest = Long.MAX_VALUE;
    for (int i = 0; i < occupied; i++) {
      sum = Math.addExact(sum, counts[i]);
      size = Math.addExact(size, sizes[i]);
      smallest = Math.min(smallest, sizes[i]);
    }
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
  int occupied() {
    return occupied;
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

  /** Occurrences in the i-th of the parts with the word. */
  long count(int i) {
    return counts[i];
  }

  /** Tokens of the i-th of the parts with the word. */
  long size(int i) {
    return sizes[i];
  }

  /** The share of the i-th of the parts with the word that is the word. */
  double relativeFrequency(int i) {
    return (double) counts[i] / sizes[i];
  }

  /** The sum of a value over the parts with the word. */
  double sum(IntToDoubleFunction value) {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < occupied; i++) {
      sum.add(value.applyAsDouble(i));
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
    for (int i = 0; i < occupied; i++) {
      long high1 = WideArithmetic.differenceHigh(counts[i], total, sizes[i], frequency);
      if (high1 >= 0) {
        long low1 = counts[i] * total - sizes[i] * frequency;
        low += low1;
        high += high1 + (Long.compareUnsigned(low, low1) < 0 ? 1 : 0);
      }
    }
    return WideArithmetic.toDouble(high, low);
  }
}
