package org.zhengyu.transforms.expressions;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Which expressions are worth counting one by one: one bit for each of 2<sup>{@value #BITS}</sup>
 * classes of texts, set where all texts of the class together are among the most frequent classes,
 * or are frequent and quoted somewhere. So no frequent expression is ever denied, and most rare
 * ones are, in memory that does not grow with the corpus.
 */
public final class ExpressionSketch {
  private static final int BITS = 21;

  /** How many pieces it is summed in: none of them is a large element. */
  private static final int PIECES = 64;

  private static final int CLASSES_IN_PIECE = (1 << BITS) / PIECES;

  /** Up to which number a class is counted: what occurs as often is always worth it. */
  private static final int MOST_COUNTED = Character.MAX_VALUE;

  private final long[] worth;

  private ExpressionSketch(long[] worth) {
    this.worth = worth;
  }

  /**
   * The sketch of all pieces that have a frequent class, in any order.
   *
   * @param most how many classes are let through besides the quoted ones; fewer where several are
   *     as frequent as the last
   */
  public static ExpressionSketch of(Iterable<Piece> pieces, int most) {
    int[] classesOf = new int[MOST_COUNTED + 1];
    for (Piece piece : pieces) {
      piece.forEach((place, count, quoted) -> classesOf[count]++);
    }
    int least = MOST_COUNTED;
    for (int classes = classesOf[least]; least > 0 && classes + classesOf[least - 1] <= most; ) {
      least--;
      classes += classesOf[least];
    }
    int leastCount = least;
    long[] worth = new long[1 << (BITS - 6)];
    for (Piece piece : pieces) {
      piece.forEach(
          (place, count, quoted) -> {
            if (quoted || count >= leastCount) {
              worth[place >>> 6] |= 1L << place;
            }
          });
    }
    return new ExpressionSketch(worth);
  }

  static long spread(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }

  private static int classOf(long hash) {
    return (int) (spread(hash) >>> (Long.SIZE - BITS));
  }

  /** Whether an expression of this hash may be worth counting. */
  boolean lets(long hash) {
    int place = classOf(hash);
    return (worth[place >>> 6] & 1L << place) != 0;
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    for (long bits : worth) {
      out.putLong(bits);
    }
  }

  /** Reads the packed form. */
  public static ExpressionSketch unpack(PackedReader in) {
    long[] worth = new long[1 << (BITS - 6)];
    for (int i = 0; i < worth.length; i++) {
      worth[i] = in.getLong();
    }
    return new ExpressionSketch(worth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExpressionSketch that && Arrays.equals(worth, that.worth);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(worth);
  }

  /** Takes what was counted of one class after another. */
  private interface ClassReceiver {
    void take(int place, int count, boolean quoted);
  }

  /**
   * What was counted of some classes, of each its distance from the one before, and its count with
   * whether one of its texts was quoted.
   */
  private static void read(byte[] counts, int begin, ClassReceiver receiver) {
    PackedReader in = new PackedReader(counts);
    for (int place = begin - 1; in.hasMore(); ) {
      place += in.getCount();
      int packed = in.getCount();
      receiver.take(place, packed >>> 1, (packed & 1) != 0);
    }
  }

  private static void put(PackedWriter out, int distance, int count, boolean quoted) {
    out.putVarint(distance).putVarint((long) count << 1 | (quoted ? 1 : 0));
  }

  /** The frequent classes of one piece. */
  public static final class Piece {
    /** A piece without a frequent class: with any others it makes the sketch of those. */
    public static final Piece NONE = new Piece(0, new byte[0]);

    private final int number;
    private final byte[] counts;

    private Piece(int number, byte[] counts) {
      this.number = number;
      this.counts = counts;
    }

    /**
     * Adds up what several splits counted in a piece.
     *
     * @param minTf how often the texts of a frequent class occur
     */
    public static Piece sum(int number, Iterable<byte[]> counts, long minTf) {
      int[] sums = new int[CLASSES_IN_PIECE];
      boolean[] isQuoted = new boolean[CLASSES_IN_PIECE];
      for (byte[] ofSplit : counts) {
        read(
            ofSplit,
            0,
            (place, count, quoted) -> {
              sums[place] = Math.min(sums[place] + count, MOST_COUNTED);
              isQuoted[place] |= quoted;
            });
      }
      long least = Math.min(minTf, MOST_COUNTED);
      PackedWriter frequent = new PackedWriter();
      int last = -1;
      for (int place = 0; place < sums.length; place++) {
        if (sums[place] >= least) {
          put(frequent, place - last, sums[place], isQuoted[place]);
          last = place;
        }
      }
      return new Piece(number, frequent.toByteArray());
    }

    private void forEach(ClassReceiver receiver) {
      read(counts, number * CLASSES_IN_PIECE, receiver);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Piece that
          && number == that.number
          && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
      return 31 * number + Arrays.hashCode(counts);
    }

    /** Appends the packed form. */
    public void pack(PackedWriter out) {
      out.putVarint(number).putBytes(counts);
    }

    /** Reads the packed form. */
    public static Piece unpack(PackedReader in) {
      return new Piece(in.getCount(), in.getBytes());
    }
  }

  /** Counts the classes of one split. For one thread. */
  public static final class Builder {
    private final char[] counts = new char[1 << BITS];
    private final long[] quotedBits = new long[1 << (BITS - 6)];

    /** Counted many at a time, for then one does not wait for the memory of the other. */
    private final int[] waiting = new int[1 << 12];

    private int waitingCount;

    /** Takes what was counted of a piece, packed. */
    public interface Receiver {
      void piece(int number, byte[] counts);
    }

    void add(long hash, boolean quoted) {
      int place = classOf(hash);
      waiting[waitingCount++] = place;
      if (waitingCount == waiting.length) {
        countWaiting();
      }
      if (quoted) {
        quotedBits[place >>> 6] |= 1L << place;
      }
    }

    private void countWaiting() {
      for (int i = 0; i < waitingCount; i++) {
        int place = waiting[i];
        if (counts[place] < MOST_COUNTED) {
          counts[place]++;
        }
      }
      waitingCount = 0;
    }

    /** Passes on what was counted, and forgets it. */
    public void deal(Receiver receiver) {
      countWaiting();
      PackedWriter packed = new PackedWriter();
      for (int piece = 0; piece < PIECES; piece++) {
        int begin = piece * CLASSES_IN_PIECE;
        int last = begin - 1;
        packed.clear();
        for (int place = begin; place < begin + CLASSES_IN_PIECE; place++) {
          if (counts[place] != 0) {
            boolean quoted = (quotedBits[place >>> 6] & 1L << place) != 0;
            put(packed, place - last, counts[place], quoted);
            last = place;
          }
        }
        if (packed.size() > 0) {
          receiver.piece(piece, packed.toByteArray());
        }
      }
      Arrays.fill(counts, '\0');
      Arrays.fill(quotedBits, 0);
    }
  }
}
