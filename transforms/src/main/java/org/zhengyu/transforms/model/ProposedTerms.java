package org.zhengyu.transforms.model;

import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * What one bucket of terms proposes for the vocabulary, as runs from the term in UTF-8 to the
 * packed {@link Vocabulary.Member}.
 *
 * @param totals the sizes of the counted corpus
 * @param phrases all phrases that occur
 * @param contentTerms the most frequent content terms
 */
public record ProposedTerms(CorpusTotals totals, SortedRun phrases, SortedRun contentTerms) {
  /** What nobody counted: it proposes nothing. */
  public static final ProposedTerms NONE =
      new ProposedTerms(CorpusTotals.NONE, SortedRun.EMPTY, SortedRun.EMPTY);

  /** The coder. */
  public static Coder<ProposedTerms> coder() {
    return PackedCoder.of(ProposedTerms.class, ProposedTerms::pack, ProposedTerms::unpack);
  }

  private void pack(PackedWriter out) {
    totals.pack(out);
    phrases.pack(out);
    contentTerms.packInto(out);
  }

  private static ProposedTerms unpack(PackedReader in) {
    return new ProposedTerms(
        CorpusTotals.unpack(in), SortedRun.unpack(in), SortedRun.unpackRest(in));
  }
}
