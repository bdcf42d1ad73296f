package org.zhengyu.pipeline.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.plan.UsageException;

/** Something that the program can be asked to do. */
public interface Command {
  /** The word that asks for it. */
  String name();

  /** What it does, in one line. */
  Wording meaning();

  /** Its options, beside the {@linkplain CommonOptions common ones}, in the order of the help. */
  List<Option<?>> options();

  /** The end of its help; empty where there is nothing more to say. */
  default Optional<Wording> footer() {
    return Optional.empty();
  }

  /**
   * The names of options that are not the program's own and that this command hands through. It is
   * asked only when there are words that nobody else knows.
   */
  default Set<String> foreignOptions() {
    return Set.of();
  }

  /**
   * Does it.
   *
   * @throws UsageException if it cannot be done as asked for; nothing is written then
   */
  ExitCode run(Request request, Console console) throws UsageException, IOException;
}
