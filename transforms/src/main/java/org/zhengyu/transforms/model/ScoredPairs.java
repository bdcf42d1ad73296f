package org.zhengyu.transforms.model;

import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * The co-occurrences of one bucket with what is needed to score them.
 *
 * @param unit what two terms share to co-occur
 * @param vocabulary the terms, their margins, and the sizes of the corpus
 * @param stripes from {@code term_a}'s number in four bytes to its {@link Stripe}
 */
public record ScoredPairs(ContextUnit unit, Vocabulary vocabulary, SortedRun stripes) {
  /** The coder. */
  public static Coder<ScoredPairs> coder() {
    return PackedCoder.of(ScoredPairs.class, ScoredPairs::pack, ScoredPairs::unpack);
  }

  private void pack(PackedWriter out) {
    out.putEnum(unit);
    vocabulary.pack(out);
    stripes.packInto(out);
  }

  private static ScoredPairs unpack(PackedReader in) {
    return new ScoredPairs(
        in.getEnum(ContextUnit.class), Vocabulary.unpack(in), SortedRun.unpackRest(in));
  }
}
