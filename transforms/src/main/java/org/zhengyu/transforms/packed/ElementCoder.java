package org.zhengyu.transforms.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;

/**
 * The coder of a large element, which is its {@link ElementBytes}. The same bytes are compressed to
 * the same.
 *
 * @param <T> the type, whose {@code equals} compares the bytes
 */
public final class ElementCoder<T> extends TypeCoder<T> {
  private static final long serialVersionUID = 1L;

  /** The bytes of an element, the same object at each call if it is to be compressed but once. */
  @FunctionalInterface
  public interface ToBytes<T> extends Serializable {
    /** The bytes. */
    ElementBytes of(T element);
  }

  /** The element of bytes. */
  @FunctionalInterface
  public interface OfBytes<T> extends Serializable {
    /** The element. */
    T of(ElementBytes bytes);
  }

  /** About how many bytes an element has, told without looking into it or compressing it. */
  @FunctionalInterface
  public interface Length<T> extends Serializable {
    /** The length in bytes. */
    long of(T element);
  }

  private final Length<T> length;
  private final ToBytes<T> toBytes;
  private final OfBytes<T> ofBytes;

  private ElementCoder(Class<T> type, Length<T> length, ToBytes<T> toBytes, OfBytes<T> ofBytes) {
    super(type);
    this.length = length;
    this.toBytes = toBytes;
    this.ofBytes = ofBytes;
  }

  /** The coder of a type. */
  public static <T> ElementCoder<T> of(
      Class<T> type, Length<T> length, ToBytes<T> toBytes, OfBytes<T> ofBytes) {
    return new ElementCoder<>(type, length, toBytes, ofBytes);
  }

  @Override
  public boolean isRegisterByteSizeObserverCheap(T element) {
    return true;
  }

  /** What is not compressed yet is not compressed for this. */
  @Override
  protected long getEncodedElementByteSize(T element) {
    return length.of(element);
  }

  @Override
  public void encode(T element, OutputStream out) throws IOException {
    toBytes.of(element).encode(out);
  }

  @Override
  public T decode(InputStream in) throws IOException {
    return ofBytes.of(ElementBytes.decode(in));
  }
}
