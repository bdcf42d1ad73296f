package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of the program as a process: what it leaves when it is killed, and what it opens. */
@Tag("slow")
@Timeout(300)
class ProcessesTest {
  private static final String FEW = "documents,terms,rejections";

  @TempDir Path temp;
  private Path output;

  @BeforeEach
  void writeTwoCorpora() {
    output = temp.resolve("result");
    for (int i = 0; i < 12; i++) {
      write(temp.resolve("one/" + i + ".txt"), "推进产业链建设，实施链长制。".repeat(i + 1) + i);
    }
    write(temp.resolve("two/a.txt"), "环境保护和城市更新。");
  }

  private List<String> args(String input, String... more) {
    List<String> args = new ArrayList<>();
    args.add("--input=" + temp.resolve(input));
    args.add("--output=" + output);
    args.addAll(List.of(more));
    return args;
  }

  private Fork start(Class<?> main, List<String> options, List<String> args) throws IOException {
    return Fork.start(main, Files.createTempDirectory(temp, "work"), options, args);
  }

  private void complete(String input, String... more) throws Exception {
    Fork run = start(Main.class, List.of(), args(input, more));
    assertThat(run.exitCode()).as(run.printed()).isZero();
  }

  /** The bytes of all tables. */
  private SortedMap<String, ByteBuffer> tables() throws IOException {
    SortedMap<String, ByteBuffer> tables = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".parquet")).toList()) {
        tables.put(output.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return tables;
  }

  @Test
  void writesTheSameBytesInEveryProcess() throws Exception {
    complete("two");
    SortedMap<String, ByteBuffer> first = tables();
    complete("two", "--overwrite");

    assertThat(tables()).hasSizeGreaterThan(10).isEqualTo(first);
  }

  /** How far a run is, by what it has made so far. */
  private enum Moment {
    BEGUN,
    COMMITTING,
    REPLACING;

    boolean isReached(Path output) {
      return switch (this) {
        case BEGUN -> has(output, "_incomplete-");
        case COMMITTING -> has(output, "_lock");
        case REPLACING -> !has(output, "_SUCCESS");
      };
    }

    private static boolean has(Path output, String prefix) {
      String[] names = output.toFile().list();
      return names != null && Stream.of(names).anyMatch(name -> name.startsWith(prefix));
    }
  }

  private ZhengyuJob job(String input) {
    return ZhengyuJob.into(output).over(temp.resolve(input)).with("tables", FEW);
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void leavesTheOldResultOrTheNewOneWhenItIsKilled(Moment moment) throws Exception {
    job("two").complete();
    SortedMap<String, ByteBuffer> two = result();
    job("one").with("overwrite", true).complete();
    SortedMap<String, ByteBuffer> one = result();
    Fork run = start(Main.class, List.of(), args("two", "--tables=" + FEW, "--overwrite"));
    while (run.isAlive() && !moment.isReached(output)) {
      Thread.onSpinWait();
    }
    run.kill();
    if (Files.exists(output.resolve("_SUCCESS"))) {
      assertThat(result()).isIn(one, two);
    }

    // Refused, for the folder is not empty; what was begun is finished all the same.
    assertThat(job("two").run().exitCode()).isEqualTo(2);
    assertThat(output.resolve("_SUCCESS")).exists();
    assertThat(result()).isIn(one, two);
    job("one").with("overwrite", true).complete();
    assertThat(tables()).as("nothing of the killed run is left").isEqualTo(one);
  }

  private boolean isStaged(String path) {
    return path.startsWith("_incomplete-");
  }

  /** The bytes of all tables that are in place. */
  private SortedMap<String, ByteBuffer> result() throws IOException {
    SortedMap<String, ByteBuffer> result = tables();
    result.keySet().removeIf(this::isStaged);
    return result;
  }

  @Test
  void leavesNoUnpackedLibraryWhenItIsKilled() throws Exception {
    Path work = Files.createDirectory(temp.resolve("work"));
    Fork run = Fork.start(Main.class, work, List.of(), args("one"));
    while (run.isAlive() && !Moment.BEGUN.isReached(output)) {
      Thread.onSpinWait();
    }
    run.kill();

    try (Stream<Path> left = Files.walk(work)) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .noneMatch(name -> name.contains("snappy") || name.startsWith("zhengyu-"));
    }
  }

  @Test
  void leavesToFlinkWhatTheHeapHasNoRoomForUnlessARunnerIsNamed() throws Exception {
    Fork left = start(Main.class, List.of("-Xmx128m", "-Dzhengyu.flink=true"), args("one"));
    assertThat(left.exitCode()).isEqualTo(4);
    assertThat(left.printed().lines()).singleElement().asString().contains("so Flink runs it");

    Fork named =
        start(
            Main.class,
            List.of("-Xmx128m", "-Dzhengyu.flink=true"),
            args("one", "--runner=LocalRunner"));
    assertThat(named.exitCode()).isEqualTo(2);
    assertThat(named.printed()).contains("--input: ", "-Xmx1g");

    Fork alone = start(Main.class, List.of("-Xmx128m"), args("one"));
    assertThat(alone.exitCode()).isEqualTo(2);
    assertThat(output).doesNotExist();
  }

  private static final List<String> WATCHED =
      List.of("-Djava.nio.channels.spi.SelectorProvider=" + NoNetwork.class.getName());

  @Test
  void opensNoConnection() throws Exception {
    Fork run = start(NoNetwork.class, WATCHED, args("two"));
    assertThat(run.exitCode()).as(run.printed()).isZero();
    assertThat(output.resolve("_SUCCESS")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket", "server", "datagram", "channel"})
  void wouldNoticeAConnection(String kind) throws Exception {
    assertThat(start(NoNetwork.class, WATCHED, List.of(kind)).exitCode())
        .isEqualTo(NoNetwork.EXIT_CODE);
  }
}
