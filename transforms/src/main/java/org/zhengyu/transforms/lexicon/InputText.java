package org.zhengyu.transforms.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;

/** What the small files that users write by hand (lexicon, stop words) have in common. */
final class InputText {

  /** Longest phrase or stop word, in code points. A longer line is no phrase but a wrong file. */
  static final int MAX_CODE_POINTS = 100;

  /** Stands where bytes were no character of the encoding. */
  private static final int UNDECODED = 0xFFFD;

  private InputText() {}

  /**
   * The text of a file that must be UTF-8: a list in another encoding would load as words that
   * occur nowhere, so it is refused instead of guessed.
   */
  static String decode(byte[] content, String fileName) throws InputFileException {
    try {
      return Decoder.decodeUtf8(content);
    } catch (UndecodableTextException e) {
      String before = new String(content, 0, e.byteOffset(), UTF_8);
      // Any character in the place of the one at fault makes a line of what stands before it.
      int line = Math.toIntExact((before + '?').lines().count());
      throw new InputFileException(
          fileName, line, "not valid UTF-8; save the file in UTF-8 encoding");
    }
  }

  /** Whether the line says nothing: white space only, or a comment that starts with {@code #}. */
  static boolean isBlankOrComment(String line) {
    String text = strip(line);
    return text.isEmpty() || text.charAt(0) == '#';
  }

  /**
   * Removes white space at both ends, the no-break space included, which {@link String#strip}
   * leaves and which text pasted from a word processor is full of.
   */
  static String strip(String text) {
    int begin = 0;
    int end = text.length();
    while (begin < end && isSpace(text.charAt(begin))) {
      begin++;
    }
    while (begin < end && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(begin, end);
  }

  /** Whether a character is white space, the no-break and the ideographic space included. */
  static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /**
   * What is wrong with text that is too long or holds a character that nobody can see (a control, a
   * zero-width space, half a surrogate pair) or that was not decoded: it would match nothing, and
   * its writer could not find out why.
   *
   * @param what the name of the text in the message: phrase, variant, category, stop word
   * @return null if it can be read
   */
  static @Nullable String problemOf(String text, String what) {
    int length = text.codePointCount(0, text.length());
    if (length > MAX_CODE_POINTS) {
      return what + " of " + length + " characters; the longest allowed is " + MAX_CODE_POINTS;
    }
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (codePoint == UNDECODED) {
        return what + " with a character that could not be decoded";
      }
      if (isInvisible(codePoint)) {
        return String.format(Locale.ROOT, "%s with an invisible character U+%04X", what, codePoint);
      }
      at += Character.charCount(codePoint);
    }
    return null;
  }

  private static boolean isInvisible(int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONTROL:
      case Character.FORMAT:
      case Character.SURROGATE:
      case Character.LINE_SEPARATOR:
      case Character.PARAGRAPH_SEPARATOR:
        return true;
      default:
        return false;
    }
  }
}
