package org.zhengyu.output;

/** By what the report of a result is known to be this project's: an element of its head. */
public final class ReportMark {

  /** The element, which stands in the first lines of the page. */
  public static final String ELEMENT = "<meta name=\"generator\" content=\"" + Json.PROJECT + "\">";

  private static final int FIRST_CHARACTERS = 4000;

  private ReportMark() {}

  /** Whether a page has it. */
  static boolean isOn(String html) {
    return html.substring(0, Math.min(html.length(), FIRST_CHARACTERS)).contains(ELEMENT);
  }
}
