package org.zhengyu.transforms.input;

/** A record of a table that cannot be read; those behind it can. */
final class InvalidCsvException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  private final long bytes;

  InvalidCsvException(long line, String detail, long bytes) {
    super(detail);
    this.line = line;
    this.bytes = bytes;
  }

  /** The size of what is left out, in UTF-8. */
  long bytes() {
    return bytes;
  }

  /** The line, from 1, in which the record begins. */
  long line() {
    return line;
  }
}
