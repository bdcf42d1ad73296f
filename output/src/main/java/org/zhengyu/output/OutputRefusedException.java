package org.zhengyu.output;

import java.io.IOException;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The output folder cannot be used, through no fault of the program. The message is one line, names
 * the folder and says what its owner can do.
 */
public final class OutputRefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient Wording wording;

  OutputRefusedException(Refusal refusal, Object... values) {
    this(null, refusal, values);
  }

  OutputRefusedException(@Nullable Throwable cause, Refusal refusal, Object... values) {
    this(cause, refusal.of(values));
  }

  private OutputRefusedException(@Nullable Throwable cause, Wording wording) {
    super(wording.english(), cause);
    this.wording = wording;
  }

  /** The message in both languages. */
  public Wording wording() {
    return wording;
  }
}
