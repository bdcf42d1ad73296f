package org.zhengyu.transforms.packed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;

/**
 * The coder of a type that packs itself. A type declares one as a subclass without state, so that
 * two coders of the type are equal and the encoding is fixed by its code alone.
 *
 * @param <T> the type, whose {@code equals} compares what is packed
 */
public abstract class PackedCoder<T> extends CustomCoder<T> {
  private static final long serialVersionUID = 1L;

  /** Appends the value's packed form. */
  protected abstract void pack(T value, PackedWriter out);

  /** The value from its packed form. */
  protected abstract T unpack(PackedReader in);

  @Override
  public final void encode(T value, OutputStream out) throws IOException {
    PackedWriter packed = new PackedWriter();
    pack(value, packed);
    ByteArrayCoder.of().encode(packed.toByteArray(), out);
  }

  @Override
  public final T decode(InputStream in) throws IOException {
    return unpack(new PackedReader(ByteArrayCoder.of().decode(in)));
  }

  @Override
  public final void verifyDeterministic() {
    // What a value packs depends on nothing but the value.
  }

  @Override
  public final boolean consistentWithEquals() {
    return true;
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof PackedCoder<?> that && getClass().equals(that.getClass());
  }

  @Override
  public final int hashCode() {
    return getClass().hashCode();
  }
}
