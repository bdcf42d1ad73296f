package org.zhengyu.transforms.decode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;

/**
 * Text that was UTF-8 and was read as GBK from some point on, and saved so: 推进 became 鎺ㄨ繘. It is
 * known by what it gives when it is taken back: everyday Chinese, where it is itself none. Bytes
 * that were lost on the way stay lost, as U+FFFD.
 */
public final class Mojibake {
  /** What the first bytes of ，、。、的、是、在、中 and 一 become; of Chinese they are next to nothing. */
  private static final String MARKS = "锛銆鐨鏄鍦涓";

  /** So many marks are no chance; of a short text one in ten characters is enough. */
  private static final int MANY_MARKS = 3;

  /** How far before the first mark the point may lie. */
  private static final int REACH = 60;

  /** What is taken back to find the point. */
  private static final int WINDOW = 24;

  private static final double SURE = 0.7;

  /** What a line must gain. */
  private static final double MUCH = 0.2;

  private static final String LOST = "\uFFFD";

  private static final Charset GB18030 = Charset.forName("GB18030");

  private Mojibake() {}

  /** The first character of what was read wrongly; -1 when there is none. */
  public static int from(String text) {
    int first = -1;
    int marks = 0;
    for (int i = 0; i < text.length() && marks < MANY_MARKS; i++) {
      if (isMark(text.charAt(i))) {
        first = first < 0 ? i : first;
        marks++;
      }
    }
    if (marks == 0 || (marks < MANY_MARKS && marks * 10 < text.length())) {
      return -1;
    }
    for (int i = Math.max(0, first - REACH); i <= first; i++) {
      String window = text.substring(i, Math.min(text.length(), i + WINDOW));
      char begin = text.charAt(i);
      if (begin >= 0x80 && !EverydayCharacters.contains(begin) && isWrong(window, 0)) {
        return i;
      }
    }
    return -1;
  }

  /** Most characters of the text are above ASCII: a switch would be a search through a table. */
  private static boolean isMark(char c) {
    return c >= '涓' && MARKS.indexOf(c) >= 0;
  }

  /** A text of which nothing is taken back but the lines that were read wrongly. */
  public static String repair(String text) {
    int from = from(text);
    if (from < 0) {
      return text;
    }
    StringBuilder repaired = new StringBuilder(text.substring(0, from));
    int begin = from;
    while (begin < text.length()) {
      int end = text.indexOf('\n', begin) + 1;
      String line = text.substring(begin, end == 0 ? text.length() : end);
      repaired.append(isWrong(line, MUCH) ? takenBack(line) : line);
      begin += line.length();
    }
    return repaired.toString();
  }

  /**
   * Whether a text gives everyday Chinese when it is taken back, and less as it stands.
   *
   * @param atLeast by how much the share of everyday characters must grow, at least
   */
  private static boolean isWrong(String text, double atLeast) {
    String back = takenBack(text);
    String kept = back.replace(LOST, "");
    double gain = EverydayCharacters.share(kept) - EverydayCharacters.share(text);
    return kept.length() * 2 > back.length()
        && EverydayCharacters.share(kept) >= SURE
        && gain > atLeast;
  }

  private static String takenBack(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length() * 2);
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '€' || c == '\uFFFD') {
        bytes.writeBytes(text.substring(from, i).getBytes(GB18030));
        bytes.write(c == '€' ? 0x80 : 0xFF);
        from = i + 1;
      }
    }
    bytes.writeBytes(text.substring(from).getBytes(GB18030));
    return bytes.toString(UTF_8);
  }
}
