package org.zhengyu.transforms.segment;

import java.io.IOException;
import java.util.Arrays;

/**
 * How often one word was seen after another, and what it costs there. Immutable once made.
 *
 * <p>What was seen after a word stands together, for all that may follow it in a sentence is asked
 * for at once, and is found by open addressing. Most pairs that were never seen are known without:
 * of each word there are 64 bits for the words after it, by the lowest 6 of their numbers, and as
 * many for those before it.
 */
final class BigramTable {
  /** What {@link #find} returns for a pair that was never seen. */
  static final int UNSEEN = -1;

  /** What a pair costs that was seen so often. */
  @FunctionalInterface
  interface Cost {
    /** Of the first word, the second, and how often they were seen. */
    double of(int first, int second, int seen);
  }

  /** Which pairs there are to be. */
  @FunctionalInterface
  interface Kept {
    /** Of the first word, the second, and how often they were seen. */
    boolean of(int first, int second, int seen);
  }

  private static final int FREE = -1;

  // 2^32 divided by the golden ratio: multiplicative hashing spreads neighbours apart.
  private static final int HASH_32 = 0x9E3779B9;

  /** Takes the better bits of a hash, as many as any word has places. */
  private static final int HASH_SHIFT = 12;

  /** Where the places of a first word begin; their number is a power of 2. */
  private final int[] begins;

  /** Of each place the second word, or {@link #FREE}. */
  private final int[] seconds;

  private final int[] frequencies;
  private final double[] costs;
  private final long[] after;
  private final long[] before;

  private BigramTable(int[] begins) {
    this.begins = begins;
    int words = begins.length - 1;
    seconds = new int[begins[words]];
    Arrays.fill(seconds, FREE);
    frequencies = new int[begins[words]];
    costs = new double[begins[words]];
    after = new long[words];
    before = new long[words];
  }

  private BigramTable(ArrayFile.Reader in) {
    begins = in.ints();
    seconds = in.ints();
    frequencies = in.ints();
    costs = in.doubles();
    after = in.longs();
    before = in.longs();
  }

  /** What {@link #write} wrote. */
  static BigramTable read(ArrayFile.Reader in) {
    return new BigramTable(in);
  }

  void write(ArrayFile.Writer out) throws IOException {
    out.ints(begins);
    out.ints(seconds);
    out.ints(frequencies);
    out.doubles(costs);
    out.longs(after);
    out.longs(before);
  }

  /**
   * The pairs of HanLP's table.
   *
   * @param start where the pairs of a first word begin
   * @param pair of each pair the second word and how often it was seen
   * @param numbers our numbers of HanLP's words
   */
  static BigramTable of(int[] start, int[] pair, int[] numbers, Kept kept, Cost cost) {
    int[] begins = new int[numbers.length + 1];
    for (int word = 0; word < numbers.length; word++) {
      begins[numbers[word] + 1] = places(start[word + 1] - start[word]);
    }
    for (int word = 0; word < numbers.length; word++) {
      begins[word + 1] += begins[word];
    }
    BigramTable table = new BigramTable(begins);
    for (int word = 0; word < numbers.length; word++) {
      for (int i = start[word]; i < start[word + 1]; i++) {
        int first = numbers[word];
        int second = numbers[pair[2 * i]];
        int seen = pair[2 * i + 1];
        if (kept.of(first, second, seen)) {
          table.add(first, second, seen, cost.of(first, second, seen));
        }
      }
    }
    return table;
  }

  /** At least one more than pairs, which is free. */
  private static int places(int pairs) {
    return Integer.highestOneBit(3 * pairs + 1);
  }

  private void add(int first, int second, int seen, double cost) {
    int place = placeOf(first, second);
    seconds[place] = second;
    frequencies[place] = seen;
    costs[place] = cost;
    after[first] |= 1L << second;
    before[second] |= 1L << first;
  }

  /** The place of a pair, or the free one where it would stand. */
  private int placeOf(int first, int second) {
    int begin = begins[first];
    int mask = begins[first + 1] - begin - 1;
    int place = ((second * HASH_32) >>> HASH_SHIFT) & mask;
    while (seconds[begin + place] != second && seconds[begin + place] != FREE) {
      place = (place + 1) & mask;
    }
    return begin + place;
  }

  /** The place of a pair, or {@link #UNSEEN}. */
  int find(int first, int second) {
    int place = placeOf(first, second);
    return seconds[place] == FREE ? UNSEEN : place;
  }

  /** How often the pair at a place was seen. */
  int frequency(int place) {
    return frequencies[place];
  }

  /** What the second word of the pair at a place costs after the first. */
  double cost(int place) {
    return costs[place];
  }

  /** The bits of the words that were seen after this one. */
  long after(int word) {
    return after[word];
  }

  /** The bits of the words that were seen before this one. */
  long before(int word) {
    return before[word];
  }
}
