package org.zhengyu.transforms.input;

import org.zhengyu.transforms.lexicon.Remark;

/** A record of a table that cannot be read; those behind it can. */
final class InvalidCsvException extends Exception {
  private static final long serialVersionUID = 1L;

  private final long line;

  private final long bytes;

  private final transient Remark problem;

  InvalidCsvException(long line, Remark problem, long bytes) {
    super(problem.english());
    this.line = line;
    this.bytes = bytes;
    this.problem = problem;
  }

  /** What is wrong, and how much is left out for it. */
  Remark problem() {
    return problem;
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
