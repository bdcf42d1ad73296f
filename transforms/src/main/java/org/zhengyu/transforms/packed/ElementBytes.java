package org.zhengyu.transforms.packed;

import com.github.luben.zstd.Zstd;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.beam.sdk.util.VarInt;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The bytes of an element, which an engine stores far more often than anybody reads them. They are
 * compressed when the element is first encoded, once however often that is, and where it is decoded
 * they stay so until they are asked for. An engine that encodes nothing has nothing compressed.
 */
public final class ElementBytes {
  private static final int LEVEL = 3;

  /** Fewer bytes are stored as they are. */
  private static final int LEAST = 512;

  private final int length;
  private final byte @Nullable [] plain;

  /** What is encoded, compressed if it is shorter than the bytes; none before it is asked for. */
  private volatile byte @Nullable [] stored;

  private ElementBytes(int length, byte @Nullable [] plain, byte @Nullable [] stored) {
    this.length = length;
    this.plain = plain;
    this.stored = stored;
  }

  /** An element of these bytes, which are not to be changed. */
  public static ElementBytes of(byte[] bytes) {
    return new ElementBytes(bytes.length, bytes, /* stored= */ null);
  }

  /** How many they are, not compressed. */
  public int length() {
    return length;
  }

  /** The bytes, not to be changed; behind a shuffle they are made anew at each call. */
  public byte[] get() {
    if (plain != null) {
      return plain;
    }
    return stored.length < length ? Zstd.decompress(stored, length) : stored;
  }

  /** Writes them behind their length. */
  public void encode(OutputStream out) throws IOException {
    byte[] encoded = stored;
    if (encoded == null) {
      encoded = compressed(plain);
      stored = encoded;
    }
    VarInt.encode(length, out);
    VarInt.encode(encoded.length, out);
    out.write(encoded);
  }

  /** Reads what was written. */
  public static ElementBytes decode(InputStream in) throws IOException {
    int length = VarInt.decodeInt(in);
    byte[] stored = new byte[VarInt.decodeInt(in)];
    new DataInputStream(in).readFully(stored);
    return new ElementBytes(length, /* plain= */ null, stored);
  }

  private static byte[] compressed(byte[] bytes) {
    if (bytes.length < LEAST) {
      return bytes;
    }
    byte[] compressed = Zstd.compress(bytes, LEVEL);
    return compressed.length < bytes.length ? compressed : bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ElementBytes that
        && length == that.length
        && Arrays.equals(get(), that.get());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(get());
  }
}
