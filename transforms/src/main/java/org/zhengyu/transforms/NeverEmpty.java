package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;

/**
 * Adds one element that changes nothing of what all are combined into. What a side input is made of
 * goes through here, for two empty side inputs in a row can make the local runner stand still: the
 * second is known to be empty only after a function that waited for the first has ended, and when
 * that function puts out nothing, the runner does not look again.
 */
final class NeverEmpty<T> extends PTransform<PCollection<T>, PCollection<T>> {
  private static final long serialVersionUID = 1L;

  private final T neutral;

  private NeverEmpty(T neutral) {
    this.neutral = neutral;
  }

  /** Adds this element. */
  static <T> NeverEmpty<T> with(T neutral) {
    return new NeverEmpty<>(neutral);
  }

  @Override
  public PCollection<T> expand(PCollection<T> elements) {
    PCollection<T> one =
        elements.getPipeline().apply("Neutral", Create.of(neutral).withCoder(elements.getCoder()));
    return PCollectionList.of(elements).and(one).apply("Both", Flatten.pCollections());
  }
}
