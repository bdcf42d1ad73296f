package org.zhengyu.transforms.input;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Rejection.Reason;

/** A document or record that cannot be taken, and why. It becomes a row of {@code rejections}. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final @Nullable String docId;
  private final long bytes;

  RefusedException(Reason reason, String detail, long bytes) {
    this(reason, null, detail, bytes);
  }

  RefusedException(Reason reason, @Nullable String docId, String detail, long bytes) {
    super(detail);
    this.reason = reason;
    this.docId = docId;
    this.bytes = bytes;
  }

  Reason reason() {
    return reason;
  }

  @Nullable String docId() {
    return docId;
  }

  long bytes() {
    return bytes;
  }

  /** The same, with the line of the file in which the record begins. */
  RefusedException inLine(long line) {
    return new RefusedException(reason, docId, "line " + line + ": " + getMessage(), bytes);
  }
}
