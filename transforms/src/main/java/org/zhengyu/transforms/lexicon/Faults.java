package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.List;

/**
 * What is wrong with one file that the user wrote, told at once: whoever mends a file wants to mend
 * all of it. The first faults are named, the others counted.
 */
final class Faults {
  private static final int NAMED = 3;

  private final String fileName;
  private final List<String> problems = new ArrayList<>();
  private int firstLine;
  private int count;

  /** No faults yet in this file. */
  Faults(String fileName) {
    this.fileName = fileName;
  }

  /**
   * Adds a fault.
   *
   * @param line where it is, counted from 1
   * @param problem what is wrong, in one line
   */
  void add(int line, String problem) {
    if (count == 0) {
      firstLine = line;
    }
    count++;
    if (count <= NAMED) {
      problems.add(count == 1 ? problem : "line " + line + ": " + problem);
    }
  }

  /** Whether there is none. */
  boolean isEmpty() {
    return count == 0;
  }

  /**
   * Ends the reading if there was a fault.
   *
   * @throws InputFileException with the line of the first fault
   */
  void refuse() throws InputFileException {
    if (count > 0) {
      String named = String.join("; ", problems);
      throw new InputFileException(
          fileName,
          firstLine,
          count > NAMED ? named + "; and " + (count - NAMED) + " more" : named);
    }
  }
}
