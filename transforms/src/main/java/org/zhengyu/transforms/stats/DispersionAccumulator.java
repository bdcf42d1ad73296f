package org.zhengyu.transforms.stats;

import java.util.Arrays;

/**
 * Collects the parts of a corpus in which a word occurs, in any order; the measures of {@link
 * #within} are the same to the last bit whatever that was.
 *
 * <p>Keeps one count and one size for each such part, because DP compares every part with the
 * word's whole frequency, which is known only at the end; parts that are alike may be added at
 * once, and are kept as one.
 */
public final class DispersionAccumulator {
  private static final int INITIAL_CAPACITY = 4;

  private long[] counts = new long[INITIAL_CAPACITY];
  private long[] sizes = new long[INITIAL_CAPACITY];
  private int[] times = new int[INITIAL_CAPACITY];
  private int length;

  /**
   * Adds a part.
   *
   * @see #add(long, long, int)
   */
  public DispersionAccumulator add(long count, long size) {
    return add(count, size, 1);
  }

  /**
   * Adds parts that are alike.
   *
   * @param count occurrences of the word in each; 0 changes nothing
   * @param size tokens of each, at least 1
   * @param number how many parts they are, at least 1
   * @return this
   * @throws IllegalArgumentException if the count is negative or a part has no tokens
   */
  public DispersionAccumulator add(long count, long size, int number) {
    if (count < 0 || size < 1) {
      throw new IllegalArgumentException("no part has " + count + " occurrences in " + size);
    }
    if (count > 0) {
      ensureCapacity(length + 1);
      counts[length] = count;
      sizes[length] = size;
      times[length] = number;
      length++;
    }
    return this;
  }

  /** Forgets every part, to be used for the next word. */
  public void clear() {
    length = 0;
  }

  /**
   * The counts of the word over the whole corpus. A snapshot: parts added later do not change it,
   * but it must not be used after {@link #clear}.
   *
   * @throws IllegalArgumentException if the parts added are more, larger or smaller than the corpus
   *     allows
   * @throws ArithmeticException if the frequency exceeds a long
   */
  public PartCounts within(Parts parts) {
    return new PartCounts(counts, sizes, times, length, parts);
  }

  private void ensureCapacity(int needed) {
    if (needed > counts.length) {
      int capacity = Math.max(needed, counts.length + (counts.length >> 1));
      counts = Arrays.copyOf(counts, capacity);
      sizes = Arrays.copyOf(sizes, capacity);
      times = Arrays.copyOf(times, capacity);
    }
  }
}
