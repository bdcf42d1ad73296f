package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is wrong with one file that the user wrote, told at once: whoever mends a file wants to mend
 * all of it. The first faults are named, the others counted.
 */
final class Faults {
  private static final int NAMED = 3;

  private final String fileName;
  private final List<Remark> problems = new ArrayList<>();
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
  void add(int line, Remark problem) {
    if (count == 0) {
      firstLine = line;
    }
    count++;
    if (count <= NAMED) {
      problems.add(count == 1 ? problem : Remark.of("line %d: %s", "第 %d 行：%s", line, problem));
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
      Remark named = new Remark(named(Remark::english, "; "), named(Remark::chinese, "；"));
      throw new InputFileException(
          fileName,
          firstLine,
          count > NAMED ? Remark.of("%s; and %d more", "%s；另有 %d 处", named, count - NAMED) : named);
    }
  }

  private String named(Function<Remark, String> language, String between) {
    return problems.stream().map(language).collect(Collectors.joining(between));
  }
}
