package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own, with the classes of the tests. */
final class Fork {
  private final Process process;
  private final Path printed;

  private Fork(Process process, Path printed) {
    this.process = process;
    this.printed = printed;
  }

  /**
   * Starts a main class.
   *
   * @param work an existing folder, which takes what the process prints and is its temporary one
   * @param options of Java
   */
  static Fork start(Class<?> main, Path work, List<String> options, List<String> args)
      throws IOException {
    Path printed = work.resolve("printed.txt");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx512m", "-Djava.io.tmpdir=" + work));
    command.addAll(options);
    String classes = System.getProperty("java.class.path");
    command.addAll(
        List.of("-cp", System.getProperty("surefire.test.class.path", classes), main.getName()));
    command.addAll(args);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile())
            .start();
    return new Fork(process, printed);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Kills it as nothing can prevent. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for its end; returns the exit code. */
  int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  String printed() throws IOException {
    return Files.readString(printed, UTF_8);
  }
}
