package org.zhengyu.transforms.stats;

/**
 * The frequencies of a word in a target and in a reference corpus.
 *
 * @param f1 occurrences in the target
 * @param n1 tokens of the target
 * @param f2 occurrences in the reference
 * @param n2 tokens of the reference
 */
public record KeynessCounts(long f1, long n1, long f2, long n2) {

  /**
   * Checks the counts.
   *
   * @throws IllegalArgumentException if a frequency is negative or exceeds its corpus, or if the
   *     two corpora together exceed a long
   */
  public KeynessCounts {
    if (f1 < 0 || f2 < 0 || f1 > n1 || f2 > n2) {
      throw new IllegalArgumentException(
          "frequencies must lie between 0 and the corpus size: "
              + (f1 + "/" + n1 + " in the target, " + f2 + "/" + n2 + " in the reference"));
    }
    if (n1 > Long.MAX_VALUE - n2) {
      throw new IllegalArgumentException("corpora too large: " + n1 + " and " + n2 + " tokens");
    }
  }

  /** The counts as a table: the word against all others, the target against the reference. */
  public ContingencyTable table() {
    return new ContingencyTable(f1, f1 + f2, n1, n1 + n2);
  }

  boolean hasEmptyCorpus() {
    return n1 == 0 || n2 == 0;
  }

  /** f1 n2 - f2 n1, which has the sign of p1 - p2; exact in 128 bits, then rounded once. */
  double crossDifference() {
    return WideArithmetic.differenceOfProducts(f1, n2, f2, n1);
  }
}
