package org.zhengyu.transforms.structure;

import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Marks of footnotes: ① to ⑳, [1] to [99], also in brackets of full width. */
final class Footnotes {
  private static final int LONGEST_MARK = 4;

  private Footnotes() {}

  /** The mark with which a line begins, in one way of writing; null without. */
  static @Nullable String markAt(String text, int begin, int end) {
    char first = text.charAt(begin);
    if (first >= '①' && first <= '⑳') {
      return end - begin > 1 ? String.valueOf(first) : null;
    }
    if ("[［〔".indexOf(first) < 0) {
      return null;
    }
    int i = begin + 1;
    while (i < end && i - begin < LONGEST_MARK - 1 && LineKind.isDigit(text.charAt(i))) {
      i++;
    }
    boolean closed = i > begin + 1 && i < end - 1 && "]］〕".indexOf(text.charAt(i)) >= 0;
    return closed ? "[" + Folding.LOOK_ALIKES.fold(text.substring(begin + 1, i)) + "]" : null;
  }

  /** Adds the marks that stand behind something in a line. */
  static void addReferences(String text, int begin, int end, Set<String> marks) {
    for (int i = begin + 1; i < end; i++) {
      char c = text.charAt(i);
      if ((c >= '①' && c <= '⑳') || c == '[' || c == '［' || c == '〔') {
        String mark = markAt(text, i, Math.min(text.length(), i + LONGEST_MARK + 2));
        if (mark != null) {
          marks.add(mark);
        }
      }
    }
  }
}
