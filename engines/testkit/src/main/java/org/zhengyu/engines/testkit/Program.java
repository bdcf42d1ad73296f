package org.zhengyu.engines.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program, started by its launcher in a process of its own, as a user starts it. */
public final class Program implements AutoCloseable {
  private final Process process;
  private final Path log;

  private Program(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** The root of the repository. */
  public static Path repository() {
    return Path.of(System.getProperty("zhengyu.root"));
  }

  /** An empty folder for what a test writes. It is left there, to be looked at after a failure. */
  public static Path workFolder(String name) throws IOException {
    Path folder = Path.of(System.getProperty("zhengyu.work")).resolve(name);
    Files.createDirectories(folder);
    return Files.createTempDirectory(folder, "run");
  }

  /**
   * Starts the program with the jars that this build made.
   *
   * @param log where its output goes
   * @param args its arguments
   */
  public static Program start(Path log, List<String> args) throws IOException {
    List<String> command = new ArrayList<>(List.of(repository().resolve("zhengyu").toString()));
    command.addAll(args);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("ZHENGYU_BUILD", "never");
    builder.environment().put("ZHENGYU_JAVA_OPTS", "-Xmx1g");
    return new Program(builder.start(), log);
  }

  /** Whether it runs. */
  public boolean isRunning() {
    return process.isAlive();
  }

  /**
   * Waits for its end.
   *
   * @return the exit code
   * @throws IllegalStateException if it did not end in time
   */
  public int exitCode(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("not ended after " + atMost + ": " + log);
    }
    return process.exitValue();
  }

  /** What it printed so far, both streams. */
  public String printed() throws IOException {
    return Files.readString(log);
  }

  /** Ends it, and the Java process that the launcher started, if it still runs. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
