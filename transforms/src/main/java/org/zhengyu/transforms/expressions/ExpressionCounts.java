package org.zhengyu.transforms.expressions;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * How often an expression was counted as one that may be a phrase: in quotation marks always, else
 * only where {@link ExpressionTally} admits its ends.
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

  /** Whether quotation marks are a habit, as far as the expression was counted. */
  boolean isQuoted() {
    return CandidateScore.isQuoted(quoted, tf());
  }

  /** Whether it was counted in quotation marks alone, for outside of them it is no expression. */
  boolean isOnlyQuoted() {
    return quoted == own;
  }

  /** Whether all occurrences outside phrases share a border of words. */
  boolean hasBorders() {
    return borders != ANY_BORDERS && (borders & (1 << ExpressionFinder.MOST_BORDERS) - 1) != 0;
  }

  /** How many of its two ends are a verb wherever it occurs. */
  int verbs() {
    return borders == ANY_BORDERS
        ? 0
        : Integer.bitCount(
            borders & (ExpressionFinder.BEGINS_WITH_VERB | ExpressionFinder.ENDS_WITH_VERB));
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
