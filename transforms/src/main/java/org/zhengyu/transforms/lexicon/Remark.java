package org.zhengyu.transforms.lexicon;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is to be said of a file that the user wrote, in one line: which language it is read in is
 * known only where it is shown.
 *
 * @param english in English
 * @param chinese in Chinese
 */
public record Remark(String english, String chinese) {

  /**
   * A remark on some values.
   *
   * @param english the format in English
   * @param chinese the format in Chinese, which may take the values in another order
   * @param values what it speaks of; a remark among them is said in the same language
   */
  public static Remark of(String english, String chinese, Object... values) {
    return new Remark(
        format(english, Arrays.stream(values).map(v -> v instanceof Remark r ? r.english : v)),
        format(chinese, Arrays.stream(values).map(v -> v instanceof Remark r ? r.chinese : v)));
  }

  private static String format(String format, Stream<Object> values) {
    return String.format(Locale.ROOT, format, values.toArray());
  }
}
