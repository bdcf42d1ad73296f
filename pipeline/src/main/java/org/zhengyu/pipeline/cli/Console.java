package org.zhengyu.pipeline.cli;

import java.io.PrintStream;
import org.zhengyu.output.Language;

/**
 * Where the program prints, and how.
 *
 * @param out for what was asked for
 * @param err for progress and errors
 * @param onTerminal whether a line of {@code err} can be drawn again
 * @param language for help and messages
 */
public record Console(PrintStream out, PrintStream err, boolean onTerminal, Language language) {
  /** Says on one line what is wrong, led by the name of the program. */
  public void complain(String problem) {
    err.println(Visible.of(Commands.PROGRAM + ": " + problem));
  }
}
