package org.zhengyu.transforms.expressions;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/** What is counted of one expression that is looked at closely; of a part only its occurrences. */
final class CandidateCounts {
  long tf;
  long df;
  long quoted;

  /** Of the sentences, see {@link DifferentSentences}. */
  long sentences;

  final NeighbourCounts.Sum left = new NeighbourCounts.Sum();
  final NeighbourCounts.Sum right = new NeighbourCounts.Sum();
  @Nullable FirstDocuments first;
  @Nullable Example example;

  /** Appends what one split counted of an expression; its neighbours follow. */
  static void pack(
      PackedWriter out,
      long tf,
      long df,
      long quoted,
      long sentences,
      @Nullable FirstDocuments first,
      @Nullable Example example) {
    out.putVarint(tf)
        .putVarint(df)
        .putVarint(quoted)
        .putLong(sentences)
        .putNullable(first, FirstDocuments::pack)
        .putNullable(example, Example::pack);
  }

  /** Adds what another split counted, and its neighbours on the left and on the right. */
  void addPacked(PackedReader in) {
    tf += in.getVarint();
    df += in.getVarint();
    quoted += in.getVarint();
    sentences |= in.getLong();
    first = FirstDocuments.ofBoth(first, in.getNullable(FirstDocuments::unpack));
    example = Example.earlier(example, in.getNullable(Example::unpack));
    if (in.hasMore()) {
      left.addPacked(in);
      right.addPacked(in);
    }
  }
}
