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
  LONG_SENTENCES;

  /**
   * What is to be said of a pair; of several the first.
   *
   * @param count how often the two occur together
   * @param documents in how many documents
   * @param inLong how often in long sentences
   * @param minDocuments the fewest documents that are evidence, but not more than there are
   * @param totals of the corpus
   * @return null if there is nothing
   */
  public static @Nullable PairCaution of(
      long count, long documents, long inLong, long minDocuments, CorpusTotals totals) {
    if (documents < Math.min(minDocuments, totals.documents())) {
      return FEW_DOCUMENTS;
    }
    return isMostlyInLong(count, inLong) ? LONG_SENTENCES : null;
  }

  /** Whether two terms are together more often in long sentences than in others. */
  public static boolean isMostlyInLong(long count, long inLong) {
    return 2 * inLong > count;
  }

  /** The lower-case name that the tables use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
