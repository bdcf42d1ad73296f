package org.zhengyu.output;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The names of a table's files: {@code part-00003.parquet}, {@code part-sentence-00003.parquet}.
 */
final class PartName {

  static final Pattern PREFIX = Pattern.compile("[a-z][a-z0-9]*");

  private static final Pattern NAME =
      Pattern.compile("part(-" + PREFIX.pattern() + ")?-[0-9]{5,10}\\.parquet");

  private PartName() {}

  /** The name of the file that holds a bucket; {@code prefix} may be empty. */
  static String of(String prefix, int bucket) {
    if (bucket < 0) {
      throw new IllegalArgumentException("a bucket is numbered from 0, not " + bucket);
    }
    String infix = prefix.isEmpty() ? "" : "-" + prefix;
    return String.format(Locale.ROOT, "part%s-%05d.parquet", infix, bucket);
  }

  static boolean matches(String fileName) {
    return NAME.matcher(fileName).matches();
  }
}
