package org.zhengyu.transforms.packed;

import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * A coder of a type that has one such form, so that coders of the same kind and type are equal.
 * What is encoded depends on nothing but the value.
 *
 * @param <T> the type, whose {@code equals} compares what is encoded
 */
abstract class TypeCoder<T> extends CustomCoder<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;

  TypeCoder(Class<T> type) {
    this.type = type;
  }

  final Class<T> type() {
    return type;
  }

  @Override
  public final void verifyDeterministic() {
    // See above.
  }

  @Override
  public final boolean consistentWithEquals() {
    return true;
  }

  @Override
  public final TypeDescriptor<T> getEncodedTypeDescriptor() {
    return TypeDescriptor.of(type);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof TypeCoder<?> that
        && getClass().equals(that.getClass())
        && type.equals(that.type);
  }

  @Override
  public final int hashCode() {
    return type.hashCode();
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName() + "(" + type.getSimpleName() + ")";
  }
}
