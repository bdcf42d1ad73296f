package org.zhengyu.transforms.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Reads what a {@link PackedWriter} wrote, in the same order. Reading past the end throws {@link
 * IllegalStateException}: packed bytes are ours alone, so it can only be a defect.
 */
public final class PackedReader {
  /** The constants of enums, of which each call of {@code values()} would make a copy. */
  private static final ClassValue<Object[]> CONSTANTS =
      new ClassValue<>() {
        @Override
        protected Object[] computeValue(Class<?> type) {
          return type.getEnumConstants();
        }
      };

  private byte[] bytes;
  private int position;
  private int end;

  /** A reader of a whole array. */
  public PackedReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  /** A reader of a slice. */
  public PackedReader(byte[] bytes, int offset, int length) {
    reset(bytes, offset, length);
  }

  /** Turns to another slice. */
  public void reset(byte[] source, int offset, int length) {
    bytes = source;
    position = offset;
    end = offset + length;
  }

  /** Whether anything is left. */
  public boolean hasMore() {
    return position < end;
  }

  /** The number of bytes left. */
  public int remaining() {
    return end - position;
  }

  /** The index of the next byte in {@link #array()}. */
  public int position() {
    return position;
  }

  /** The array that is read. */
  public byte[] array() {
    return bytes;
  }

  /** Passes over bytes. */
  public void skip(int count) {
    need(count);
    position += count;
  }

  /** See {@link PackedWriter#putByte}. */
  public int getByte() {
    need(1);
    return bytes[position++] & 0xFF;
  }

  /** See {@link PackedWriter#putVarint}. */
  public long getVarint() {
    // Most are small, and this is read for every token and pair.
    if (position < end && bytes[position] >= 0) {
      return bytes[position++];
    }
    return getLongVarint();
  }

  private long getLongVarint() {
    long value = 0;
    int shift = 0;
    while (true) {
      need(1);
      byte next = bytes[position++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  /** A {@link PackedWriter#putVarint} that is known to fit an {@code int}. */
  public int getCount() {
    return Math.toIntExact(getVarint());
  }

  /** See {@link PackedWriter#putLong}. */
  public long getLong() {
    need(8);
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[position++] & 0xFFL);
    }
    return value;
  }

  /** See {@link PackedWriter#putInt}. */
  public int getInt() {
    need(4);
    int value = 0;
    for (int i = 0; i < 4; i++) {
      value = (value << 8) | (bytes[position++] & 0xFF);
    }
    return value;
  }

  /** See {@link PackedWriter#putBytes(byte[])}. */
  public byte[] getBytes() {
    int length = getCount();
    need(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /** A copy of everything that is left. */
  public byte[] rest() {
    int from = position;
    position = end;
    return Arrays.copyOfRange(bytes, from, end);
  }

  /** See {@link PackedWriter#putString}. */
  public String getString() {
    int length = getCount();
    need(length);
    position += length;
    return new String(bytes, position - length, length, UTF_8);
  }

  /** See {@link PackedWriter#putBoolean}. */
  public boolean getBoolean() {
    return getByte() != 0;
  }

  /** See {@link PackedWriter#putDouble}. */
  public double getDouble() {
    return Double.longBitsToDouble(getLong());
  }

  /** See {@link PackedWriter#putDay}. */
  public LocalDate getDay() {
    return LocalDate.ofEpochDay(getLong());
  }

  /** See {@link PackedWriter#putEnum}. */
  public <E extends Enum<E>> E getEnum(Class<E> type) {
    return type.cast(CONSTANTS.get(type)[getByte()]);
  }

  /** See {@link PackedWriter#putList}. */
  public <T> List<T> getList(Function<PackedReader, T> get) {
    int count = getCount();
    List<T> values = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      values.add(get.apply(this));
    }
    return values;
  }

  /** See {@link PackedWriter#putNullable(Object, BiConsumer)}. */
  public <T> @Nullable T getNullable(Function<PackedReader, T> get) {
    return getBoolean() ? get.apply(this) : null;
  }

  /** See {@link PackedWriter#putNullable(String)}. */
  public @Nullable String getNullable() {
    return getNullable(PackedReader::getString);
  }

  private void need(int count) {
    if (count < 0 || end - position < count) {
      throw new IllegalStateException(
          "packed bytes end at " + end + ", wanted " + count + " more at " + position);
    }
  }
}
