package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyu.transforms.input.Readings.concat;
import static org.zhengyu.transforms.input.Readings.gzip;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipMembersTest {
  private static final byte[] FIRST = gzip("推进产业链建设，实施链长制。".getBytes(UTF_8));
  private static final byte[] SECOND = gzip("城市更新。".getBytes(UTF_8));
  private static final String BOTH = "推进产业链建设，实施链长制。城市更新。";

  /** Reads all, from a stream that gives no more than so many bytes at once. */
  private static byte[] read(byte[] stored, int atOnce) throws IOException {
    InputStream slow =
        new ByteArrayInputStream(stored) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(length, atOnce));
          }

          @Override
          public synchronized int available() {
            return 0; // As streams from a network say it.
          }
        };
    try (InputStream in = new GzipMembers(slow)) {
      return in.readAllBytes();
    }
  }

  private static String text(byte[] stored) throws IOException {
    return new String(read(stored, Integer.MAX_VALUE), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 1 << 20})
  void readsAllMembersInWhateverPiecesTheyCome(int atOnce) throws IOException {
    assertThat(new String(read(concat(FIRST, SECOND), atOnce), UTF_8)).isEqualTo(BOTH);
  }

  @Test
  void takesZerosAtTheEndForPadding() throws IOException {
    assertThat(text(concat(FIRST, new byte[512]))).isEqualTo("推进产业链建设，实施链长制。");
    assertThat(text(concat(FIRST, new byte[3], SECOND, new byte[1]))).isEqualTo(BOTH);
  }

  @Test
  void faultsWhatFollowsAMemberAndIsNone() {
    assertThatThrownBy(() -> text(concat(FIRST, "城市更新。".getBytes(UTF_8))))
        .isInstanceOf(ZipException.class)
        .hasMessage("not in gzip format");
  }

  @Test
  void faultsEveryCutButThatBetweenMembers() throws IOException {
    byte[] stored = concat(FIRST, SECOND);
    Set<Integer> whole = new TreeSet<>();
    for (int length = 0; length < stored.length; length++) {
      byte[] cut = Arrays.copyOf(stored, length);
      try {
        text(cut);
        whole.add(length);
      } catch (EOFException e) {
        assertThat(e).hasMessageEndingWith("too early");
      }
    }
    assertThat(whole).containsExactly(FIRST.length);
  }

  /** A header has a time, and deflate has several ways to say the same. */
  @Test
  void faultsWhateverBitIsDamagedOrReadsTheSame() throws IOException {
    byte[] stored = concat(FIRST, SECOND);
    int faults = 0;
    for (int bit = 0; bit < 8 * stored.length; bit++) {
      byte[] damaged = stored.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      try {
        assertThat(text(damaged)).as("bit %d", bit).isEqualTo(BOTH);
      } catch (EOFException | ZipException e) {
        faults++;
      }
    }
    assertThat(faults).as("faults of %d bits", 8 * stored.length).isGreaterThan(6 * stored.length);
  }

  @Test
  void passesOverWhatAHeaderMayHold() throws IOException {
    byte[] header = {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 1, 2, 3, 4, 0, 3};
    byte[] rest = {3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0};
    CRC32 crc = new CRC32();
    crc.update(header);
    crc.update(rest);
    byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
    byte[] data = Arrays.copyOfRange(SECOND, 10, SECOND.length);
    assertThat(text(concat(FIRST, header, rest, sum, data))).isEqualTo(BOTH);

    sum[0]++;
    assertThatThrownBy(() -> text(concat(FIRST, header, rest, sum, data)))
        .hasMessage("the check sum of the header is not its own");
  }

  @Property(tries = 200)
  void readsWhatTheStreamOfTheJdkReads(
      @ForAll byte @Size(max = 5000) [] one,
      @ForAll byte @Size(max = 5000) [] other,
      @ForAll @IntRange(min = 1, max = 3000) int atOnce)
      throws IOException {
    byte[] stored = concat(gzip(one), gzip(other));
    byte[] expected;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(stored))) {
      expected = in.readAllBytes();
    }
    assertThat(read(stored, atOnce)).isEqualTo(expected).isEqualTo(concat(one, other));
  }
}
