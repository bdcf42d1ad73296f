package org.zhengyu.transforms.stats;

/**
 * The hypergeometric distribution of O11 given the margins of a 2x2 table, in logarithms.
 *
 * <p>One point comes from ln P = -G2/2 plus the remainders of Stirling's formula, exact where the
 * difference of log factorials loses all digits (N = 1e12); a tail from there by the ratio of
 * neighbours, always away from the mode, so that the terms only fall. That takes time in proportion
 * to the standard deviation of O11 at most: milliseconds for N = 1e12.
 */
final class FisherExact {
  /** Terms are dropped once all that follow are below this share of the sum. */
  private static final double NEGLIGIBLE = 0x1p-60;

  /** Probabilities that agree to this, relative, count as equal in the two-sided test. */
  private static final double TIE = 1e-11;

  private FisherExact() {}

  /** ln P(X &gt;= o11); 0 if a margin is 0, NaN for the empty table. */
  static double lnRight(ContingencyTable table) {
    if (table.n() == 0) {
      return Double.NaN;
    }
    if (table.o11() == smallest(table)) {
      return 0;
    }
    if (ratioUp(table, table.o11()) <= 1) {
      return lnTailUp(table);
    }
    return Math.log1p(-Math.exp(lnTailDown(withJointCount(table, table.o11() - 1))));
  }

  /** ln P(X &lt;= o11), as {@link #lnRight}. */
  static double lnLeft(ContingencyTable table) {
    if (table.n() == 0) {
      return Double.NaN;
    }
    if (table.o11() == largest(table)) {
      return 0;
    }
    if (ratioDown(table, table.o11()) <= 1) {
      return lnTailDown(table);
    }
    return Math.log1p(-Math.exp(lnTailUp(withJointCount(table, table.o11() + 1))));
  }

  /** ln of the sum of every P(X = x) that is at most P(X = o11), as {@link #lnRight}. */
  static double lnTwoSided(ContingencyTable table) {
    if (table.n() == 0) {
      return Double.NaN;
    }
    boolean falling = ratioUp(table, table.o11()) <= 1;
    boolean rising = ratioDown(table, table.o11()) <= 1;
    if (falling && rising) {
      return 0;
    }
    double near = falling ? lnTailUp(table) : lnTailDown(table);
    double limit = lnProbability(table);
    limit += TIE * Math.max(1, -limit * 1e-3);
    ContingencyTable opposite = opposite(table, falling, limit);
    if (opposite == null) {
      return near;
    }
    double far = falling ? lnTailDown(opposite) : lnTailUp(opposite);
    double larger = Math.max(near, far);
    return Math.min(0, larger + Math.log1p(Math.exp(Math.min(near, far) - larger)));
  }

  /** ln P(X = o11). */
  static double lnProbability(ContingencyTable table) {
    double margins =
        Deviance.factorialRemainder(table.r1())
            + Deviance.factorialRemainder(table.r2())
            + Deviance.factorialRemainder(table.c1())
            + Deviance.factorialRemainder(table.c2());
    double cells =
        Deviance.factorialRemainder(table.o11())
            + Deviance.factorialRemainder(table.o12())
            + Deviance.factorialRemainder(table.o21())
            + Deviance.factorialRemainder(table.o22());
    return margins - Deviance.factorialRemainder(table.n()) - cells - 0.5 * Association.g2(table);
  }

  /** The most probable table beyond the mode with ln P at most the limit; null if there is none. */
  private static ContingencyTable opposite(ContingencyTable table, boolean down, double limit) {
    long outer = down ? smallest(table) : largest(table);
    if (lnProbability(withJointCount(table, outer)) > limit) {
      return null;
    }
    // Between the outer end, which qualifies, and o11, beyond which nothing is asked; the
    // probabilities rise from the outer end to the mode, and from there stay above the limit.
    long qualifies = outer;
    long tooLikely = table.o11();
    while (Math.abs(tooLikely - qualifies) > 1) {
      long middle = qualifies + (tooLikely - qualifies) / 2;
      if (lnProbability(withJointCount(table, middle)) <= limit) {
        qualifies = middle;
      } else {
        tooLikely = middle;
      }
    }
    return withJointCount(table, qualifies);
  }

  private static double lnTailUp(ContingencyTable table) {
    double sum = 1;
    double term = 1;
    for (long x = table.o11(); ; x++) {
      double ratio = ratioUp(table, x);
      term *= ratio;
      sum += term;
      if (term <= sum * NEGLIGIBLE * (1 - ratio)) {
        return Math.min(0, lnProbability(table) + Math.log(sum));
      }
    }
  }

  private static double lnTailDown(ContingencyTable table) {
    double sum = 1;
    double term = 1;
    for (long x = table.o11(); ; x--) {
      double ratio = ratioDown(table, x);
      term *= ratio;
      sum += term;
      if (term <= sum * NEGLIGIBLE * (1 - ratio)) {
        return Math.min(0, lnProbability(table) + Math.log(sum));
      }
    }
  }

  /** P(X = x + 1) / P(X = x) with the margins of the table; 0 at the upper end. */
  private static double ratioUp(ContingencyTable table, long x) {
    double into11And22 = (x + 1.0) * (table.r2() - (table.c1() - x) + 1.0);
    return (double) (table.r1() - x) * (table.c1() - x) / into11And22;
  }

  /** P(X = x - 1) / P(X = x) with the margins of the table; 0 at the lower end. */
  private static double ratioDown(ContingencyTable table, long x) {
    double into12And21 = (table.r1() - x + 1.0) * (table.c1() - x + 1.0);
    return (double) x * (table.r2() - (table.c1() - x)) / into12And21;
  }

  private static long smallest(ContingencyTable table) {
    return Math.max(0, table.c1() - table.r2());
  }

  private static long largest(ContingencyTable table) {
    return Math.min(table.r1(), table.c1());
  }

  private static ContingencyTable withJointCount(ContingencyTable table, long o11) {
    return new ContingencyTable(o11, table.r1(), table.c1(), table.n());
  }
}
