package org.zhengyu.transforms.expressions;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Adds up what the splits counted of the expressions of one bucket, one at a time, and keeps of the
 * words beside each only their entropies.
 */
public final class CandidateMerge {
  private CandidateMerge() {}

  /** From a number to a packed {@link Measured}. */
  public static SortedRun merge(Iterable<SortedRun> runs) {
    SortedRunBuilder merged = new SortedRunBuilder();
    PackedWriter value = new PackedWriter();
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      CandidateCounts counts = new CandidateCounts();
      while (merge.nextValue()) {
        counts.addPacked(merge.value());
      }
      value.clear();
      Measured.of(counts).pack(value);
      merged.add(merge.key(), value);
    }
    return merged.build();
  }

  /**
   * What an expression was found to be.
   *
   * @param sentences of what stands around it, see {@link DifferentSentences}
   * @param leftEntropy of the words before it, see {@code NewWords.entropy}
   * @param first the documents that may be the first with it; null where no date is known, and of a
   *     part
   * @param example a place in one that begins first; null of a part
   */
  record Measured(
      long tf,
      long df,
      long quoted,
      long sentences,
      double leftEntropy,
      double rightEntropy,
      @Nullable FirstDocuments first,
      Example example) {
    static Measured of(CandidateCounts counts) {
      return new Measured(
          counts.tf,
          counts.df,
          counts.quoted,
          counts.sentences,
          counts.left.entropy(),
          counts.right.entropy(),
          counts.first,
          counts.example);
    }

    void pack(PackedWriter out) {
      out.putVarint(tf)
          .putVarint(df)
          .putVarint(quoted)
          .putLong(sentences)
          .putDouble(leftEntropy)
          .putDouble(rightEntropy)
          .putNullable(first, FirstDocuments::pack)
          .putNullable(example, Example::pack);
    }

    static Measured unpack(PackedReader in) {
      return new Measured(
          in.getVarint(),
          in.getVarint(),
          in.getVarint(),
          in.getLong(),
          in.getDouble(),
          in.getDouble(),
          in.getNullable(FirstDocuments::unpack),
          in.getNullable(Example::unpack));
    }
  }
}
