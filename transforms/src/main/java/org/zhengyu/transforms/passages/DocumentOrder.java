package org.zhengyu.transforms.passages;

import java.util.Comparator;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The place of a document in the order in which originals are looked for: whose date ends first is
 * first, and of those with equal ends, or without a date, which come last, the first in the input.
 * So whatever is certainly earlier comes before. Packed it takes {@value #BYTES} bytes, whose order
 * is this one.
 *
 * @param lastDay the last day of its date, by its distance from 1 January 1970
 * @param key its place in the input
 */
record DocumentOrder(long lastDay, long key) implements Comparable<DocumentOrder> {
  static final int BYTES = 2 * Long.BYTES;

  private static final Comparator<DocumentOrder> ORDER =
      Comparator.comparingLong(DocumentOrder::lastDay).thenComparingLong(DocumentOrder::key);

  /** The place of a document; its date is null where it is not known. */
  static DocumentOrder of(@Nullable KnownDate date, long key) {
    return new DocumentOrder(date == null ? Long.MAX_VALUE : date.last().toEpochDay(), key);
  }

  @Override
  public int compareTo(DocumentOrder other) {
    return ORDER.compare(this, other);
  }

  PackedWriter pack(PackedWriter out) {
    return out.putLong(lastDay ^ Long.MIN_VALUE).putLong(key);
  }

  static DocumentOrder unpack(PackedReader in) {
    return new DocumentOrder(in.getLong() ^ Long.MIN_VALUE, in.getLong());
  }
}
