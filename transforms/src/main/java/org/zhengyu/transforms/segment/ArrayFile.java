package org.zhengyu.transforms.segment;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * Arrays of numbers in a file, to be read in the order in which they were written: behind a key,
 * each as its length and its values, and at the end a sum over all that.
 */
final class ArrayFile {
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private ArrayFile() {}

  /** Writes arrays. The file is complete once this is closed. */
  static final class Writer implements Closeable {
    private final CheckedOutputStream out;
    private final WritableByteChannel channel;

    /**
     * Begins a file.
     *
     * @param key what a reader must know
     */
    Writer(Path file, long key) throws IOException {
      out =
          new CheckedOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file)), new CRC32());
      channel = Channels.newChannel(out);
      write(bytes(Long.BYTES).putLong(key).flip());
    }

    void ints(int... values) throws IOException {
      ByteBuffer bytes = begin(values.length, Integer.BYTES);
      bytes.asIntBuffer().put(values);
      write(bytes);
    }

    void longs(long... values) throws IOException {
      ByteBuffer bytes = begin(values.length, Long.BYTES);
      bytes.asLongBuffer().put(values);
      write(bytes);
    }

    void floats(float... values) throws IOException {
      ByteBuffer bytes = begin(values.length, Float.BYTES);
      bytes.asFloatBuffer().put(values);
      write(bytes);
    }

    void doubles(double... values) throws IOException {
      ByteBuffer bytes = begin(values.length, Double.BYTES);
      bytes.asDoubleBuffer().put(values);
      write(bytes);
    }

    void bytes(byte... values) throws IOException {
      write(begin(values.length, 1).put(values).flip());
    }

    /** Writes the length of an array, and makes room for its values. */
    private ByteBuffer begin(int length, int width) throws IOException {
      write(bytes(Integer.BYTES).putInt(length).flip());
      return bytes(length * width);
    }

    private static ByteBuffer bytes(int size) {
      return ByteBuffer.allocate(size).order(ORDER);
    }

    private void write(ByteBuffer bytes) throws IOException {
      channel.write(bytes);
    }

    @Override
    public void close() throws IOException {
      write(bytes(Long.BYTES).putLong(out.getChecksum().getValue()).flip());
      channel.close();
    }
  }

  /** Reads the arrays of a file. */
  static final class Reader {
    private final ByteBuffer bytes;

    private Reader(ByteBuffer bytes) {
      this.bytes = bytes;
    }

    /** A reader, or none if the file has another key or is not as it was written. */
    static Optional<Reader> open(Path file, long key) throws IOException {
      try (FileChannel channel = FileChannel.open(file)) {
        MappedByteBuffer bytes = channel.map(MapMode.READ_ONLY, 0, channel.size());
        bytes.order(ORDER);
        int end = bytes.limit() - Long.BYTES;
        if (end < Long.BYTES || bytes.getLong(0) != key) {
          return Optional.empty();
        }
        CRC32 sum = new CRC32();
        sum.update(bytes.slice(0, end));
        return sum.getValue() == bytes.getLong(end)
            ? Optional.of(new Reader(bytes.position(Long.BYTES)))
            : Optional.empty();
      }
    }

    int[] ints() {
      int[] values = new int[bytes.getInt()];
      bytes.asIntBuffer().get(values);
      skip(values.length, Integer.BYTES);
      return values;
    }

    long[] longs() {
      long[] values = new long[bytes.getInt()];
      bytes.asLongBuffer().get(values);
      skip(values.length, Long.BYTES);
      return values;
    }

    float[] floats() {
      float[] values = new float[bytes.getInt()];
      bytes.asFloatBuffer().get(values);
      skip(values.length, Float.BYTES);
      return values;
    }

    double[] doubles() {
      double[] values = new double[bytes.getInt()];
      bytes.asDoubleBuffer().get(values);
      skip(values.length, Double.BYTES);
      return values;
    }

    byte[] bytes() {
      byte[] values = new byte[bytes.getInt()];
      bytes.get(values);
      return values;
    }

    private void skip(int length, int width) {
      bytes.position(bytes.position() + length * width);
    }
  }
}
