package org.zhengyu.transforms.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** Eighty-digit arithmetic, straight from the textbook formulas: slow, and nothing shared. */
final class Precise {
  static final MathContext DIGITS = new MathContext(80);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final BigDecimal LN_2 = atanhSeries(BigDecimal.valueOf(2));

  private Precise() {}

  static BigDecimal of(long value) {
    return BigDecimal.valueOf(value);
  }

  static BigDecimal divide(BigDecimal a, BigDecimal b) {
    return a.divide(b, DIGITS);
  }

  static BigDecimal ln(BigDecimal x) {
    int halvings = 0;
    BigDecimal reduced = x;
    while (reduced.compareTo(TWO) > 0) {
      reduced = reduced.divide(TWO, DIGITS);
      halvings++;
    }
    while (reduced.compareTo(BigDecimal.ONE) < 0) {
      reduced = reduced.multiply(TWO, DIGITS);
      halvings--;
    }
    return atanhSeries(reduced).add(LN_2.multiply(of(halvings)), DIGITS);
  }

  static BigDecimal log2(BigDecimal x) {
    return divide(ln(x), LN_2);
  }

  /** ln x = 2 atanh((x - 1) / (x + 1)), for x from 1 to 2. */
  private static BigDecimal atanhSeries(BigDecimal x) {
    BigDecimal y = divide(x.subtract(BigDecimal.ONE), x.add(BigDecimal.ONE));
    BigDecimal square = y.multiply(y, DIGITS);
    BigDecimal power = y;
    BigDecimal sum = BigDecimal.ZERO;
    for (int odd = 1; odd < 180; odd += 2) {
      sum = sum.add(divide(power, of(odd)), DIGITS);
      power = power.multiply(square, DIGITS);
    }
    return sum.multiply(TWO, DIGITS);
  }

  static BigDecimal expected(long row, long column, long n) {
    return divide(of(row).multiply(of(column)), of(n));
  }

  /** 2 sum O ln(O / E), cell by cell. */
  static BigDecimal g2(ContingencyTable table) {
    BigDecimal sum =
        surprise(table.o11(), table.r1(), table.c1(), table.n())
            .add(surprise(table.o12(), table.r1(), table.c2(), table.n()))
            .add(surprise(table.o21(), table.r2(), table.c1(), table.n()))
            .add(surprise(table.o22(), table.r2(), table.c2(), table.n()));
    return sum.multiply(TWO, DIGITS);
  }

  static BigDecimal surprise(long observed, long row, long column, long n) {
    return observed == 0
        ? BigDecimal.ZERO
        : of(observed).multiply(ln(divide(of(observed), expected(row, column, n))), DIGITS);
  }

  /** N (O11 O22 - O12 O21)^2 / (R1 R2 C1 C2). */
  static BigDecimal chi2(ContingencyTable table) {
    BigDecimal cross = cross(table);
    return divide(
        cross.multiply(cross).multiply(of(table.n())),
        of(table.r1()).multiply(of(table.r2())).multiply(of(table.c1())).multiply(of(table.c2())));
  }

  static BigDecimal cross(ContingencyTable table) {
    return of(table.o11())
        .multiply(of(table.o22()))
        .subtract(of(table.o12()).multiply(of(table.o21())));
  }

  /** P(X = x) times the number of tables, for the margins of a table. */
  static BigInteger hypergeometricWeight(ContingencyTable table, long x) {
    return binomial(table.r1(), x).multiply(binomial(table.r2(), table.c1() - x));
  }

  private static BigInteger binomial(long n, long k) {
    if (k < 0 || k > n) {
      return BigInteger.ZERO;
    }
    BigInteger result = BigInteger.ONE;
    for (long i = 1; i <= k; i++) {
      result = result.multiply(BigInteger.valueOf(n - k + i)).divide(BigInteger.valueOf(i));
    }
    return result;
  }
}
