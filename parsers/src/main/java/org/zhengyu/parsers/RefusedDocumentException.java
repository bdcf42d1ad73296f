package org.zhengyu.parsers;

import org.zhengyu.transforms.model.Rejection.Reason;

/** A document that has no text to give, and why. */
final class RefusedDocumentException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  RefusedDocumentException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
