package org.zhengyu.transforms.lexicon;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What the small files that users write by hand (lexicon, stop words) have in common. */
public final class InputText {

  /** Longest phrase or stop word, in code points. A longer line is no phrase but a wrong file. */
  static final int MAX_CODE_POINTS = 100;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private InputText() {}

  /**
   * Decodes strict UTF-8. A lexicon in another encoding (spreadsheets like to save GBK) would load
   * as phrases that occur nowhere, so it is refused instead of guessed.
   */
  static String decode(byte[] content, String fileName) throws InputFileException {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(content);
    // UTF-8 never decodes to more chars than it has bytes, so this cannot overflow.
    CharBuffer out = CharBuffer.allocate(content.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      throw new InputFileException(
          fileName, lineAtEndOf(out), "not valid UTF-8; save the file in UTF-8 encoding");
    }
    return out.toString();
  }

  private static int lineAtEndOf(CharBuffer decoded) {
    int line = 1;
    for (int i = 0; i < decoded.length(); i++) {
      char c = decoded.charAt(i);
      boolean carriageReturnAlone =
          c == '\r' && (i + 1 == decoded.length() || decoded.charAt(i + 1) != '\n');
      if (c == '\n' || carriageReturnAlone) {
        line++;
      }
    }
    return line;
  }

  /** The content without the byte order mark that some editors put first. */
  static String withoutByteOrderMark(String content) {
    boolean marked = !content.isEmpty() && content.charAt(0) == BYTE_ORDER_MARK;
    return marked ? content.substring(1) : content;
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

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  /** Whether the text holds at least one letter (a hanzi is one) or digit. */
  public static boolean hasLetterOrDigit(CharSequence text, int begin, int end) {
    int at = begin;
    while (at < end) {
      int codePoint = Character.codePointAt(text, at);
      if (Character.isLetterOrDigit(codePoint)) {
        return true;
      }
      at += Character.charCount(codePoint);
    }
    return false;
  }

  /**
   * Refuses text that is too long or holds a character that nobody can see (a control, a zero-width
   * space, half a surrogate pair): it would match nothing, and its writer could not find out why.
   *
   * @param what the name of the text in the message: phrase, variant, category, stop word
   */
  static void checkReadable(String text, String what, String fileName, int line)
      throws InputFileException {
    int length = text.codePointCount(0, text.length());
    if (length > MAX_CODE_POINTS) {
      throw new InputFileException(
          fileName,
          line,
          what + " of " + length + " characters; the longest allowed is " + MAX_CODE_POINTS);
    }
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (isInvisible(codePoint)) {
        throw new InputFileException(
            fileName,
            line,
            String.format(Locale.ROOT, "%s with an invisible character U+%04X", what, codePoint));
      }
      at += Character.charCount(codePoint);
    }
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
