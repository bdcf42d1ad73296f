package org.zhengyu.transforms.lexicon;

/**
 * A file that the user wrote for a run (lexicon, stop words) breaks its format: wrong use, not a
 * defect of the program. The message reads {@code file:line: what is wrong}, on one line, and is
 * meant to be shown as it is.
 */
public final class InputFileException extends Exception {

  private final String fileName;
  private final int line;

  /**
   * @param fileName the file as the user named it
   * @param line the line at fault, counted from 1 as editors do
   * @param problem what is wrong, in one line
   */
  public InputFileException(String fileName, int line, String problem) {
    super(fileName + ":" + line + ": " + problem);
    this.fileName = fileName;
    this.line = line;
  }

  /** The file as the user named it. */
  public String fileName() {
    return fileName;
  }

  /** The line at fault, counted from 1. */
  public int line() {
    return line;
  }
}
