package org.zhengyu.transforms.stats;

/**
 * The 2x2 table of two words over one event space, kept as joint count, margins and total.
 *
 * <pre>
 *              w2 present  w2 absent
 * w1 present   o11         o12        r1
 * w1 absent    o21         o22        r2
 *              c1          c2         n
 * </pre>
 *
 * <p>Every count may be as large as a long holds; deviations from independence are computed in 128
 * bits. For n above 2^53 margins are rounded where they enter a quotient.
 *
 * @param o11 events with both words
 * @param r1 events with the first word
 * @param c1 events with the second word
 * @param n all events
 */
public record ContingencyTable(long o11, long r1, long c1, long n) {

  /**
   * Checks the table.
   *
   * @throws IllegalArgumentException if a cell is negative: such a table mixes counts of different
   *     event spaces, and no measure of it means anything
   */
  public ContingencyTable {
    // The counts first, then differences of them: so no subtraction can overflow.
    if (o11 < 0 || r1 < 0 || c1 < 0 || n < 0) {
      throw negative("a count", o11, r1, c1, n);
    }
    if (r1 < o11) {
      throw negative("o12 = r1 - o11", o11, r1, c1, n);
    }
    if (c1 < o11) {
      throw negative("o21 = c1 - o11", o11, r1, c1, n);
    }
    if (n < r1 || n - r1 < c1 - o11) {
      throw negative("o22 = n - r1 - c1 + o11", o11, r1, c1, n);
    }
  }

  /** Events with the first word only. */
  public long o12() {
    return r1 - o11;
  }

  /** Events with the second word only. */
  public long o21() {
    return c1 - o11;
  }

  /** Events with neither word. */
  public long o22() {
    return n - r1 - (c1 - o11);
  }

  /** Events without the first word. */
  public long r2() {
    return n - r1;
  }

  /** Events without the second word. */
  public long c2() {
    return n - c1;
  }

  /** Expected joint count under independence, r1 c1 / n; NaN for the empty table. */
  public double e11() {
    return (double) r1 * c1 / n;
  }

  /** Expected count of o12 under independence, r1 c2 / n; NaN for the empty table. */
  public double e12() {
    return (double) r1 * c2() / n;
  }

  /** Expected count of o21 under independence, r2 c1 / n; NaN for the empty table. */
  public double e21() {
    return (double) r2() * c1 / n;
  }

  /** Expected count of o22 under independence, r2 c2 / n; NaN for the empty table. */
  public double e22() {
    return (double) r2() * c2() / n;
  }

  /**
   * o11 o22 - o12 o21 = o11 n - r1 c1: n times the deviation from independence that all four cells
   * share, up to sign. Exact in 128 bits, then rounded once.
   */
  public double crossDifference() {
    return WideArithmetic.differenceOfProducts(o11, n, r1, c1);
  }

  /** o11 - e11 (equal to o22 - e22, and minus that of the other two); NaN for the empty table. */
  public double deviation() {
    return crossDifference() / n;
  }

  /** Whether some margin is 0, so that the words cannot deviate from independence. */
  public boolean isDegenerate() {
    return r1 == 0 || c1 == 0 || r1 == n || c1 == n;
  }

  private static IllegalArgumentException negative(
      String cell, long o11, long r1, long c1, long n) {
    return new IllegalArgumentException(
        cell + " is negative: o11=" + o11 + " r1=" + r1 + " c1=" + c1 + " n=" + n);
  }
}
