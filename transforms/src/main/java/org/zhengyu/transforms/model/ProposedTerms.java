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
  /** The coder. */
  public static Coder<ProposedTerms> coder() {
    return new ProposedTermsCoder();
  }

  private static final class ProposedTermsCoder extends PackedCoder<ProposedTerms> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(ProposedTerms proposed, PackedWriter out) {
      proposed.totals.pack(out);
      proposed.phrases.pack(out);
      proposed.contentTerms.packInto(out);
    }

    @Override
    protected ProposedTerms unpack(PackedReader in) {
      return new ProposedTerms(
          CorpusTotals.unpack(in), SortedRun.unpack(in), SortedRun.unpackRest(in));
    }
  }
}
