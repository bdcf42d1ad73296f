package org.zhengyu.transforms.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;

/** What the small files that users write by hand (lexicon, stop words, metadata) have in common. */
public final class InputText {

  /** Longest phrase or stop word, in code points. A longer line is no phrase but a wrong file. */
  static final int MAX_CODE_POINTS = 100;

  /** Ignored by default, and neither format characters nor all variation selectors. */
  private static final String IGNORED = "\u034F\u115F\u1160\u180B\u180C\u180D\u180F\u3164\uFFA0";

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
          fileName,
          line,
          new Remark(
              "not valid UTF-8; save the file in UTF-8 encoding", "不是有效的 UTF-8；请以 UTF-8 编码保存"));
    }
  }

  /** What is wrong with a file whose bytes are no text. */
  public static Remark undecodable(UndecodableTextException refusal) {
    String chinese =
        switch (refusal.reason()) {
          case FILE_FORMAT -> "是其他格式的文件，不是文本；表格请另存为 CSV";
          case BINARY -> "不是文本";
          case MALFORMED -> "文本已损坏";
          case UNRECOGNISED -> "无法识别文本的编码";
        };
    String english = String.valueOf(refusal.getMessage());
    return new Remark(
        refusal.reason() == UndecodableTextException.Reason.FILE_FORMAT
            ? english + "; save a table as CSV"
            : english,
        chinese + "（第 " + refusal.byteOffset() + " 字节）");
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

  /**
   * Removes what takes no room and says nothing, as the text of documents is read without it:
   * Unicode's format characters, such as zero-width spaces and marks of direction, variation
   * selectors and other characters to ignore by default.
   */
  static String withoutInvisible(String text) {
    return text.codePoints().noneMatch(InputText::saysNothing)
        ? text
        : text.codePoints()
            .filter(codePoint -> !saysNothing(codePoint))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  private static boolean saysNothing(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
        || IGNORED.indexOf(codePoint) >= 0;
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
  static @Nullable Remark problemOf(String text, Remark what) {
    int length = text.codePointCount(0, text.length());
    if (length > MAX_CODE_POINTS) {
      return Remark.of(
          "%s of %d characters; the longest allowed is %d",
          "%s有 %d 个字，最多 %d 个", what, length, MAX_CODE_POINTS);
    }
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (codePoint == UNDECODED) {
        return Remark.of("%s with a character that could not be decoded", "%s中有无法解码的字符", what);
      }
      if (isInvisible(codePoint)) {
        return Remark.of(
            "%s with an invisible character U+%04X", "%s中有不可见的字符 U+%04X", what, codePoint);
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
