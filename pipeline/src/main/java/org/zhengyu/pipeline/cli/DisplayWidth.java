package org.zhengyu.pipeline.cli;

import java.util.List;

/** How many places text takes at a terminal: a Chinese character two, a combining mark none. */
public final class DisplayWidth {
  /** Where wide characters are, the first and the last of each stretch: Unicode's annex 11. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x231A, 0x231B, 0x2329, 0x232A, 0x23E9, 0x23EC, 0x2614, 0x2615, 0x2648, 0x2653,
    0x26AA, 0x26AB, 0x26BD, 0x26BE, 0x2705, 0x2705, 0x274C, 0x274C, 0x2753, 0x2755, 0x2E80, 0x303E,
    0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF, 0xA960, 0xA97C, 0xAC00, 0xD7A3,
    0xF900, 0xFAFF, 0xFE10, 0xFE19, 0xFE30, 0xFE6B, 0xFF01, 0xFF60, 0xFFE0, 0xFFE6, 0x16FE0,
    0x18CFF, 0x1AFF0, 0x1B2FF, 0x1F004, 0x1F004, 0x1F0CF, 0x1F0CF, 0x1F18E, 0x1F18E, 0x1F191,
    0x1F19A, 0x1F200, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F7E0, 0x1F7EB, 0x1F90C, 0x1F9FF, 0x1FA70,
    0x1FAFF, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /** The places of a text without line breaks. */
  public static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /** Whether a character takes two places. */
  static boolean isWide(int codePoint) {
    for (int i = 0; i < WIDE.length && WIDE[i] <= codePoint; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** The text and blanks behind it, together so many places; longer ones are cut. */
  public static String padEnd(String text, int places) {
    String cut = cut(text.codePoints().toArray(), places, false);
    return cut + " ".repeat(places - of(cut));
  }

  /** The text and blanks before it, together so many places; of longer ones the end is kept. */
  public static String padStart(String text, int places) {
    String cut = cut(text.codePoints().toArray(), places, true);
    return " ".repeat(places - of(cut)) + cut;
  }

  private static String cut(int[] points, int places, boolean keepsEnd) {
    int taken = 0;
    int kept = 0;
    while (kept < points.length) {
      int width = of(points[keepsEnd ? points.length - 1 - kept : kept]);
      if (taken + width > places) {
        break;
      }
      taken += width;
      kept++;
    }
    return new String(points, keepsEnd ? points.length - kept : 0, kept);
  }

  /** The greatest width of these texts; 0 without any. */
  public static int most(List<String> texts) {
    return texts.stream().mapToInt(DisplayWidth::of).max().orElse(0);
  }
}
