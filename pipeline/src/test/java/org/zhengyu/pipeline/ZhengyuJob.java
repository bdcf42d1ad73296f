package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;

/**
 * Runs the whole job as a user would, in this process, with the checks of the local runner on.
 * Every option is given as on the command line; a later one of the same name replaces an earlier.
 */
final class ZhengyuJob {
  private static final String ALL_TABLES =
      String.join(",", Tables.all().stream().map(Table::name).toList());

  /** All that do not need groups of documents. */
  private static final String UNGROUPED_TABLES =
      ALL_TABLES.replace(Tables.KEYNESS.name() + ",", "");

  private final Path output;
  private final List<String> args;

  private ZhengyuJob(Path output, List<String> args) {
    this.output = output;
    this.args = args;
  }

  /** A job without input that writes all tables but keyness. */
  static ZhengyuJob into(Path output) {
    return new ZhengyuJob(output, List.of())
        .with("output", output)
        .with("tables", UNGROUPED_TABLES)
        .with("targetParallelism", 2);
  }

  /** Another command than a run, of which nothing is said yet. */
  static ZhengyuJob command(Path output) {
    return new ZhengyuJob(output, List.of());
  }

  /** The job with an option set. */
  ZhengyuJob with(String option, Object value) {
    ZhengyuJob without = without(option);
    without.args.add("--" + option + "=" + value);
    return without;
  }

  /** The job with an option not given. */
  ZhengyuJob without(String option) {
    List<String> rest = new ArrayList<>(args);
    rest.removeIf(arg -> arg.startsWith("--" + option + "="));
    return new ZhengyuJob(output, rest);
  }

  /** The arguments, as on the command line. */
  List<String> args() {
    return List.copyOf(args);
  }

  /** The job with an argument added as it stands. */
  ZhengyuJob withArgument(String argument) {
    List<String> more = new ArrayList<>(args);
    more.add(argument);
    return new ZhengyuJob(output, more);
  }

  /** The job with an argument before all others. */
  ZhengyuJob withFirst(String argument) {
    List<String> more = new ArrayList<>(args);
    more.add(0, argument);
    return new ZhengyuJob(output, more);
  }

  /** The job with documents grouped by these fields, and all tables. */
  ZhengyuJob groupedBy(String fields) {
    return with("groupBy", fields).with("tables", ALL_TABLES);
  }

  ZhengyuJob over(Path input) {
    return with("input", input);
  }

  /** Runs the job to its end. */
  Ended run() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            args.toArray(new String[0]),
            Locale.ROOT,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8), output);
  }

  /** Runs the job and opens the result, which must be complete. */
  Result complete() {
    Ended ended = run();
    assertThat(ended.exitCode()).as("exit code; standard error: %s", ended.err()).isZero();
    return ended.result();
  }

  /**
   * How a job ended.
   *
   * @param exitCode what the process would have exited with
   * @param out what it printed
   * @param err what it printed to standard error
   * @param output the output folder, whether it exists or not
   */
  record Ended(int exitCode, String out, String err, Path output) {
    /** What it printed to standard error but for lines of progress, which a slow machine sees. */
    String complaint() {
      return err.lines()
          .filter(line -> !line.matches(" *\\d+ %.*"))
          .collect(Collectors.joining("\n"));
    }

    /** The result folder, which must be marked as complete. */
    Result result() {
      Result result = new Result(output);
      assertThat(result.isMarkedComplete()).as("_SUCCESS in %s; %s", output, err).isTrue();
      return result;
    }
  }

  /** Writes a text file, and the folders above it, in UTF-8. */
  static Path write(Path file, String text) {
    return write(file, text, UTF_8);
  }

  static Path write(Path file, String text, Charset charset) {
    return write(file, text.getBytes(charset));
  }

  static Path write(Path file, byte[] bytes) {
    try {
      Files.createDirectories(file.getParent());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  static byte[] gzip(String text) {
    return gzip(text.getBytes(UTF_8));
  }

  /** The root of the repository. */
  static Path repository() {
    return Path.of(System.getProperty("zhengyu.root"));
  }

  static Path seeds() {
    return repository().resolve("seeds");
  }

  /** A file or folder of the corpora beside the repository; the test is skipped without it. */
  static Path shared(String path) {
    Path shared = repository().resolve("../shared").resolve(path);
    Assumptions.assumeTrue(Files.exists(shared), "not beside the repository: shared/" + path);
    return shared.toAbsolutePath().normalize();
  }
}
