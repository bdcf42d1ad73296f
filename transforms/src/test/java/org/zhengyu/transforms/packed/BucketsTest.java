package org.zhengyu.transforms.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BucketsTest {
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(32);

  /** Which file of a table holds a term depends on these values. */
  @Example
  void staysWhereItHasAlwaysBeen() {
    assertThat(bucketsOf("")).containsExactly(0, 0, 0, 0);
    assertThat(bucketsOf("a")).containsExactly(1, 1, 2, 19);
    assertThat(bucketsOf("改革")).containsExactly(0, 1, 5, 8);
    assertThat(bucketsOf("促进")).containsExactly(1, 1, 2, 33);
    assertThat(bucketsOf("支持")).containsExactly(0, 1, 1, 20);
  }

  private static int[] bucketsOf(String key) {
    byte[] bytes = key.getBytes(UTF_8);
    return new int[] {
      Buckets.of(bytes, 2), Buckets.of(bytes, 3), Buckets.of(bytes, 7), Buckets.of(bytes, 64)
    };
  }

  @Property
  void isThePolynomialHashOfTheBytesWithItsHighBitsFoldedIn(
      @ForAll @Size(max = 40) byte[] key, @ForAll @IntRange(min = 1) int buckets) {
    BigInteger hash = BigInteger.ZERO;
    for (byte b : key) {
      hash = hash.multiply(BigInteger.valueOf(31)).add(BigInteger.valueOf(b)).mod(WORD);
    }
    hash = hash.multiply(BigInteger.valueOf(0x9E3779B9L)).mod(WORD);
    hash = hash.xor(hash.shiftRight(15));
    BigInteger signed = hash.testBit(31) ? hash.subtract(WORD) : hash;
    assertThat(Buckets.of(key, buckets))
        .isEqualTo(signed.mod(BigInteger.valueOf(buckets)).intValueExact());
  }

  @Example
  void spreadsWordsEvenly() {
    int[] sizes = new int[16];
    for (int i = 0; i < 16_000; i++) {
      byte[] word = new String(Character.toChars(0x4E00 + i)).repeat(2).getBytes(UTF_8);
      sizes[Buckets.of(word, sizes.length)]++;
    }
    for (int size : sizes) {
      // Fair dealing has a standard deviation of 31.
      assertThat(size).isBetween(800, 1200);
    }
  }
}
