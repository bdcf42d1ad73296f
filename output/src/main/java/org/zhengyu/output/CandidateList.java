package org.zhengyu.output;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The best candidates of a result as a file that is a lexicon as it stands: one a line, in the
 * column of phrases, under the category {@value #CATEGORY}.
 */
public final class CandidateList {
  /** What a candidate belongs to until somebody who read it says better. */
  private static final String CATEGORY = "candidate";

  static final String NAME = "candidates.csv";

  private static final String FIRST_LINE =
      "# Zhengyu: expressions of this result, a lexicon as it stands.\n";

  private static final int HEAD_LINES = 2;

  private CandidateList() {}

  /** The file of these expressions, the best first. */
  public static String of(List<String> candidates) {
    StringBuilder file = new StringBuilder(FIRST_LINE).append("phrase,category,variants,since\n");
    for (String candidate : candidates) {
      file.append('"').append(candidate).append("\",").append(CATEGORY).append(",,\n");
    }
    return file.toString();
  }

  /** The same list with so many of its candidates. */
  public static String first(String list, int most) {
    return list.lines().limit(HEAD_LINES + (long) most).collect(Collectors.joining("\n")) + "\n";
  }

  /** Whether a file is such a list. */
  static boolean isOurs(String text) {
    return text.startsWith(FIRST_LINE);
  }
}
