package org.zhengyu.transforms.decode;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.SharedCorpus;

/** Pieces of real reports, from eight characters to sixty kilobytes, in all encodings in use. */
@Tag("slow")
class RealEncodingsTest {
  private static final int FILES = 1341;
  private static final int FEWEST_CHARS = 8;
  private static final int MOST_BYTES = 60_000;
  private static final Charset BIG5 = Charset.forName("Big5-HKSCS");

  /** An encoding, with its byte order mark where the file has one. */
  private record Stored(Charset charset, boolean hasMark) {
    byte[] bytes(String text) {
      return ((hasMark ? "\uFEFF" : "") + text).getBytes(charset);
    }
  }

  private static final List<Stored> ENCODINGS =
      List.of(
          new Stored(UTF_8, false),
          new Stored(UTF_8, true),
          new Stored(Charset.forName("GB18030"), false),
          new Stored(Charset.forName("GBK"), false),
          new Stored(BIG5, false),
          new Stored(UTF_16LE, false),
          new Stored(UTF_16LE, true),
          new Stored(UTF_16BE, false),
          new Stored(UTF_16BE, true),
          new Stored(Charset.forName("UTF-32LE"), true),
          new Stored(Charset.forName("UTF-32BE"), true));

  private final List<String> reports = SharedCorpus.texts("work-reports/txt");
  private final Random random = new Random(1341);

  /** A file begins with a line. */
  private String piece() {
    String report = reports.get(random.nextInt(reports.size()));
    int from = report.indexOf('\n', random.nextInt(report.length()));
    while (from >= 0 && from < report.length() && Character.isWhitespace(report.charAt(from))) {
      from++;
    }
    if (from < 0 || report.length() - from < FEWEST_CHARS) {
      from = 0;
    }
    double longest = Math.log(MOST_BYTES / 3.0);
    double least = Math.log(FEWEST_CHARS);
    int length = (int) Math.round(Math.exp(least + random.nextDouble() * (longest - least)));
    return report.substring(from, Math.min(report.length(), from + length));
  }

  /**
   * The text, in Big5 as it is written in Hong Kong, without what the encoding has no bytes for.
   */
  private static String encodable(String text, Charset charset) {
    CharsetEncoder encoder = charset.newEncoder();
    String written = charset.equals(BIG5) ? HanLP.convertToTraditionalChinese(text) : text;
    return written
        .codePoints()
        .mapToObj(Character::toString)
        .filter(encoder::canEncode)
        .collect(Collectors.joining());
  }

  @Test
  void areAllDecodedExactly() {
    TreeMap<String, String> wrong = new TreeMap<>();
    for (int file = 0; file < FILES; file++) {
      Stored stored = ENCODINGS.get(file % ENCODINGS.size());
      String text = encodable(piece(), stored.charset());
      byte[] bytes = stored.bytes(text);
      assertThat(new String(bytes, stored.charset())).endsWith(text);
      String read;
      try {
        read = Decoder.decode(bytes, 0, bytes.length).text();
      } catch (UndecodableTextException e) {
        read = e.getMessage();
      }
      if (!read.equals(text)) {
        wrong.put(file + " " + stored, text + " is read as " + read);
      }
    }
    assertThat(wrong).isEmpty();
  }
}
