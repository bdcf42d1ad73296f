package org.zhengyu.report;

import java.util.HashSet;
import java.util.Set;

/** Tells texts that are mostly in others, of which they are only variants. */
final class Variants {
  /** Characters in a row by which texts are compared. */
  private static final int LENGTH = 4;

  private final Set<String> seen = new HashSet<>();

  /** Whether at least half of a text is in the texts before it; if not, it is one of those. */
  boolean isOneOfMany(String text) {
    Set<String> pieces = new HashSet<>();
    for (int begin = 0; begin == 0 || begin + LENGTH <= text.length(); begin++) {
      pieces.add(text.substring(begin, Math.min(begin + LENGTH, text.length())));
    }
    long known = pieces.stream().filter(seen::contains).count();
    if (2 * known >= pieces.size()) {
      return true;
    }
    seen.addAll(pieces);
    return false;
  }
}
