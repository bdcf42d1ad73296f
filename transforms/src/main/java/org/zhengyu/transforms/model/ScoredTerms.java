package org.zhengyu.transforms.model;

import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * All terms of one bucket with what is needed to score them.
 *
 * @param totals of the whole counted corpus
 * @param terms the bucket's terms, each with all its postings
 */
public record ScoredTerms(CorpusTotals totals, TermBlock terms) {
  /** The coder. */
  public static Coder<ScoredTerms> coder() {
    return new ScoredTermsCoder();
  }

  private static final class ScoredTermsCoder extends PackedCoder<ScoredTerms> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(ScoredTerms scored, PackedWriter out) {
      scored.totals.pack(out);
      scored.terms.pack(out);
    }

    @Override
    protected ScoredTerms unpack(PackedReader in) {
      return new ScoredTerms(CorpusTotals.unpack(in), TermBlock.unpack(in));
    }
  }
}
