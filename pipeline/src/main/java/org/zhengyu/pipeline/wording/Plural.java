package org.zhengyu.pipeline.wording;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The choice that a text leaves between words for one and for any other number. */
final class Plural {
  /** A place for a value, or a choice between braces. */
  private static final Pattern PART =
      Pattern.compile("%(?:(\\d+)\\$)?[-,.0-9]*([a-z%])|\\{([^{|}]*)\\|([^{|}]*)\\}");

  private Plural() {}

  /**
   * A format with its choices made: {@code %d {document|documents}} has the word for one where the
   * value before the choice is 1.
   *
   * @param values those that the format is for
   */
  static String chosen(String format, Object... values) {
    StringBuilder chosen = new StringBuilder();
    Object last = null;
    int place = 0;
    Matcher part = PART.matcher(format);
    while (part.find()) {
      String kind = part.group(2);
      String said = part.group();
      if (kind == null) {
        said = last instanceof Number one && one.longValue() == 1 ? part.group(3) : part.group(4);
      } else if (!kind.equals("%")) {
        last = values[part.group(1) == null ? place++ : Integer.parseInt(part.group(1)) - 1];
      }
      part.appendReplacement(chosen, Matcher.quoteReplacement(said));
    }
    return part.appendTail(chosen).toString();
  }
}
