package org.zhengyu.transforms.packed;

import java.util.Arrays;

/** Walks through the entries of a {@link SortedRun} in their order, without copying. */
public final class SortedRunCursor {
  private final byte[] bytes;
  private final PackedReader next;
  private final PackedReader value = new PackedReader(new byte[0]);
  private int keyOffset;
  private int keyLength;
  private int valueOffset;
  private int valueLength;

  SortedRunCursor(byte[] bytes) {
    this.bytes = bytes;
    this.next = new PackedReader(bytes);
  }

  /** Steps to the next entry; false when there is none. */
  public boolean next() {
    if (!next.hasMore()) {
      return false;
    }
    keyLength = next.getCount();
    keyOffset = next.position();
    next.skip(keyLength);
    valueLength = next.getCount();
    valueOffset = next.position();
    next.skip(valueLength);
    return true;
  }

  /** A copy of the key. */
  public byte[] key() {
    return Arrays.copyOfRange(bytes, keyOffset, keyOffset + keyLength);
  }

  /** A reader of the key. */
  public PackedReader keyReader() {
    return new PackedReader(bytes, keyOffset, keyLength);
  }

  /** A reader of the value, valid until the next step. */
  public PackedReader value() {
    value.reset(bytes, valueOffset, valueLength);
    return value;
  }

  void copyTo(SortedRunBuilder builder) {
    builder.add(bytes, keyOffset, keyLength, bytes, valueOffset, valueLength);
  }

  boolean hasKey(byte[] key) {
    return Arrays.equals(bytes, keyOffset, keyOffset + keyLength, key, 0, key.length);
  }

  /** By key, then by value, so that a merge does not depend on the order of its runs. */
  int compareTo(SortedRunCursor other) {
    int byKey =
        Arrays.compareUnsigned(
            bytes,
            keyOffset,
            keyOffset + keyLength,
            other.bytes,
            other.keyOffset,
            other.keyOffset + other.keyLength);
    return byKey != 0
        ? byKey
        : Arrays.compareUnsigned(
            bytes,
            valueOffset,
            valueOffset + valueLength,
            other.bytes,
            other.valueOffset,
            other.valueOffset + other.valueLength);
  }
}
