package org.zhengyu.transforms.parse;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.zhengyu.transforms.model.Rejection.Reason;

/**
 * A process that takes documents apart, one after the other. What ends it in the middle of one is
 * the answer to that, and it is of no use any more.
 */
final class ParserProcess implements Closeable {
  /** How a Java machine ends that runs out of memory and was told to. */
  private static final int OUT_OF_MEMORY = 3;

  /** A character is at most so many bytes of UTF-8. */
  private static final int BYTES_OF_A_CHAR = 3;

  /** Room for the words of a refusal, however small the largest text is. */
  private static final int BYTES_OF_A_DETAIL = 1 << 16;

  /** How long a process may take to end that has said its last word. */
  private static final int SECONDS_TO_END = 10;

  private static final ScheduledExecutorService TIMER = timer();

  private final ParserLimits limits;
  private final Path folder;
  private final Process process;
  private final DataOutputStream questions;
  private final DataInputStream answers;
  private volatile boolean isLate;

  private ParserProcess(ParserLimits limits, Path folder, Process process) {
    this.limits = limits;
    this.folder = folder;
    this.process = process;
    this.questions =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  private static ScheduledExecutorService timer() {
    return new ScheduledThreadPoolExecutor(
        1,
        task -> {
          Thread thread = new Thread(task, "parser time limit");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Starts a process, with a folder of its own for what it writes down in between.
   *
   * @throws IllegalStateException when it does not come up
   */
  static ParserProcess start(ParserLimits limits) {
    String classPath = ParserJars.classPath();
    try {
      Path folder = Files.createTempDirectory("zhengyu-parser-");
      Process process =
          new ProcessBuilder(command(limits, classPath, folder))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      ParserProcess parser = new ParserProcess(limits, folder, process);
      if (parser.answers.read() != ParserAnswer.READY) {
        parser.close();
        throw new IllegalStateException("the process that reads office documents does not start");
      }
      return parser;
    } catch (IOException e) {
      throw new IllegalStateException(
          "the process that reads office documents does not start: " + e.getMessage(), e);
    }
  }

  private static List<String> command(ParserLimits limits, String classPath, Path folder) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx" + limits.heapMegabytes() + "m",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:+ExitOnOutOfMemoryError",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + folder,
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "-cp",
        classPath,
        ParserJars.MAIN);
  }

  /**
   * Takes a document apart.
   *
   * @param as what it is asked for, of {@link ParserAnswer}
   * @param mostChars the longest text
   */
  ParserAnswer parse(byte[] document, int as, int mostChars) {
    ScheduledFuture<?> deadline =
        TIMER.schedule(this::end, limits.time().toMillis(), TimeUnit.MILLISECONDS);
    try {
      questions.writeByte(as);
      questions.writeInt(mostChars);
      questions.writeInt(document.length);
      questions.write(document);
      questions.flush();
      long mostBytes = (long) BYTES_OF_A_CHAR * mostChars + BYTES_OF_A_DETAIL;
      return ParserAnswer.read(answers, (int) Math.min(mostBytes, Integer.MAX_VALUE));
    } catch (IOException | IllegalArgumentException e) {
      return broken();
    } finally {
      deadline.cancel(false);
    }
  }

  private void end() {
    isLate = true;
    process.destroyForcibly();
  }

  /** What it means that the process ended, or said something else than an answer. */
  private ParserAnswer broken() {
    if (isLate) {
      return ParserAnswer.refused(
          Reason.TIME_LIMIT, "not done after " + limits.time().toSeconds() + " seconds");
    }
    int code = endAndWait();
    return code == OUT_OF_MEMORY
        ? ParserAnswer.refused(
            Reason.MEMORY_LIMIT, "not done with " + limits.heapMegabytes() + " MB of memory")
        : ParserAnswer.refused(Reason.INVALID_FILE, "the parser broke down over it, with " + code);
  }

  /** The exit code: its own if it is about to end by itself. */
  private int endAndWait() {
    try {
      process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
      return process.destroyForcibly().waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a parser ended", e);
    }
  }

  /** Whether it can take another document. */
  boolean isAlive() {
    return process.isAlive() && !isLate;
  }

  /** Ends the process and removes its folder. */
  @Override
  public void close() {
    process.destroyForcibly();
    try (Stream<Path> left = Files.walk(folder)) {
      left.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
