package org.zhengyu.transforms.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The block of YAML between two lines {@code ---} with which a Markdown file may begin. Of YAML
 * that is read which stands there: keys with a value, a list or a text of several lines. What is
 * nested deeper is left out.
 *
 * @param fields the fields, in their order; a list is its entries with {@code ; } between
 * @param end where the text behind the block begins
 */
record FrontMatter(Map<String, String> fields, int end) {
  private static final int MOST_LINES = 200;
  private static final Pattern FIELD =
      Pattern.compile("([^\\s#:'\"-][^:：]{0,40})[:：](?:\\s+(.*)|)");
  private static final Pattern COMMENT = Pattern.compile("\\s+#.*$");

  /** The block of a text; without fields and of no length where it has none. */
  static FrontMatter of(String text) {
    FrontMatter none = new FrontMatter(Map.of(), 0);
    int at = lineEnd(text, 0);
    if (!text.substring(0, Math.min(at, 8)).strip().equals("---")) {
      return none;
    }
    List<String> lines = new ArrayList<>();
    while (at < text.length() && lines.size() < MOST_LINES) {
      int end = lineEnd(text, at);
      String line = text.substring(at, end).stripTrailing();
      at = end;
      if (line.equals("---") || line.equals("...")) {
        Map<String, String> fields = fields(lines);
        return fields.isEmpty() && !lines.isEmpty() ? none : new FrontMatter(fields, at);
      }
      lines.add(line);
    }
    return none;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static Map<String, String> fields(List<String> lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    String key = null;
    for (String line : lines) {
      Matcher field = FIELD.matcher(line);
      String more = line.strip();
      if (field.matches()) {
        key = field.group(1).strip();
        String value = field.group(2) == null ? "" : field.group(2).strip();
        boolean follows = value.matches("[|>][+-]?");
        fields.put(key, follows ? "" : plain(value));
      } else if (key != null && more.startsWith("- ")) {
        fields.merge(key, plain(more.substring(2)), (one, two) -> join(one, "; ", two));
      } else if (key != null && !more.isEmpty() && !more.startsWith("#")) {
        fields.merge(key, plain(more), (one, two) -> join(one, " ", two));
      }
    }
    return fields;
  }

  private static String join(String one, String between, String two) {
    return one.isEmpty() ? two : one + between + two;
  }

  /** A value without quotation marks, comment, or the brackets of a list. */
  private static String plain(String value) {
    String text = value.strip();
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    if ((first == '"' || first == '\'') && text.length() > 1) {
      int close = text.lastIndexOf(first);
      return close > 0 ? text.substring(1, close) : text;
    }
    text = COMMENT.matcher(text).replaceFirst("");
    if (first == '[' && text.endsWith("]")) {
      List<String> entries = new ArrayList<>();
      for (String entry : text.substring(1, text.length() - 1).split(",", -1)) {
        entries.add(plain(entry));
      }
      return String.join("; ", entries);
    }
    return text.equals("~") || text.equals("null") ? "" : text;
  }
}
