package org.zhengyu.transforms.markup;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * A line or paragraph of a page, as a reader sees it.
 *
 * @param holder the innermost element that holds all of it
 * @param text what it says, on one line; the cells of a table row with tabs between
 * @param linkedChars how many of its characters other than blanks are links
 */
record Block(Element holder, String text, int linkedChars) {
  private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\u200B\\uFEFF]+");
  private static final String PAUSES = "，。；：！？、,;";

  /** A prose block has a pause, or at least this many characters. */
  private static final int LONG = 40;

  /** How many characters it has other than blanks. */
  int chars() {
    return bare().length();
  }

  /** Its text without blanks. */
  String bare() {
    return BLANK.matcher(text).replaceAll("");
  }

  /** Whether most of it is links. */
  boolean isLinks() {
    return 2 * linkedChars > chars();
  }

  /** Whether it reads like a part of a running text and not like a label or a button. */
  boolean isProse() {
    return !isLinks() && (chars() >= LONG || text.chars().anyMatch(c -> PAUSES.indexOf(c) >= 0));
  }
}
