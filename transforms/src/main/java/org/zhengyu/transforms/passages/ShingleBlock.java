package org.zhengyu.transforms.passages;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Shingles of some documents of one split, by their hashes in ascending order: whether each stands
 * in several of these documents, and whether always behind the same word.
 */
public final class ShingleBlock {
  /** Stands for the word before a shingle where that is not always the same, or where none is. */
  static final long VARIES = -1;

  private static final int LEFT_BITS = 40;
  private static final int SEVERAL = 1;
  private static final int SAME_LEFT = 2;

  private final long split;
  private final byte[] packed;

  private ShingleBlock(long split, byte[] packed) {
    this.split = split;
    this.packed = packed;
  }

  /** So much of the hash of a word is kept of the word before a shingle. */
  static long left(long hashOfTerm) {
    return hashOfTerm >>> (Long.SIZE - LEFT_BITS);
  }

  /** The split of the documents. */
  long split() {
    return split;
  }

  /** Takes shingles in the order of their hashes. */
  static final class Builder {
    private final PackedWriter packed = new PackedWriter();
    private long last;

    void add(long hash, boolean several, long left) {
      packed.putVarint(hash - last);
      last = hash;
      packed.putByte((several ? SEVERAL : 0) | (left == VARIES ? 0 : SAME_LEFT));
      if (left != VARIES) {
        packed.putInt((int) left).putByte((int) (left >>> Integer.SIZE));
      }
    }

    boolean isEmpty() {
      return packed.size() == 0;
    }

    ShingleBlock build(long split) {
      ShingleBlock block = new ShingleBlock(split, packed.toByteArray());
      packed.clear();
      last = 0;
      return block;
    }
  }

  /** Walks through the shingles. */
  final class Cursor {
    private final PackedReader in = new PackedReader(packed);
    private long hash;
    private boolean several;
    private long left;

    /** Steps to the next shingle; false at the end. */
    boolean next() {
      if (!in.hasMore()) {
        return false;
      }
      hash += in.getVarint();
      int flags = in.getByte();
      several = (flags & SEVERAL) != 0;
      left = VARIES;
      if ((flags & SAME_LEFT) != 0) {
        left = Integer.toUnsignedLong(in.getInt());
        left |= (long) in.getByte() << Integer.SIZE;
      }
      return true;
    }

    long hash() {
      return hash;
    }

    boolean isInSeveral() {
      return several;
    }

    long left() {
      return left;
    }

    long split() {
      return split;
    }
  }

  Cursor cursor() {
    return new Cursor();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ShingleBlock that
        && split == that.split
        && Arrays.equals(packed, that.packed);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(split) + Arrays.hashCode(packed);
  }

  /** How many bytes it has packed. */
  public int size() {
    return Long.BYTES + packed.length;
  }

  /** Appends the block as the last part of a packed element. */
  public void pack(PackedWriter out) {
    out.putLong(split).putRaw(packed, 0, packed.length);
  }

  /** Reads a block that is the last part of a packed element. */
  public static ShingleBlock unpack(PackedReader in) {
    return new ShingleBlock(in.getLong(), in.rest());
  }
}
