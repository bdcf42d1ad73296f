package org.zhengyu.transforms.expressions;

import org.zhengyu.transforms.model.Joints;

/** Quotation marks, which are one pair whatever their form. */
final class Quotes {
  static final char OPENING = '“';
  static final char CLOSING = '”';

  private static final String OPENING_BRACKETS = "《〈（([【";

  private Quotes() {}

  static boolean isOpening(char c) {
    return c == OPENING || c == '‘' || c == '「' || c == '『';
  }

  static boolean isClosing(char c) {
    return c == CLOSING || c == '’' || c == '」' || c == '』';
  }

  /** What of a gap ({@link Joints#gapOf}) opens what comes behind it: “ of ，“. */
  static long openingOf(long gap) {
    long opening = Joints.BARE;
    for (long rest = gap; rest != 0; rest >>>= Character.SIZE) {
      char c = (char) rest;
      boolean opens = isOpening(c) || OPENING_BRACKETS.indexOf(c) >= 0;
      if (!opens) {
        opening = Joints.BARE;
      } else if (opening == Joints.BARE) {
        opening = rest;
      }
    }
    return opening;
  }

  /** Whether it ends a sentence or a clause of its own, so that no expression goes on behind it. */
  static boolean divides(char c) {
    return switch (c) {
      case '。', '！', '？', '；', '：', '…', '!', '?', ';', '\n', '\u0001' -> true;
      default -> false;
    };
  }
}
