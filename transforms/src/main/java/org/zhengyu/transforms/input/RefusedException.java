package org.zhengyu.transforms.input;

import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.Rejection.Reason;

/** A document or record that cannot be taken, and why. It becomes a row of {@code rejections}. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A detail is one line, whatever it quotes: titles and names may hold more. */
  private static final Pattern LINE_BREAKS = Pattern.compile("\\R");

  private final Reason reason;
  private final @Nullable String docId;
  private final long bytes;

  RefusedException(Reason reason, String detail, long bytes) {
    this(reason, null, detail, bytes);
  }

  RefusedException(Reason reason, @Nullable String docId, String detail, long bytes) {
    super(LINE_BREAKS.matcher(detail).replaceAll(" "));
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
