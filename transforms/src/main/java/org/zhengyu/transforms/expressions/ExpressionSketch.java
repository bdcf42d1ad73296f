package org.zhengyu.transforms.expressions;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Which expressions may be frequent: one bit for each of 2<sup>{@value #BITS}</sup> classes of
 * texts, set where all texts of the class together occur as often as one must. So no frequent
 * expression is ever denied, and most rare ones are, in memory that does not grow with the corpus.
 */
public final class ExpressionSketch {
  private static final int BITS = 24;

  /** How many pieces it is summed in: none of them is a large element. */
  private static final int PIECES = 64;

  /** Up to which number a class is counted: what occurs as often may be frequent. */
  private static final int MOST_COUNTED = 100;

  private static final int CLASSES_IN_PIECE = (1 << BITS) / PIECES;
  private static final int WORDS_IN_PIECE = CLASSES_IN_PIECE / Long.SIZE;

  private final long[] frequent;

  private ExpressionSketch(long[] frequent) {
    this.frequent = frequent;
  }

  /** The sketch of all pieces that have a bit, in any order. */
  public static ExpressionSketch of(Iterable<Piece> pieces) {
    long[] frequent = new long[PIECES * WORDS_IN_PIECE];
    for (Piece piece : pieces) {
      int first = piece.number * WORDS_IN_PIECE;
      for (int i = 0; i < WORDS_IN_PIECE; i++) {
        frequent[first + i] |= piece.frequent[i];
      }
    }
    return new ExpressionSketch(frequent);
  }

  static long spread(long hash) {
    long mixed = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }

  private static int classOf(long hash) {
    return (int) (spread(hash) >>> (Long.SIZE - BITS));
  }

  /** Whether an expression of this hash may be frequent. */
  boolean mayBeFrequent(long hash) {
    int number = classOf(hash);
    return (frequent[number >>> 6] & 1L << number) != 0;
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    for (long bits : frequent) {
      out.putLong(bits);
    }
  }

  /** Reads the packed form. */
  public static ExpressionSketch unpack(PackedReader in) {
    long[] frequent = new long[PIECES * WORDS_IN_PIECE];
    for (int i = 0; i < frequent.length; i++) {
      frequent[i] = in.getLong();
    }
    return new ExpressionSketch(frequent);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExpressionSketch that && Arrays.equals(frequent, that.frequent);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(frequent);
  }

  /** The bits of one piece. */
  public static final class Piece {
    /** One in which nothing is frequent. */
    public static final Piece NONE = new Piece(0, new long[WORDS_IN_PIECE]);

    private final int number;
    private final long[] frequent;

    private Piece(int number, long[] frequent) {
      this.number = number;
      this.frequent = frequent;
    }

    /**
     * Adds up what several splits counted in a piece.
     *
     * @param minTf how often a frequent expression occurs
     */
    public static Piece sum(int number, Iterable<byte[]> counts, long minTf) {
      long least = Math.min(minTf, MOST_COUNTED);
      byte[] sums = new byte[CLASSES_IN_PIECE];
      for (byte[] packed : counts) {
        PackedReader in = new PackedReader(packed);
        for (int place = -1; in.hasMore(); ) {
          place += in.getCount();
          sums[place] = (byte) Math.min(sums[place] + in.getByte(), MOST_COUNTED);
        }
      }
      long[] frequent = new long[WORDS_IN_PIECE];
      for (int place = 0; place < sums.length; place++) {
        if (sums[place] >= least) {
          frequent[place >>> 6] |= 1L << place;
        }
      }
      return new Piece(number, frequent);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Piece that
          && number == that.number
          && Arrays.equals(frequent, that.frequent);
    }

    @Override
    public int hashCode() {
      return 31 * number + Arrays.hashCode(frequent);
    }

    /** Appends the packed form. */
    public void pack(PackedWriter out) {
      out.putVarint(number);
      for (long bits : frequent) {
        out.putLong(bits);
      }
    }

    /** Reads the packed form. */
    public static Piece unpack(PackedReader in) {
      int number = in.getCount();
      long[] frequent = new long[WORDS_IN_PIECE];
      for (int i = 0; i < frequent.length; i++) {
        frequent[i] = in.getLong();
      }
      return new Piece(number, frequent);
    }
  }

  /** Counts the classes of one split, up to what makes one frequent. For one thread. */
  public static final class Builder {
    private final byte[] counts = new byte[1 << BITS];

    /** Takes what was counted of a piece, packed. */
    public interface Receiver {
      void piece(int number, byte[] counts);
    }

    void add(long hash) {
      int number = classOf(hash);
      if (counts[number] < MOST_COUNTED) {
        counts[number]++;
      }
    }

    /** Passes on what was counted, and forgets it. */
    public void deal(Receiver receiver) {
      PackedWriter packed = new PackedWriter();
      for (int piece = 0; piece < PIECES; piece++) {
        int begin = piece * CLASSES_IN_PIECE;
        int last = -1;
        packed.clear();
        for (int place = 0; place < CLASSES_IN_PIECE; place++) {
          if (counts[begin + place] != 0) {
            packed.putVarint(place - last).putByte(counts[begin + place]);
            last = place;
          }
        }
        if (packed.size() > 0) {
          receiver.piece(piece, packed.toByteArray());
        }
      }
      Arrays.fill(counts, (byte) 0);
    }
  }
}
