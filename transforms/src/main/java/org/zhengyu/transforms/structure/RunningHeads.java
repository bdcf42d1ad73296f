package org.zhengyu.transforms.structure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The lines that stand at the top or bottom of every page: the title of a book, a number alone.
 * They are short, break off, and are the same but for their digits at three page borders or more,
 * and seldom anywhere else. A page border is a form feed or a page number.
 */
final class RunningHeads {
  private static final int LONGEST = 40;
  private static final int FEWEST = 3;

  private RunningHeads() {}

  /** Whether each line is one; null when none is. */
  static boolean[] find(String text, PhysicalLines lines) {
    Map<String, Integer> atBorders = new HashMap<>();
    for (int i = 0; i < lines.count(); i++) {
      if (isAtBorder(lines, i) && mayBe(lines, i)) {
        atBorders.merge(key(text, lines, i), 1, Integer::sum);
      }
    }
    atBorders.values().removeIf(count -> count < FEWEST);
    if (atBorders.isEmpty()) {
      return null;
    }
    Map<String, Integer> elsewhere = new HashMap<>();
    for (int i = 0; i < lines.count(); i++) {
      if (!isAtBorder(lines, i) && mayBe(lines, i)) {
        String key = key(text, lines, i);
        if (atBorders.containsKey(key)) {
          elsewhere.merge(key, 1, Integer::sum);
        }
      }
    }
    Set<String> heads = new HashSet<>(atBorders.keySet());
    heads.removeIf(key -> elsewhere.getOrDefault(key, 0) * 4 > atBorders.get(key));
    boolean[] found = new boolean[lines.count()];
    boolean any = false;
    // A title that runs on over all pages is the title where it stands first.
    for (int i = 1; i < lines.count(); i++) {
      found[i] = isAtBorder(lines, i) && mayBe(lines, i) && heads.contains(key(text, lines, i));
      any |= found[i];
    }
    return any ? found : null;
  }

  private static boolean isAtBorder(PhysicalLines lines, int line) {
    boolean last = line + 1 == lines.count();
    return lines.isAfterFurniture(line) || last || lines.isAfterFurniture(line + 1);
  }

  private static boolean mayBe(PhysicalLines lines, int line) {
    LineKind kind = lines.kind(line);
    return lines.length(line) <= LONGEST
        && !lines.isFinished(line)
        && kind != LineKind.TABLE
        && kind != LineKind.MARKDOWN;
  }

  private static String key(String text, PhysicalLines lines, int line) {
    StringBuilder key = new StringBuilder();
    for (int i = lines.begin(line); i < lines.end(line); i++) {
      char c = text.charAt(i);
      boolean digit = LineKind.isDigit(c);
      if (!CharClasses.isWhite(c)
          && !(digit && key.length() > 0 && key.charAt(key.length() - 1) == '0')) {
        key.append(digit ? '0' : c);
      }
    }
    return key.toString();
  }
}
