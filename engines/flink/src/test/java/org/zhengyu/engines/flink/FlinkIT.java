package org.zhengyu.engines.flink;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.zhengyu.engines.testkit.GeneratedCorpus;
import org.zhengyu.engines.testkit.Program;
import org.zhengyu.engines.testkit.SameTables;
import org.zhengyu.pipeline.engine.Workload;

/**
 * The program on Flink, in its own process and on a cluster, started as a user starts it: the same
 * rows as on the local runner, also when a task manager dies on the way.
 */
class FlinkIT {
  private static final long CORPUS_BYTES = 8_000_000;
  private static final Duration RUN = Duration.ofMinutes(4);

  private static Path work;
  private static Path direct;
  private static FlinkCluster cluster;

  @BeforeAll
  static void start() throws Exception {
    work = Program.workFolder("flink");
    GeneratedCorpus.write(work.resolve("generated.jsonl"), CORPUS_BYTES, 20_250_305);
    cluster = FlinkCluster.start(Files.createDirectory(work.resolve("cluster")), 2);
    run("direct");
    direct = work.resolve("direct");
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      cluster.close();
    }
  }

  /** Small splits, so that there is a middle to be in. */
  private static Program program(String name, String... args) throws IOException {
    List<String> all = new ArrayList<>(Arrays.asList(args));
    all.add(
        "--input="
            + Program.repository().resolve("seeds/corpus")
            + ","
            + work.resolve("generated.jsonl"));
    all.add("--output=" + work.resolve(name));
    all.add("--units=sentence,window");
    all.add(
        "--tables=documents,tokens,terms,document_terms,phrases,phrase_occurrences,cooccurrences,rejections");
    all.add("--splitBytes=100000");
    all.add("--buckets=16");
    return Program.start(work.resolve(name + ".log"), all);
  }

  private static void run(String name, String... args) throws Exception {
    try (Program program = program(name, args)) {
      complete(program);
    }
  }

  private static void complete(Program program) throws Exception {
    assertThat(program.exitCode(RUN)).as("exit code; it printed %s", program.printed()).isZero();
  }

  private static void assertSameAsDirect(String name) throws Exception {
    assertThat(SameTables.differences(direct, work.resolve(name))).isEmpty();
  }

  @Test
  void theCorpusYieldsEnoughToDiffer() throws Exception {
    assertThat(SameTables.rows(direct, "documents")).isGreaterThan(1_000);
    assertThat(SameTables.rows(direct, "cooccurrences")).isGreaterThan(100_000);
    assertThat(SameTables.rows(direct, "tokens")).isGreaterThan(1_000_000);
  }

  @Test
  void inItsOwnProcessItYieldsTheSameRows() throws Exception {
    run("local", "--runner=FlinkRunner", "--flinkMaster=[local]");
    assertSameAsDirect("local");
  }

  /** Elements that shards pass on must fit a sort buffer. */
  @Test
  void withDocumentsInShardsItYieldsTheSameRows() throws Exception {
    run("shards", "--runner=FlinkRunner", "--flinkMaster=[local]", "--shards=3");
    assertSameAsDirect("shards");
  }

  @Test
  void onAClusterItYieldsTheSameRowsAndShowsProgress() throws Exception {
    cluster.haveTaskManagers(2);
    try (Program program = onCluster("on-cluster")) {
      complete(program);
      assertThat(program.printed())
          .containsPattern("[1-9][0-9]* of [0-9]+ splits segmented, [0-9]+ of [0-9]+ steps done");
    }
    assertSameAsDirect("on-cluster");
  }

  @Test
  void aTaskManagerThatDiesWhileSegmentingCostsNoRow() throws Exception {
    cluster.haveTaskManagers(2);
    try (Program program = onCluster("segmenting")) {
      JsonNode vertex = running(program, "segmenting", Workload.SEGMENTATION_STEP, 5);
      cluster.killTaskManager();
      assertThat(vertex.path("metrics").path("read-records").asInt()).isLessThan(60);
      complete(program);
    }
    assertThat(failedTasks("segmenting"))
        .anyMatch(task -> task.contains(Workload.SEGMENTATION_STEP));
    assertSameAsDirect("segmenting");
  }

  @Test
  void aTaskManagerThatDiesWhileWritingCostsNoRowAndDoublesNone() throws Exception {
    cluster.haveTaskManagers(2);
    try (Program program = onCluster("writing")) {
      // By its files: what the cluster tells of a step comes late, when it may be over.
      FlinkCluster.until(RUN, () -> staged(program, "writing"), files -> files > 1);
      cluster.killTaskManager();
      complete(program);
    }
    // Which of the two held the writers is the scheduler's choice; that one lost its tasks is not.
    assertThat(failedTasks("writing")).isNotEmpty();
    assertSameAsDirect("writing");
  }

  private static Program onCluster(String name) throws IOException {
    return program(
        name, "--runner=FlinkRunner", "--flinkMaster=" + cluster.master(), "--jobName=" + name);
  }

  /** Waits until a step of a job runs and has read so many elements. */
  private static JsonNode running(Program program, String job, String step, int elements)
      throws Exception {
    return FlinkCluster.until(
        RUN,
        () -> vertex(program, job, step),
        vertex ->
            vertex.path("status").asText().equals("RUNNING")
                && vertex.path("metrics").path("read-records").asInt() >= elements);
  }

  private static JsonNode vertex(Program program, String job, String step) throws IOException {
    assertThat(program.isRunning()).as("runs until %s: %s", step, program.printed()).isTrue();
    for (JsonNode vertex : cluster.ask("/jobs/" + jobId(job)).path("vertices")) {
      if (vertex.path("name").asText().contains(step)) {
        return vertex;
      }
    }
    return MissingNode.getInstance();
  }

  private static String jobId(String name) {
    for (JsonNode job : cluster.ask("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)) {
        return job.path("jid").asText();
      }
    }
    return "none";
  }

  /** The tasks whose failure the cluster noted for a job, and those that failed with them. */
  private static List<String> failedTasks(String job) {
    List<String> tasks = new ArrayList<>();
    JsonNode history = cluster.ask("/jobs/" + jobId(job) + "/exceptions").path("exceptionHistory");
    for (JsonNode failure : history.path("entries")) {
      tasks.add(failure.path("taskName").asText());
      failure.path("concurrentExceptions").forEach(e -> tasks.add(e.path("taskName").asText()));
    }
    return tasks;
  }

  /** How many files of co-occurrences wait for the commit. */
  private static long staged(Program program, String name) throws IOException {
    assertThat(program.isRunning()).as("runs until it writes: %s", program.printed()).isTrue();
    Path output = work.resolve(name);
    if (!Files.isDirectory(output)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(output)) {
      return files.filter(file -> file.toString().contains("/cooccurrences/")).count();
    }
  }
}
