package org.zhengyu.transforms.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A growing array of bytes with the few encodings that packed elements are made of. Reusable after
 * {@link #clear()}; not thread-safe.
 */
public final class PackedWriter {
  private static final long MAX_ARRAY = Integer.MAX_VALUE - 16L;

  /** The room that a cleared writer keeps at most: one large document must not stay for ever. */
  private static final int MOST_KEPT = 1 << 22;

  private byte[] bytes;
  private int size;

  /** An empty writer. */
  public PackedWriter() {
    this(256);
  }

  /**
   * An empty writer.
   *
   * @param capacity the number of bytes to make room for
   */
  public PackedWriter(int capacity) {
    bytes = new byte[capacity];
  }

  /** Forgets what was written and keeps the room, unless it is a great deal. */
  public void clear() {
    size = 0;
    if (bytes.length > MOST_KEPT) {
      bytes = new byte[MOST_KEPT];
    }
  }

  /** The number of bytes written. */
  public int size() {
    return size;
  }

  /** The bytes themselves, valid up to {@link #size()} and until the next write. */
  public byte[] array() {
    return bytes;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  /** One byte. */
  public PackedWriter putByte(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** A number that is mostly small and never negative: seven bits a byte, low bits first. */
  public PackedWriter putVarint(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("a packed count is negative: " + value);
    }
    ensure(9);
    long rest = value;
    while (rest > 0x7F) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** A number of 64 bits, high byte first, so that the order of bytes is the order of numbers. */
  public PackedWriter putLong(long value) {
    ensure(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** A number of 32 bits, high byte first, so that the order of bytes is the order of numbers. */
  public PackedWriter putInt(int value) {
    ensure(4);
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** A slice of bytes as it is, without its length. */
  public PackedWriter putRaw(byte[] source, int offset, int length) {
    ensure(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
    return this;
  }

  /** A slice of bytes behind its length. */
  public PackedWriter putBytes(byte[] source, int offset, int length) {
    putVarint(length);
    return putRaw(source, offset, length);
  }

  /** Bytes behind their length. */
  public PackedWriter putBytes(byte[] source) {
    return putBytes(source, 0, source.length);
  }

  /** A text in UTF-8 behind its length in bytes. */
  public PackedWriter putString(String value) {
    return putBytes(value.getBytes(UTF_8));
  }

  /** A yes or no, in one byte. */
  public PackedWriter putBoolean(boolean value) {
    return putByte(value ? 1 : 0);
  }

  /** A floating-point number by its bits; one is as good as another where it is not a number. */
  public PackedWriter putDouble(double value) {
    return putLong(Double.doubleToLongBits(value));
  }

  /** A day, by its distance from 1 January 1970. */
  public PackedWriter putDay(LocalDate day) {
    return putLong(day.toEpochDay());
  }

  /** A constant of an enum, by its place in that, in one byte. */
  @SuppressWarnings("EnumOrdinal") // Packed bytes outlive no version of the enum.
  public PackedWriter putEnum(Enum<?> value) {
    return putByte(value.ordinal());
  }

  /** Values behind their number. */
  public <T> PackedWriter putList(List<T> values, BiConsumer<? super T, PackedWriter> put) {
    putVarint(values.size());
    values.forEach(value -> put.accept(value, this));
    return this;
  }

  /** A value, or nothing: told apart by one byte. */
  public <T> PackedWriter putNullable(@Nullable T value, BiConsumer<? super T, PackedWriter> put) {
    putBoolean(value != null);
    if (value != null) {
      put.accept(value, this);
    }
    return this;
  }

  /** A text, or nothing. */
  public PackedWriter putNullable(@Nullable String value) {
    return putNullable(value, (text, out) -> out.putString(text));
  }

  private void ensure(int more) {
    int needed = Math.addExact(size, more);
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(needed, Math.min(bytes.length * 2L, MAX_ARRAY)));
    }
  }
}
