package org.zhengyu.parsers;

import org.xml.sax.SAXException;

/** The text of a document is longer than any may be. */
final class TextLimitException extends SAXException {
  private static final long serialVersionUID = 1L;
}
