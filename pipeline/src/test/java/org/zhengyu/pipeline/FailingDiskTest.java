package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a run leaves on a disk that fails under it: whole results or none, and one line. */
@Tag("slow")
class FailingDiskTest {
  /** So many places of a kind are tried: the first, the last, and some between. */
  private static final int PLACES = 7;

  @TempDir Path temp;
  private Path output;

  @BeforeEach
  void writeTwoCorpora() {
    output = temp.resolve("result");
    write(temp.resolve("one/a.txt"), "推进产业链建设，实施链长制。");
    write(temp.resolve("one/b.txt"), "推进城市更新。");
    write(temp.resolve("two/c.txt"), "环境保护。");
  }

  @AfterEach
  void heal() {
    FailingDisk.heal();
  }

  private ZhengyuJob job(String corpus) {
    return ZhengyuJob.into(output)
        .with("output", FailingDisk.uri(output))
        .over(temp.resolve(corpus))
        .with("tables", "documents,terms,tokens")
        .with("overwrite", true);
  }

  /** All files that are in place, but for the page of a result, which holds the time. */
  private Map<String, ByteBuffer> tables() throws IOException {
    Map<String, ByteBuffer> tables = new TreeMap<>();
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".parquet")).toList()) {
        String name = output.relativize(file).toString();
        if (!name.startsWith("_incomplete-")) {
          tables.put(name, ByteBuffer.wrap(Files.readAllBytes(file)));
        }
      }
    }
    return tables;
  }

  /** What a person does who has read that no run is alive, for nobody else can know it. */
  private void deleteLock() throws IOException {
    Path lock = output.resolve("_lock");
    if (Files.exists(lock)) {
      try (Stream<Path> claims = Files.list(lock)) {
        for (Path claim : claims.toList()) {
          Files.delete(claim);
        }
      }
      Files.delete(lock);
    }
  }

  private static List<Integer> places(int made) {
    List<Integer> places = new ArrayList<>(List.of(1, made));
    new Random(3).ints(PLACES - 2, 1, made + 1).forEach(places::add);
    return places;
  }

  @ParameterizedTest
  @EnumSource(FailingDisk.Change.class)
  void leavesTheOldResultOrTheNewOneAndSaysWhyInOneLine(FailingDisk.Change change)
      throws IOException {
    assertThat(job("two").run().exitCode()).isZero();
    Map<String, ByteBuffer> two = tables();
    assertThat(job("one").run().exitCode()).isZero();
    Map<String, ByteBuffer> one = tables();
    assertThat(one).hasSizeGreaterThan(2).isNotEqualTo(two);
    FailingDisk.heal();
    assertThat(job("two").run().exitCode()).isZero();
    int made = FailingDisk.made(change);
    assertThat(job("one").run().exitCode()).isZero();

    for (int place : places(made)) {
      boolean isForGood = place % 2 == 0;
      FailingDisk.failAt(change, place, isForGood);
      ZhengyuJob.Ended ended = job("two").run();
      String when = change + " " + place + " of " + made + (isForGood ? ", for good" : "");
      assertThat(ended.exitCode()).as("%s: %s", when, ended.err()).isEqualTo(1);
      assertThat(ended.complaint())
          .as(when)
          .isEqualTo("zhengyu: the run failed: IOException: No space left on device");
      if (Files.exists(output.resolve("_SUCCESS"))) {
        assertThat(tables()).as(when).isIn(one, two);
      }

      FailingDisk.heal();
      deleteLock();
      ZhengyuJob.Ended next = job("one").run();
      assertThat(next.exitCode()).as("the next run, after %s: %s", when, next.err()).isZero();
      assertThat(tables()).as("the next run, after %s", when).isEqualTo(one);
    }
  }
}
