package org.zhengyu.output;

import java.io.IOException;

/**
 * The output folder cannot be used, through no fault of the program. The message is one line, names
 * the folder and says what its owner can do.
 */
public final class OutputRefusedException extends IOException {

  OutputRefusedException(String message) {
    super(message);
  }

  OutputRefusedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** The folder holds something that is not ours to replace. */
  static OutputRefusedException stranger(Storage folder, String entry) {
    return new OutputRefusedException(
        "The output folder "
            + folder
            + " holds "
            + entry
            + ", which no run of zhengyu wrote: move it away, or name another folder");
  }
}
