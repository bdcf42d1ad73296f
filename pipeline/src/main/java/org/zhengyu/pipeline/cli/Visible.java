package org.zhengyu.pipeline.cli;

import java.util.Locale;

/**
 * Text as it may be printed on a terminal. File names and values of options come from anybody, and
 * a terminal obeys what it is sent: a name could recolour it, write over lines, or turn the order
 * of what follows.
 */
public final class Visible {
  private Visible() {}

  /**
   * The text with each character that moves or turns others written as its code: {@code \u001b}.
   */
  public static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (commands(c)) {
        visible.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        visible.append(c);
      }
    }
    return visible.toString();
  }

  private static boolean commands(char c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.FORMAT -> turnsOthers(c);
      default -> false;
    };
  }

  /** Marks of the direction of writing, by which what is read is not what is there. */
  private static boolean turnsOthers(char c) {
    return c == '\u200E'
        || c == '\u200F'
        || (c >= '\u202A' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }
}
