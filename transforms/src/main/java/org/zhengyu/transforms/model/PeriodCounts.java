package org.zhengyu.transforms.model;

import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * The terms of one bucket by period.
 *
 * @param periods the periods that have documents
 * @param terms from the term in UTF-8 to its packed {@link GroupCounts} by period
 */
public record PeriodCounts(FacetTotals periods, SortedRun terms) {
  /** The coder. */
  public static Coder<PeriodCounts> coder() {
    return new PeriodCountsCoder();
  }

  private static final class PeriodCountsCoder extends PackedCoder<PeriodCounts> {
    private static final long serialVersionUID = 1L;

    @Override
    protected void pack(PeriodCounts counts, PackedWriter out) {
      counts.periods.pack(out);
      counts.terms.packInto(out);
    }

    @Override
    protected PeriodCounts unpack(PackedReader in) {
      return new PeriodCounts(FacetTotals.unpack(in), SortedRun.unpackRest(in));
    }
  }
}
