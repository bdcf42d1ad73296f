package org.zhengyu.transforms.input;

/** A record of a table whose end cannot be told: it and all behind it are lost. */
final class InvalidCsvException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  InvalidCsvException(long line, String detail) {
    super(detail);
    this.line = line;
  }

  /** The line, from 1, in which the record begins. */
  long line() {
    return line;
  }
}
