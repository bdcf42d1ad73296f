package org.zhengyu.parsers;

import org.xml.sax.helpers.DefaultHandler;

/** Takes the XHTML that Tika makes of a document, up to a number of characters. */
abstract class LimitedHandler extends DefaultHandler {
  private final int mostChars;
  private long chars;

  LimitedHandler(int mostChars) {
    this.mostChars = mostChars;
  }

  @Override
  public final void characters(char[] text, int start, int length) throws TextLimitException {
    chars += length;
    if (isBeyondLimit()) {
      throw new TextLimitException();
    }
    take(text, start, length);
  }

  abstract void take(char[] text, int start, int length);

  /** Whether there was more than the limit; parsers hide what made them end. */
  final boolean isBeyondLimit() {
    return chars > mostChars;
  }
}
