package org.zhengyu.report.exports;

import java.util.List;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Values of tables as text. */
final class Cells {
  /** Between the texts of a list: 、 and ， stand in texts, and | in pairs. */
  private static final String BETWEEN = "; ";

  private Cells() {}

  /** A value as text; empty where there is none. */
  static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).collect(Collectors.joining(BETWEEN));
    }
    return value.toString();
  }

  /** A text without the characters that XML cannot hold, each replaced by U+FFFD. */
  static String forXml(String text) {
    return text.codePoints().allMatch(Cells::isInXml)
        ? text
        : text.codePoints()
            .map(c -> isInXml(c) ? c : 0xFFFD)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** The production Char of XML 1.0. */
  private static boolean isInXml(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
