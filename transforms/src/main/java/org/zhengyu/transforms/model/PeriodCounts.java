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
    return PackedCoder.of(PeriodCounts.class, PeriodCounts::pack, PeriodCounts::unpack);
  }

  private void pack(PackedWriter out) {
    periods.pack(out);
    terms.packInto(out);
  }

  private static PeriodCounts unpack(PackedReader in) {
    return new PeriodCounts(FacetTotals.unpack(in), SortedRun.unpackRest(in));
  }
}
