package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;

/**
 * The same input and options give the same rows, bit for bit, whatever the work is cut into. All is
 * held against a run on Beam's own local runner, which checks that nobody changes an element.
 */
@Tag("slow")
class SameRowsTest {
  @TempDir static Path temp;
  private static Path flat;
  private static Result whole;
  private static Result folder;

  private static ZhengyuJob job(String name) {
    return ZhengyuJob.into(temp.resolve(name))
        .over(Seeds.CORPUS)
        .with("metadata", temp.resolve("halves.csv"))
        .groupedBy("region,half")
        .with("units", "sentence,window")
        // In ASCII, for another machine may read its arguments by another locale.
        .with("network", "all,around:GDP")
        .with("minJointFrequency", 1);
  }

  @BeforeAll
  static void runWithDefaults() throws IOException {
    writeMetadataWithHalves();
    whole =
        job("whole")
            .with("runner", "DirectRunner")
            .with("enforceImmutability", true)
            .with("enforceEncodability", true)
            .complete();
    // The names of a list of files are relative to the folder of each: all in one, the same names.
    flat = Files.createDirectories(temp.resolve("flat"));
    try (Stream<Path> files = Files.list(Seeds.CORPUS)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, flat.resolve(file.getFileName().toString()));
      }
    }
    folder = job("folder").over(flat).complete();
  }

  /** The metadata of the samples, and to which half of them each belongs: enough to resample. */
  private static void writeMetadataWithHalves() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(Seeds.METADATA, UTF_8)) {
      lines.add(line + (lines.isEmpty() ? ",id,half" : ",," + (lines.size() % 2 == 0 ? "甲" : "乙")));
    }
    String noValues = lines.get(0).replaceAll("[^,]", "").substring(2);
    for (String id : Seeds.texts().keySet()) {
      if (!id.contains(".")) {
        lines.add(noValues + "," + id + "," + (lines.size() % 2 == 0 ? "甲" : "乙"));
      }
    }
    write(temp.resolve("halves.csv"), String.join("\n", lines));
  }

  private static void assertSameRows(Result actual, Result expected) {
    for (Table table : Tables.all()) {
      assertThat(Rows.some(Rows.minus(expected.rows(table), actual.rows(table))))
          .as("rows of %s that are missing", table)
          .isEmpty();
      assertThat(actual.rows(table)).as("rows of %s", table).hasSameSizeAs(expected.rows(table));
    }
  }

  @Test
  void hasEnoughRowsToDiffer() {
    assertThat(whole.number("select count(*) from cooccurrences")).isGreaterThan(10_000);
    assertThat(whole.number("select count(*) from documents where duplicate_of is not null"))
        .isEqualTo(1);
    assertThat(whole.number("select count(log_ratio_ci_low) from keyness")).isGreaterThan(100);
    assertThat(whole.number("select count(weight_ci_low) from network_edges")).isGreaterThan(20);
    assertThat(whole.number("select count(distinct network) from network_nodes")).isEqualTo(3);
    assertThat(whole.number("select count(*) from bursts")).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"1, 20000, 1, 1", "3, 2000, 5, 2", "8, 2000, 32, 1", "8, 1, 3, 7"})
  void doNotDependOnParallelismSplitsBucketsOrShards(
      int parallelism, long splitBytes, int buckets, int shards) {
    Result cut =
        job("cut-" + parallelism + "-" + splitBytes + "-" + buckets + "-" + shards)
            .with("targetParallelism", parallelism)
            .with("splitBytes", splitBytes)
            .with("buckets", buckets)
            .with("shards", shards)
            .complete();
    assertSameRows(cut, whole);
  }

  @Test
  void doNotDependOnTheOrderOfAListOfFiles() throws IOException {
    List<String> paths = new ArrayList<>();
    try (Stream<Path> files = Files.list(flat)) {
      files.forEach(file -> paths.add(file.toString()));
    }
    Collections.sort(paths);
    Collections.shuffle(paths, new Random(7));
    assertSameRows(job("list").with("input", String.join(",", paths)).complete(), folder);
  }

  @Test
  void areThoseOfTheFolderForAPatternThatMatchesItsFiles() {
    assertSameRows(
        job("pattern").with("input", flat.resolve("*.{txt,md,jsonl}")).complete(), folder);
  }

  @Test
  void areNotDoubledWhenFilesAreNamedTwice() {
    assertSameRows(job("twice").with("input", flat + "," + flat + "/../flat").complete(), folder);
  }

  @Test
  void areTheSameWhenAWorkerListsTheInput() {
    Result planned =
        job("planned-on-workers").with("planOnWorkers", true).with("buckets", 7).complete();
    assertSameRows(planned, whole);
    assertThat(planned.manifest()).contains("the input was listed on a worker");
  }

  @Test
  void areTheSameInASecondRun() {
    assertSameRows(job("again").complete(), whole);
  }

  @Test
  void areTheSameWhicheverSegmenterCutsAsHanLpDoesWithoutPhrases() {
    Path lexicon = write(temp.resolve("occurs-nowhere.csv"), "不在文中的短语\n");
    Result lattice = job("lattice").with("words", "hanlp").with("lexicon", lexicon).complete();
    Result hanlp =
        job("hanlp")
            .with("words", "hanlp")
            .with("segmenter", "hanlp")
            .with("lexicon", lexicon)
            .complete();
    assertSameRows(hanlp, lattice);
    assertThat(hanlp.manifest()).containsPattern("\"words\" *: *\"hanlp\"");
    assertThat(whole.manifest()).containsPattern("\"words\" *: *\"core\"");
  }

  /** Another machine: other locale, charset, time zone, compiler, collector and parallelism. */
  @Test
  void areTheSameInAnotherVirtualMachine() throws IOException, InterruptedException {
    Path log = temp.resolve("elsewhere.log");
    int exitCode =
        elsewhere(
            job("elsewhere").with("targetParallelism", 1),
            log,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=zh",
            "-Duser.country=CN",
            "-Duser.timezone=Asia/Shanghai");
    assertThat(exitCode).as(Files.readString(log)).isZero();
    assertSameRows(new Result(temp.resolve("elsewhere")), whole);
  }

  @Test
  void areTheSameWhereAllThatWaitsLiesInFiles() throws IOException, InterruptedException {
    ZhengyuJob job =
        job("in-files").with("runner", "AllInFilesRunner").with("buckets", 3).with("shards", 2);
    Path log = temp.resolve("in-files.log");
    int exitCode = elsewhere(job.with("tempLocation", temp), log);
    assertThat(exitCode).as(Files.readString(log)).isZero();
    assertSameRows(new Result(temp.resolve("in-files")), whole);
    Path none = temp.resolve("none");
    assertThat(elsewhere(job.with("tempLocation", none).with("overwrite", true), log))
        .as("exit code of a run that has files, and no folder for them")
        .isEqualTo(1);
    assertThat(log).content().contains(none.toString());
  }

  /** Runs a job in a process of its own, and returns what that exits with. */
  private static int elsewhere(ZhengyuJob job, Path log, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(job.args());
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start()
        .waitFor();
  }
}
