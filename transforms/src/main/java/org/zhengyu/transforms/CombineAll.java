package org.zhengyu.transforms;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Combines all elements into one; without any, the one result is the identity.
 *
 * <p>So does {@link Combine#globally}, but by a side input that tells whether there was an element,
 * and the local runner asks for a side input without end until it is there.
 */
final class CombineAll<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final Combine.BinaryCombineFn<T> fn;
  private final Coder<T> coder;

  private CombineAll(Combine.BinaryCombineFn<T> fn, Coder<T> coder) {
    this.fn = fn;
    this.coder = coder;
  }

  /** Combines by a function that has an identity. */
  static <T> CombineAll<T> by(Combine.BinaryCombineFn<T> fn, Coder<T> coder) {
    return new CombineAll<>(fn, coder);
  }

  @Override
  public PCollection<T> expand(PCollection<T> elements) {
    PCollection<T> identity =
        elements.getPipeline().apply("Identity", Create.of(fn.identity()).withCoder(coder));
    return PCollectionList.of(elements)
        .and(identity)
        .apply("AtLeastIdentity", Flatten.pCollections())
        .apply("Combine", Combine.globally(fn).withoutDefaults())
        .setCoder(coder);
  }
}
