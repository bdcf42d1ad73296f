package org.zhengyu.transforms.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.zhengyu.transforms.decode.Digests;

/**
 * By what texts are told apart.
 *
 * @param sha256 SHA-256 of the text in UTF-8, hexadecimal. Half of a surrogate pair, which UTF-8
 *     has no bytes for, counts as the three bytes that its number would have: Python's {@code
 *     surrogatepass}
 * @param key equal for texts that differ in line ends, blanks and the width of characters only: MD5
 *     of the text in UTF-16 (little endian) with full-width forms made half-width, and blanks left
 *     out but for one between two letters or digits that are not Chinese
 */
record TextDigests(String sha256, String key) {
  /** Nothing from here to the full-width forms is a blank, a letter of the West, or wide. */
  private static final char FIRST_PLAIN = '\u3001';

  private static final char LAST_PLAIN = '\uFEFE';

  /** The digests of a text. */
  static TextDigests of(String text) {
    // An array is read several times as fast as a string.
    char[] chars = text.toCharArray();
    return new TextDigests(
        hex(Digests.sha256(), ByteBuffer.wrap(utf8(text, chars))), hex(Digests.md5(), fold(chars)));
  }

  private static byte[] utf8(String text, char[] chars) {
    ByteArrayOutputStream bytes = null;
    int from = 0;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (i + 1 < chars.length && Character.isSurrogatePair(c, chars[i + 1])) {
        i++;
        continue;
      }
      bytes = bytes == null ? new ByteArrayOutputStream(chars.length * 3) : bytes;
      bytes.writeBytes(text.substring(from, i).getBytes(UTF_8));
      bytes.write(0xE0 | c >> 12);
      bytes.write(0x80 | (c >> 6 & 0x3F));
      bytes.write(0x80 | (c & 0x3F));
      from = i + 1;
    }
    if (bytes == null) {
      return text.getBytes(UTF_8);
    }
    bytes.writeBytes(text.substring(from).getBytes(UTF_8));
    return bytes.toByteArray();
  }

  /** The folded text in UTF-16, which has a blank only where there was one. */
  private static ByteBuffer fold(char[] chars) {
    char[] folded = new char[chars.length];
    int size = 0;
    boolean blank = false;
    for (char each : chars) {
      boolean plain = each >= FIRST_PLAIN && each <= LAST_PLAIN;
      char c = plain ? each : narrow(each);
      if (!plain && isBlank(c)) {
        blank = true;
        continue;
      }
      if (blank && size > 0 && isWesternWord(c) && isWesternWord(folded[size - 1])) {
        folded[size++] = ' ';
      }
      blank = false;
      folded[size++] = c;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size * Character.BYTES);
    bytes.order(ByteOrder.LITTLE_ENDIAN).asCharBuffer().put(folded, 0, size);
    return bytes;
  }

  private static char narrow(char c) {
    if (c >= '！' && c <= '～') {
      return (char) (c - '！' + '!');
    }
    return c == '｡' ? '。' : c;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || (c >= '\u200B' && c <= '\u200D')
        || c == '\u2060'
        || c == '\uFEFF';
  }

  private static boolean isWesternWord(char c) {
    return c < 0x2E80 && Character.isLetterOrDigit(c);
  }

  private static String hex(MessageDigest digest, ByteBuffer bytes) {
    digest.update(bytes);
    return HexFormat.of().formatHex(digest.digest());
  }
}
