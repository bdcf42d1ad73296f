package org.zhengyu.transforms.stats;

/**
 * Exact differences of products of non-negative longs, in two's complement of 128 bits.
 *
 * <p>Deviations from independence are differences of two nearly equal products; in double
 * arithmetic they would lose every digit once the products pass 2^53.
 */
final class WideArithmetic {
  private static final double TWO_POW_64 = 0x1p64;

  private WideArithmetic() {}

  /** {@code a*b - c*d}, exact before the one rounding to double (error below 2^-52 relative). */
  static double differenceOfProducts(long a, long b, long c, long d) {
    return toDouble(differenceHigh(a, b, c, d), a * b - c * d);
  }

  /** The upper 64 bits of {@code a*b - c*d}; the lower ones are {@code a * b - c * d} as longs. */
  static long differenceHigh(long a, long b, long c, long d) {
    long borrow = Long.compareUnsigned(a * b, c * d) < 0 ? 1 : 0;
    return Math.multiplyHigh(a, b) - Math.multiplyHigh(c, d) - borrow;
  }

  /** The double nearest to the 128-bit number, or its neighbour. */
  static double toDouble(long high, long low) {
    if (high == low >> 63) {
      return low;
    }
    return high * TWO_POW_64 + unsignedToDouble(low);
  }

  private static double unsignedToDouble(long value) {
    return (value >>> 32) * 0x1p32 + (value & 0xFFFF_FFFFL);
  }
}
