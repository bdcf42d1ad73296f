package org.zhengyu.transforms.lexicon;

/**
 * A file that the user wrote for a run (lexicon, stop words, metadata) breaks its format: wrong
 * use, not a defect of the program. The message reads {@code file:line: what is wrong}, on one
 * line, and is meant to be shown as it is.
 */
public final class InputFileException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String fileName;
  private final int line;
  private final transient Remark problem;

  /**
   * A fault of a file.
   *
   * @param fileName the file as the user named it
   * @param line the line at fault, counted from 1 as editors do
   * @param problem what is wrong, in one line
   */
  public InputFileException(String fileName, int line, Remark problem) {
    super(fileName + ":" + line + ": " + problem.english());
    this.fileName = fileName;
    this.line = line;
    this.problem = problem;
  }

  /** The file as the user named it. */
  public String fileName() {
    return fileName;
  }

  /** The line at fault, counted from 1. */
  public int line() {
    return line;
  }

  /** The message in both languages. */
  public Remark remark() {
    return Remark.of("%s:%d: %s", "%s:%d：%s", fileName, line, problem);
  }
}
