package org.zhengyu.transforms.expressions;

/** Quotation marks, which are one pair whatever their form. */
final class Quotes {
  static final char OPENING = '“';
  static final char CLOSING = '”';

  private Quotes() {}

  static boolean isOpening(char c) {
    return c == OPENING || c == '‘' || c == '「' || c == '『';
  }

  static boolean isClosing(char c) {
    return c == CLOSING || c == '’' || c == '」' || c == '』';
  }

  /** Whether it ends a sentence or a clause of its own, so that no expression goes on behind it. */
  static boolean divides(char c) {
    return switch (c) {
      case '。', '！', '？', '；', '：', '…', '!', '?', ';', '\n', '\u0001' -> true;
      default -> false;
    };
  }
}
