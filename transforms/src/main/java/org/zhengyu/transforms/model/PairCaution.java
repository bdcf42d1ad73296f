package org.zhengyu.transforms.model;

import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Why two terms that occur together should not be told as a find without a look at where they do.
 * Rankings leave such pairs out.
 */
public enum PairCaution {
  /** They occur together in fewer documents than are evidence. */
  FEW_DOCUMENTS,
  /** They do so mostly in long sentences, where everything stands with everything. */
  LONG_SENTENCES,
  /** They do so mostly in passages that documents repeat: what is counted is the copies. */
  REPEATED;

  /**
   * What is to be said of a pair; of several the first, so that what is known of passages changes
   * nothing that is said without it.
   *
   * @param count how often the two occur together
   * @param documents in how many documents
   * @param inLong how often in long sentences
   * @param repeated how often because of passages
   * @param minDocuments the fewest documents that are evidence, but not more than there are
   * @param totals of the corpus
   * @return null if there is nothing
   */
  public static @Nullable PairCaution of(
      long count,
      long documents,
      long inLong,
      long repeated,
      long minDocuments,
      CorpusTotals totals) {
    if (documents < Math.min(minDocuments, totals.documents())) {
      return FEW_DOCUMENTS;
    }
    if (isMost(inLong, count)) {
      return LONG_SENTENCES;
    }
    return isMost(repeated, count) ? REPEATED : null;
  }

  /** Whether two terms are together mostly in long sentences or because of passages. */
  public static boolean isMostlyPadding(long count, long inLong, long repeated) {
    return isMost(inLong, count) || isMost(repeated, count);
  }

  private static boolean isMost(long part, long count) {
    return 2 * part > count;
  }

  /** The lower-case name that the tables use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
