package org.zhengyu.pipeline.cli;

/** How the program ended, as it tells whoever started it. */
public enum ExitCode {
  /** What was asked for is there. */
  COMPLETE(0),
  /** It failed on the way. */
  FAILED(1),
  /** It could not be asked for like this; nothing was written. */
  WRONG_USE(2),
  /**
   * The chosen engine has no room, and another may have; nothing was written. Only the launcher,
   * which then starts the other, is told so.
   */
  ANOTHER_ENGINE(4);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number that the process ends with. */
  public int number() {
    return number;
  }
}
