package org.zhengyu.output;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The bytes of a page while it is put together: little-endian, as Parquet has it. Reusable. */
final class PageBuffer extends OutputStream {

  private byte[] bytes = new byte[1 << 16];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  /** The bytes; only the first {@link #size} count, and only until the next change. */
  byte[] array() {
    return bytes;
  }

  @Override
  public void write(int b) {
    reserve(1);
    bytes[size++] = (byte) b;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    reserve(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Appends an integer of four bytes. */
  void putInt(int value) {
    reserve(Integer.BYTES);
    setInt(size, value);
    size += Integer.BYTES;
  }

  /** Replaces four bytes, which are there already or have been reserved. */
  void setInt(int place, int value) {
    bytes[place] = (byte) value;
    bytes[place + 1] = (byte) (value >> 8);
    bytes[place + 2] = (byte) (value >> 16);
    bytes[place + 3] = (byte) (value >> 24);
  }

  /** Appends numbers of eight bytes. */
  void putLongs(long[] values, int from, int to) {
    int length = (to - from) * Long.BYTES;
    reserve(length);
    // One copy of memory, where a loop would cost as much as all the rest of a page.
    ByteBuffer.wrap(bytes, size, length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asLongBuffer()
        .put(values, from, to - from);
    size += length;
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
    }
  }
}
