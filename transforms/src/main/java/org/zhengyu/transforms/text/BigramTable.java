package org.zhengyu.transforms.text;

/**
 * How often one word was seen after another, and what it costs there. Immutable once filled.
 *
 * <p>Nearly all pairs that a lattice asks for were never seen. A table of bits that stays in the
 * cache answers most of these; the rest are found by open addressing.
 */
final class BigramTable {
  /** What {@link #find} returns for a pair that was never seen. */
  static final int UNSEEN = -1;

  /** Words and frequencies are packed into one key of 64 bits. */
  static final int WORD_BITS = 20;

  private static final int FREQUENCY_BITS = Long.SIZE - 2 * WORD_BITS;
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
  private static final int FILTER_BITS = 22;

  /** Of each slot the pair and its frequency, 0 where it is free, and the bits of the cost. */
  private final long[] slots;

  private final int shift;
  private final long[] filter = new long[1 << (FILTER_BITS - 6)];

  /** A table with room for so many pairs. */
  BigramTable(int pairs) {
    int bits = Math.max(4, Long.SIZE - Long.numberOfLeadingZeros(pairs));
    shift = Long.SIZE - bits - 1;
    slots = new long[2 << (bits + 1)];
  }

  private static long pair(int first, int second) {
    return (long) first << WORD_BITS | second;
  }

  /** Adds a pair, which is not in the table yet. */
  void add(int first, int second, int frequency, double cost) {
    if (frequency <= 0 || frequency >= 1 << FREQUENCY_BITS) {
      throw new IllegalArgumentException("no frequency of a pair: " + frequency);
    }
    long pair = pair(first, second);
    long hash = pair * GOLDEN_RATIO;
    setFilter(hash);
    int slot = (int) (hash >>> shift) << 1;
    while (slots[slot] != 0) {
      slot = (slot + 2) & (slots.length - 1);
    }
    slots[slot] = pair << FREQUENCY_BITS | frequency;
    slots[slot + 1] = Double.doubleToRawLongBits(cost);
  }

  /** The place of a pair, or {@link #UNSEEN}. */
  int find(int first, int second) {
    long pair = pair(first, second);
    long hash = pair * GOLDEN_RATIO;
    if (!inFilter(hash)) {
      return UNSEEN;
    }
    int slot = (int) (hash >>> shift) << 1;
    while (slots[slot] != 0) {
      if (slots[slot] >>> FREQUENCY_BITS == pair) {
        return slot;
      }
      slot = (slot + 2) & (slots.length - 1);
    }
    return UNSEEN;
  }

  int frequency(int place) {
    return (int) (slots[place] & (1 << FREQUENCY_BITS) - 1);
  }

  double cost(int place) {
    return Double.longBitsToDouble(slots[place + 1]);
  }

  private void setFilter(long hash) {
    int bit = (int) (hash >>> (Long.SIZE - FILTER_BITS));
    filter[bit >>> 6] |= 1L << bit;
  }

  private boolean inFilter(long hash) {
    int bit = (int) (hash >>> (Long.SIZE - FILTER_BITS));
    return (filter[bit >>> 6] >>> bit & 1) != 0;
  }
}
