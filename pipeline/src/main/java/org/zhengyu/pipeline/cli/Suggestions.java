package org.zhengyu.pipeline.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody may have meant who typed a name that there is not. */
final class Suggestions {
  /** One slip in so many letters is likely, more make another word. */
  private static final int LETTERS_PER_SLIP = 3;

  private static final int MOST = 3;

  private Suggestions() {}

  /** A name, and how many slips lie between it and what was typed. */
  private record Candidate(String name, int slips) {}

  /** The names that are like a word, the most alike first. */
  static List<String> of(String word, Collection<String> names) {
    String typed = letters(word);
    List<Candidate> near = new ArrayList<>();
    for (String name : names) {
      int slips = slips(typed, letters(name));
      if (slips * LETTERS_PER_SLIP <= Math.max(typed.length(), name.length())) {
        near.add(new Candidate(name, slips));
      }
    }
    near.sort(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::name));
    return near.stream().limit(MOST).map(Candidate::name).toList();
  }

  /** Capitals and separators are what people remember least. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /**
   * The least number of letters to add, drop, change, or swap with the next, that makes one word of
   * the other (the optimal string alignment distance).
   */
  private static int slips(String a, String b) {
    int[][] slips = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        slips[i][j] = i == 0 || j == 0 ? i + j : Integer.MAX_VALUE;
        if (i > 0 && j > 0) {
          int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
          slips[i][j] =
              Math.min(
                  slips[i - 1][j - 1] + change, 1 + Math.min(slips[i - 1][j], slips[i][j - 1]));
          if (i > 1
              && j > 1
              && a.charAt(i - 1) == b.charAt(j - 2)
              && a.charAt(i - 2) == b.charAt(j - 1)) {
            slips[i][j] = Math.min(slips[i][j], slips[i - 2][j - 2] + 1);
          }
        }
      }
    }
    return slips[a.length()][b.length()];
  }
}
