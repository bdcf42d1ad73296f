package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LineReaderTest {
  /** One line; its content is null where it is too long to be held. */
  private record Line(long offset, long number, long bytes, String content) {}

  private static List<Line> read(InputStream in, long offset, long number, int limit)
      throws IOException {
    List<Line> lines = new ArrayList<>();
    LineReader reader = new LineReader(in, offset, number, limit);
    while (reader.next()) {
      lines.add(
          new Line(
              reader.offset(),
              reader.number(),
              reader.lineBytes(),
              reader.isTooLong()
                  ? null
                  : new String(reader.bytes(), 0, reader.length(), ISO_8859_1)));
    }
    return lines;
  }

  /** The same by looking at every byte on its own. */
  private static List<Line> bruteForce(byte[] bytes, long offset, long number, int limit) {
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean newline = bytes[i] == '\n';
      if (newline || i == bytes.length - 1) {
        String whole = new String(bytes, begin, i + 1 - begin, ISO_8859_1);
        String content = whole;
        if (newline) {
          content = content.substring(0, content.length() - 1);
          if (content.endsWith("\r")) {
            content = content.substring(0, content.length() - 1);
          }
        }
        lines.add(
            new Line(
                offset + begin,
                number + lines.size(),
                whole.length(),
                whole.length() > limit ? null : content));
        begin = i + 1;
      }
    }
    return lines;
  }

  /** A stream that hands out a few bytes at a time, as a network does. */
  private static InputStream trickling(byte[] bytes, Random random) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] target, int offset, int length) {
        return super.read(target, offset, Math.min(length, 1 + random.nextInt(5)));
      }
    };
  }

  @Provide
  Arbitrary<byte[]> bytes() {
    return Arbitraries.of((byte) '\n', (byte) '\r', (byte) 'a', (byte) 0, (byte) 0xE6)
        .array(byte[].class)
        .ofMaxSize(60);
  }

  @Property
  void yieldsEveryLineWithItsPlace(
      @ForAll("bytes") byte[] bytes,
      @ForAll @IntRange(max = 12) int limit,
      @ForAll @IntRange(max = 1000) int offset,
      @ForAll @IntRange(min = 1, max = 1000) int number,
      @ForAll Random random)
      throws IOException {
    List<Line> expected = bruteForce(bytes, offset, number, limit);
    assertThat(read(new ByteArrayInputStream(bytes), offset, number, limit)).isEqualTo(expected);
    assertThat(read(trickling(bytes, random), offset, number, limit)).isEqualTo(expected);
  }

  /** The buffer holds 65,536 bytes: lines that end just before, at and behind its border. */
  @Example
  void readsLinesAcrossTheBordersOfItsBuffer() throws IOException {
    for (int length = (1 << 16) - 3; length <= (1 << 16) + 3; length++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes("x".repeat(length).getBytes(ISO_8859_1));
      bytes.writeBytes("\r\nsecond\r\n".getBytes(ISO_8859_1));
      bytes.writeBytes("y".repeat(3 << 16).getBytes(ISO_8859_1));
      bytes.writeBytes("\nlast".getBytes(ISO_8859_1));
      for (int limit : new int[] {100, 1 << 17, 1 << 20}) {
        assertThat(read(new ByteArrayInputStream(bytes.toByteArray()), 0, 1, limit))
            .isEqualTo(bruteForce(bytes.toByteArray(), 0, 1, limit));
      }
    }
  }

  @Example
  void holdsALineOfTheLimitAndNoneAboveIt() throws IOException {
    assertThat(read(new ByteArrayInputStream("12345\n123456\n".getBytes(ISO_8859_1)), 0, 1, 6))
        .containsExactly(new Line(0, 1, 6, "12345"), new Line(6, 2, 7, null));
  }

  @Example
  void hasNoLineInAnEmptyStream() throws IOException {
    assertThat(read(InputStream.nullInputStream(), 0, 1, 10)).isEmpty();
  }
}
