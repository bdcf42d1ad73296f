package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ElementBytesTest {
  private static final int SEED = 3;

  @Property(tries = 200)
  void comeBackAsTheyWereHoweverOftenTheyAreEncoded(
      @ForAll @IntRange(max = 5_000) int length, @ForAll @IntRange(min = 1, max = 256) int values)
      throws IOException {
    byte[] bytes = new byte[length];
    Random random = new Random(SEED);
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) random.nextInt(values);
    }
    ElementBytes element = ElementBytes.of(bytes);

    ElementBytes once = decoded(encoded(element));
    ElementBytes twice = decoded(encoded(once));

    assertThat(twice.get()).isEqualTo(bytes);
    assertThat(twice.length()).isEqualTo(length);
    assertThat(twice).isEqualTo(element).hasSameHashCodeAs(element);
    assertThat(encoded(twice)).isEqualTo(encoded(once)).isEqualTo(encoded(element));
  }

  @Example
  void areEncodedInFewerWhereTheyRepeat() throws IOException {
    byte[] bytes = new byte[100_000];
    Arrays.fill(bytes, (byte) 7);
    assertThat(encoded(ElementBytes.of(bytes))).hasSizeLessThan(1_000);
  }

  @Example
  void areEncodedAsTheyAreWhereNothingRepeats() throws IOException {
    byte[] bytes = new byte[100_000];
    new Random(SEED).nextBytes(bytes);
    assertThat(encoded(ElementBytes.of(bytes))).endsWith(bytes).hasSize(100_000 + 6);
  }

  @Example
  void leaveWhatFollowsThemInTheStream() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ElementBytes.of(new byte[] {1, 2}).encode(out);
    ElementBytes.of(new byte[2_000]).encode(out);
    ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());

    assertThat(ElementBytes.decode(in).get()).containsExactly(1, 2);
    assertThat(ElementBytes.decode(in).get()).isEqualTo(new byte[2_000]);
    assertThat(in.read()).isEqualTo(-1);
  }

  private static byte[] encoded(ElementBytes bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    bytes.encode(out);
    return out.toByteArray();
  }

  private static ElementBytes decoded(byte[] encoded) throws IOException {
    return ElementBytes.decode(new ByteArrayInputStream(encoded));
  }
}
