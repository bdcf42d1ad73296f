package org.zhengyu.transforms.expressions;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * How often an expression occurs.
 *
 * @param own occurrences outside phrases of the lexicon, or in quotation marks in one
 * @param nested the other occurrences inside phrases of the lexicon
 * @param df documents with an occurrence of either kind
 * @param quoted occurrences in quotation marks
 * @param borders the borders of words that all occurrences outside phrases share, see {@link
 *     ExpressionFinder.Sentence#borders}
 */
public record ExpressionCounts(long own, long nested, long df, long quoted, int borders) {
  static final int ANY_BORDERS = -1;

  static final ExpressionCounts NONE = new ExpressionCounts(0, 0, 0, 0, ANY_BORDERS);

  /** All occurrences. */
  public long tf() {
    return own + nested;
  }

  /**
   * Whether quotation marks are a habit and no accident: two or more, and three of twenty
   * occurrences.
   */
  public boolean isQuoted() {
    return quoted >= 2 && 20 * quoted >= 3 * tf();
  }

  /** The counts in two disjoint sets of documents together. */
  public ExpressionCounts plus(ExpressionCounts other) {
    return new ExpressionCounts(
        own + other.own,
        nested + other.nested,
        df + other.df,
        quoted + other.quoted,
        borders & other.borders);
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(own).putVarint(nested).putVarint(df).putVarint(quoted).putInt(borders);
  }

  /** Reads the packed form. */
  public static ExpressionCounts unpack(PackedReader in) {
    return new ExpressionCounts(
        in.getVarint(), in.getVarint(), in.getVarint(), in.getVarint(), in.getInt());
  }
}
