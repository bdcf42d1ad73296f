package org.zhengyu.transforms.stats;

import java.util.Arrays;

/**
 * The exact sum of finite doubles, in fixed point over the whole exponent range.
 *
 * <p>Because nothing is rounded before {@link #value}, the result does not depend on the order of
 * the additions, to the last bit: sums over documents come out the same however a runner deals the
 * documents out. The one rounding at the end has a relative error below 2^-51.
 *
 * <p>After the superaccumulators of Kulisch (1971) and Neal (2015).
 */
final class ExactSum {
  private static final int DIGIT_BITS = 32;
  private static final long DIGIT_MASK = (1L << DIGIT_BITS) - 1;

  /** The lowest bit of a subnormal double. */
  private static final int LOWEST_EXPONENT = -1074;

  /** 2098 bits of doubles, two digits that one addition may reach beyond, one for the carry. */
  private static final int DIGITS = 69;

  /** Each addition changes a digit by less than 2^33, so this many cannot overflow a long. */
  private static final int ADDITIONS_BEFORE_CARRY = 1 << 29;

  private final long[] digits = new long[DIGITS];
  private int additions;

  /**
   * Adds {@code x}.
   *
   * @throws IllegalArgumentException if {@code x} is NaN or infinite
   */
  void add(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    if (exponent == 0x7FF) {
      throw new IllegalArgumentException("not a finite number: " + x);
    }
    long mantissa = bits & ((1L << 52) - 1);
    if (exponent == 0) {
      exponent = 1;
    } else {
      mantissa |= 1L << 52;
    }
    int position = exponent - 1;
    int digit = position / DIGIT_BITS;
    int shift = position % DIGIT_BITS;
    long lower = (mantissa & DIGIT_MASK) << shift;
    long upper = (mantissa >>> DIGIT_BITS) << shift;
    long sign = bits < 0 ? -1 : 1;
    digits[digit] += sign * (lower & DIGIT_MASK);
    digits[digit + 1] += sign * ((lower >>> DIGIT_BITS) + (upper & DIGIT_MASK));
    digits[digit + 2] += sign * (upper >>> DIGIT_BITS);
    if (++additions == ADDITIONS_BEFORE_CARRY) {
      carry(digits);
      additions = 0;
    }
  }

  /** Adds {@code x} so many times. */
  void add(double x, int times) {
    for (int i = 0; i < times; i++) {
      add(x);
    }
  }

  /** The sum of everything added so far; +0 if that is nothing. */
  double value() {
    long[] magnitude = Arrays.copyOf(digits, DIGITS);
    carry(magnitude);
    boolean negative = magnitude[DIGITS - 1] < 0;
    if (negative) {
      for (int i = 0; i < DIGITS; i++) {
        magnitude[i] = -magnitude[i];
      }
      carry(magnitude);
    }
    int top = DIGITS - 1;
    while (top > 2 && magnitude[top] == 0) {
      top--;
    }
    // Three digits hold at least 65 significant bits; what lies below cannot matter.
    double leading =
        magnitude[top] * 0x1p64 + (magnitude[top - 1] * 0x1p32 + (double) magnitude[top - 2]);
    double value = Math.scalb(leading, (top - 2) * DIGIT_BITS + LOWEST_EXPONENT);
    return negative ? -value : value;
  }

  /** Brings every digit but the last into 0..2^32-1, which makes the representation unique. */
  private static void carry(long[] digits) {
    for (int i = 0; i < DIGITS - 1; i++) {
      digits[i + 1] += digits[i] >> DIGIT_BITS;
      digits[i] &= DIGIT_MASK;
    }
  }
}
