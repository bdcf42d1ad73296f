package org.zhengyu.pipeline.plan;

/**
 * The request cannot be carried out as it was made: wrong use, found before anything is written.
 * The message is one line that names the flag and, where there is one, the file and line.
 */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Wrong use of a flag.
   *
   * @param flag the flag with its dashes
   * @param problem what is wrong with its value
   */
  public UsageException(String flag, String problem) {
    super(flag + ": " + problem.lines().findFirst().orElse(""));
  }

  /** Wrong use that a message describes in full. */
  public UsageException(String message) {
    super(message.lines().findFirst().orElse(""));
  }
}
