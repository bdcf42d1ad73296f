package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.KeynessCounts;

/**
 * A term in one group of documents against those it is compared with.
 *
 * @param counts the frequencies
 * @param logRatio the bootstrap interval of the log ratio; undefined where there are too few
 *     documents
 */
public record Comparison(KeynessCounts counts, Interval logRatio) {
  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(counts.f1()).putVarint(counts.n1()).putVarint(counts.f2()).putVarint(counts.n2());
    out.putDouble(logRatio.lower()).putDouble(logRatio.upper());
  }

  /** Reads the packed form. */
  public static Comparison unpack(PackedReader in) {
    return new Comparison(
        new KeynessCounts(in.getVarint(), in.getVarint(), in.getVarint(), in.getVarint()),
        new Interval(in.getDouble(), in.getDouble()));
  }
}
