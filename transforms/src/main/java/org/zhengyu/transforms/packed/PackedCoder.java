package org.zhengyu.transforms.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.util.VarInt;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The coder of a type that packs itself.
 *
 * @param <T> the type, whose {@code equals} compares what is packed
 */
public final class PackedCoder<T> extends TypeCoder<T> {
  private static final long serialVersionUID = 1L;

  /** Appends the packed form of a value. */
  @FunctionalInterface
  public interface Pack<T> extends Serializable {
    /** Packs. */
    void pack(T value, PackedWriter out);
  }

  /** Reads the packed form of a value. */
  @FunctionalInterface
  public interface Unpack<T> extends Serializable {
    /** Unpacks. */
    T unpack(PackedReader in);
  }

  /** How long the packed form of a value is, told without packing it. */
  @FunctionalInterface
  public interface PackedSize<T> extends Serializable {
    /** Gives the length in bytes. */
    int of(T value);
  }

  private final Pack<T> pack;
  private final Unpack<T> unpack;
  private final @Nullable PackedSize<T> size;

  private PackedCoder(Class<T> type, Pack<T> pack, Unpack<T> unpack, @Nullable PackedSize<T> size) {
    super(type);
    this.pack = pack;
    this.unpack = unpack;
    this.size = size;
  }

  /**
   * The coder of a type.
   *
   * @param pack what packs a value; it depends on nothing but the value
   * @param unpack what reads back all that was packed
   */
  public static <T> PackedCoder<T> of(Class<T> type, Pack<T> pack, Unpack<T> unpack) {
    return new PackedCoder<>(type, pack, unpack, null);
  }

  /** The same for a type whose values know how long they are, which a runner may ask of many. */
  public PackedCoder<T> withSize(PackedSize<T> known) {
    return new PackedCoder<>(type(), pack, unpack, known);
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    PackedWriter packed = size == null ? new PackedWriter() : new PackedWriter(size.of(value));
    pack.pack(value, packed);
    VarInt.encode(packed.size(), out);
    out.write(packed.array(), 0, packed.size());
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return unpack.unpack(new PackedReader(ByteArrayCoder.of().decode(in)));
  }

  @Override
  public boolean isRegisterByteSizeObserverCheap(T value) {
    return size != null;
  }

  @Override
  protected long getEncodedElementByteSize(T value) throws Exception {
    if (size == null) {
      return super.getEncodedElementByteSize(value);
    }
    int bytes = size.of(value);
    return (long) VarInt.getLength(bytes) + bytes;
  }
}
