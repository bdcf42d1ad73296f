package org.zhengyu.transforms.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import org.zhengyu.transforms.input.DocumentReader;

/** By what texts are told apart. */
final class TextDigests {
  private TextDigests() {}

  /**
   * SHA-256 of a text in UTF-8, hexadecimal. Half of a surrogate pair, which UTF-8 has no bytes
   * for, counts as the three bytes that its number would have: Python's {@code surrogatepass}.
   */
  static String sha256(String text) {
    return hex(bytes(text));
  }

  private static byte[] bytes(String text) {
    ByteArrayOutputStream bytes = null;
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c)) {
        continue;
      }
      if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        i++;
        continue;
      }
      bytes = bytes == null ? new ByteArrayOutputStream(text.length() * 3) : bytes;
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

  /**
   * Equal for texts that differ in line ends, blanks and the width of characters only: the SHA-256
   * of the text with full-width forms made half-width, and blanks left out but for one between two
   * letters or digits that are not Chinese.
   */
  static String key(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    boolean blank = false;
    for (int i = 0; i < text.length(); i++) {
      char c = narrow(text.charAt(i));
      if (isBlank(c)) {
        blank = true;
        continue;
      }
      if (blank && isWesternWord(c) && !folded.isEmpty()) {
        folded.append(isWesternWord(folded.charAt(folded.length() - 1)) ? " " : "");
      }
      blank = false;
      folded.append(c);
    }
    return sha256(folded.toString());
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

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(DocumentReader.newSha256().digest(bytes));
  }
}
