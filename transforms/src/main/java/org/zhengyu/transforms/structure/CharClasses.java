package org.zhengyu.transforms.structure;

/** Properties of single UTF-16 code units, by one table look-up. */
final class CharClasses {
  private static final int WHITE = 1;
  private static final int LINE_BREAK = 2;
  private static final int SENTENCE_END = 4;
  private static final int OPENING = 8;
  private static final int CLOSING = 16;
  private static final int PAUSE = 32;
  private static final int CJK = 64;
  private static final int ALPHANUMERIC = 128;
  private static final int INVISIBLE = 256;

  private static final short[] TABLE = table();

  private CharClasses() {}

  /**
   * White space, including the no-break and ideographic spaces, line breaks and what is invisible.
   */
  static boolean isWhite(char c) {
    return (TABLE[c] & WHITE) != 0;
  }

  /**
   * What takes no room and says nothing, such as a zero-width space, a soft hyphen, a mark of
   * direction or a control character: Unicode's format characters, variation selectors and other
   * characters to ignore by default of the basic plane, and controls that are no white space.
   */
  static boolean isInvisible(char c) {
    return (TABLE[c] & INVISIBLE) != 0;
  }

  /** Whether a pair of surrogates is a variation selector or a tag: all that plane 14 holds. */
  static boolean isInvisible(char high, char low) {
    return high >= '\uDB40' && high <= '\uDB7F' && Character.isLowSurrogate(low);
  }

  /** LF, CR, form feed (a page break), vertical tab, and the Unicode line separators. */
  static boolean isLineBreak(char c) {
    return (TABLE[c] & LINE_BREAK) != 0;
  }

  /** 。！？； and their half-width forms in Chinese fonts, not ASCII. */
  static boolean isSentenceEnd(char c) {
    return (TABLE[c] & SENTENCE_END) != 0;
  }

  /** … or ⋯, which come in pairs. */
  static boolean isEllipsis(char c) {
    return c == '…' || c == '⋯';
  }

  /** An opening bracket or quote, other than the ASCII quotes. */
  static boolean isOpening(char c) {
    return (TABLE[c] & OPENING) != 0;
  }

  /** A closing bracket or quote, other than the ASCII quotes. */
  static boolean isClosing(char c) {
    return (TABLE[c] & CLOSING) != 0;
  }

  /** ， 、 ： and the ASCII comma and colon. */
  static boolean isPause(char c) {
    return (TABLE[c] & PAUSE) != 0;
  }

  /** An ideograph (a surrogate counts as half of one) or full-width punctuation. */
  static boolean isCjk(char c) {
    return (TABLE[c] & CJK) != 0;
  }

  /** A Latin letter or a digit, full-width ones included. */
  static boolean isAlphanumeric(char c) {
    return (TABLE[c] & ALPHANUMERIC) != 0;
  }

  /** An ideograph of the basic plane: what nine of ten characters are, and never punctuation. */
  static boolean isPlainIdeograph(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  /** Columns that {@code c} takes in print: 2 for an ideograph or full-width mark, 1 otherwise. */
  static int columns(char c) {
    return c >= 0x1100 || (c >= 0x2010 && c <= 0x2027) || c == '·' ? 2 : 1;
  }

  private static short[] table() {
    short[] table = new short[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        table[c] |= WHITE;
      }
      if (isInvisibleByUnicode((char) c)) {
        table[c] |= WHITE | INVISIBLE;
      }
      if (Character.isIdeographic(c)
          || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
          || (c >= 0x3001 && c <= 0x303F)
          || (c >= 0xFF01 && c <= 0xFF0F)
          || (c >= 0xFF1A && c <= 0xFF20)) {
        table[c] |= CJK;
      }
      if ((c < 0x250 && Character.isLetterOrDigit(c))
          || (c >= 0xFF10 && c <= 0xFF5A && Character.isLetterOrDigit(c))) {
        table[c] |= ALPHANUMERIC;
      }
    }
    mark(table, WHITE | LINE_BREAK, "\n\r\f\u000B\u0085\u2028\u2029");
    mark(table, SENTENCE_END, "。！？；｡");
    mark(table, OPENING, "“‘「『《〈（【〔［｛([");
    mark(table, CLOSING, "”’」』》〉）】〕］｝)]");
    mark(table, PAUSE, "，、：,:");
    mark(table, CJK, "“”‘’—…");
    return table;
  }

  private static boolean isInvisibleByUnicode(char c) {
    switch (Character.getType(c)) {
      case Character.FORMAT:
        // The others of Arabic and Syriac are signs in front of numbers, and are seen.
        return c == '\u00AD' || c == '\u061C' || c >= '\u180E';
      case Character.CONTROL:
        return !Character.isWhitespace(c);
      default:
        return (c >= '\uFE00' && c <= '\uFE0F')
            || (c >= '\u180B' && c <= '\u180F')
            || c == '\u034F'
            || c == '\u115F'
            || c == '\u1160'
            || c == '\u3164'
            || c == '\uFFA0';
    }
  }

  private static void mark(short[] table, int property, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      table[characters.charAt(i)] |= (short) property;
    }
  }
}
