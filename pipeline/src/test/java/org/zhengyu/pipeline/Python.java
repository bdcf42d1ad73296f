package org.zhengyu.pipeline;

import java.io.IOException;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/** The Pythons of this machine, of which one may have what a test needs. */
public final class Python {
  private static final List<String> CANDIDATES = List.of("python3", "/usr/bin/python3");

  private Python() {}

  /**
   * A Python that has some modules; null where none has.
   *
   * @param modules their names, with commas between
   */
  public static @Nullable String with(String modules) throws InterruptedException {
    for (String candidate : CANDIDATES) {
      if (has(candidate, modules)) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean has(String python, String modules) throws InterruptedException {
    try {
      return new ProcessBuilder(python, "-c", "import " + modules)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      // There is no such program.
      return false;
    }
  }
}
