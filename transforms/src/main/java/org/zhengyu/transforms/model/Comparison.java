package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.KeynessCounts;

/**
 * A term in one group of documents against those it is compared with.
 *
 * @param tag the part of speech
 * @param isPhrase whether the term is a phrase of the lexicon
 * @param isHidden whether it is compared only, and not shown
 * @param counts the frequencies
 * @param documents the documents on either side
 * @param dpNorm the dispersion over the documents of the group, {@link
 *     org.zhengyu.transforms.stats.Dispersion#DP_NORM}; NaN where it has one, or the term is not
 *     there
 * @param logRatio the bootstrap interval of the log ratio; undefined where there are too few
 *     documents
 */
public record Comparison(
    int tag,
    boolean isPhrase,
    boolean isHidden,
    KeynessCounts counts,
    Documents documents,
    double dpNorm,
    Interval logRatio) {
  /**
   * The documents on the two sides of a comparison.
   *
   * @param df1 documents of the group with the term
   * @param all1 documents of the group
   * @param df2 documents of the other side with the term
   * @param all2 documents of the other side
   */
  public record Documents(long df1, long all1, long df2, long all2) {
    /** Documents of both sides with the term. */
    public long df() {
      return df1 + df2;
    }

    /** Documents of the side that has fewer. */
    public long fewer() {
      return Math.min(all1, all2);
    }
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putByte(tag).putBoolean(isPhrase).putBoolean(isHidden);
    out.putVarint(counts.f1()).putVarint(counts.n1()).putVarint(counts.f2()).putVarint(counts.n2());
    out.putVarint(documents.df1())
        .putVarint(documents.all1())
        .putVarint(documents.df2())
        .putVarint(documents.all2());
    out.putDouble(dpNorm).putDouble(logRatio.lower()).putDouble(logRatio.upper());
  }

  /** Reads the packed form. */
  public static Comparison unpack(PackedReader in) {
    return new Comparison(
        in.getByte(),
        in.getBoolean(),
        in.getBoolean(),
        new KeynessCounts(in.getVarint(), in.getVarint(), in.getVarint(), in.getVarint()),
        new Documents(in.getVarint(), in.getVarint(), in.getVarint(), in.getVarint()),
        in.getDouble(),
        new Interval(in.getDouble(), in.getDouble()));
  }
}
