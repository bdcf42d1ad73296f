package org.zhengyu.engines.dataflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zhengyu.engines.testkit.Program;
import org.zhengyu.pipeline.engine.Workload;

/**
 * A whole submission to Dataflow without a cloud: the input is planned from a bucket, the jars and
 * the job are sent, the job is watched, and the result is committed in the bucket.
 */
class DataflowIT {
  private static final Duration RUN = Duration.ofMinutes(2);

  private Path work;
  private CloudStandIn cloud;

  @BeforeEach
  void start() throws IOException {
    work = Program.workFolder("dataflow");
    cloud = CloudStandIn.start(DataflowIT::leftByWorkers);
    try (Stream<Path> files = Files.list(Program.repository().resolve("seeds/corpus"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        cloud.objects.put("in/" + file.getFileName(), Files.readAllBytes(file));
      }
    }
    cloud.objects.put("in/notes.numbers", new byte[] {1});
  }

  /** No files of tables, and the fact of one document without a token. */
  private static Optional<byte[]> leftByWorkers(String name) {
    if (name.matches("out/_incomplete-.*/_facts[.]jsonl")) {
      String document =
          "{'fact':'Documents','accepted':1,'duplicated':0,'empty':1,'characters':0}\n";
      return Optional.of(document.replace('\'', '"').getBytes(UTF_8));
    }
    return name.matches("out/_incomplete-.*/_files[.]jsonl")
        ? Optional.of(new byte[0])
        : Optional.empty();
  }

  @AfterEach
  void end() {
    cloud.close();
  }

  private Program program(String... more) throws IOException {
    List<String> args =
        new ArrayList<>(
            List.of(
                "--runner=DataflowRunner",
                "--project=project-1",
                "--region=us-central1",
                "--tempLocation=gs://zhengyu/tmp",
                "--gcsEndpoint=" + cloud.root() + "storage/v1/",
                "--dataflowEndpoint=" + cloud.root(),
                "--pathValidatorClass=org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator",
                "--credentialFactoryClass=org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory",
                "--input=gs://zhengyu/in/"));
    // A later option replaces an earlier one of the same name.
    for (String option : more) {
      args.removeIf(arg -> arg.startsWith(option.substring(0, option.indexOf('=') + 1)));
      args.add(option);
    }
    return Program.start(work.resolve("program.log"), args);
  }

  @Test
  void aJobIsPlannedFromABucketSubmittedWatchedAndCommitted() throws Exception {
    Path jobFile = work.resolve("job.json");
    try (Program program = program("--output=gs://zhengyu/out", "--dataflowJobFile=" + jobFile)) {
      assertThat(program.exitCode(RUN)).as("it printed %s", program.printed()).isZero();
    }
    assertThat(cloud.unknown).isEmpty();
    assertThat(cloud.jobs).hasSize(1);
    assertThat(steps(cloud.jobs.get(0)))
        .containsAll(steps(new ObjectMapper().readTree(Files.readString(jobFile, UTF_8))))
        .anyMatch(step -> step.startsWith(Workload.SEGMENTATION_STEP))
        .anyMatch(step -> step.startsWith("CountPairs"))
        .anyMatch(step -> step.startsWith("Write cooccurrences"));
    assertThat(cloud.objects.keySet())
        .anyMatch(name -> name.startsWith("tmp/") && name.contains("zhengyu-transforms"))
        .anyMatch(name -> name.startsWith("tmp/") && name.contains("pipeline"));
    assertThat(cloud.objects.keySet().stream().filter(name -> name.startsWith("out/")))
        .contains(
            "out/_SUCCESS",
            "out/_manifest.json",
            "out/datapackage.json",
            "out/terms/part-00000.parquet")
        .noneMatch(name -> name.contains("_incomplete"));
    assertThat(new String(cloud.objects.get("out/_manifest.json"), UTF_8))
        .contains("DataflowRunner", "gs://zhengyu/in/notes.numbers: not a format that is read");
  }

  private static List<String> steps(JsonNode job) {
    List<String> steps = new ArrayList<>();
    job.path("steps")
        .forEach(
            step -> steps.add(step.path("properties").path("user_name").path("value").asText()));
    return steps;
  }

  @Test
  void anInputThatOnlyTheWorkersCanListIsPlannedByAStepOfTheJob() throws Exception {
    try (Program program =
        program(
            "--output=gs://zhengyu/out", "--input=gs://hidden/**.txt", "--planOnWorkers=true")) {
      assertThat(program.exitCode(RUN)).as("it printed %s", program.printed()).isZero();
    }
    assertThat(steps(cloud.jobs.get(0))).anyMatch(step -> step.startsWith("Plan/List"));
  }

  @Test
  void anOutputOnThisMachineIsRefused() throws Exception {
    try (Program program = program("--output=" + work.resolve("out"))) {
      assertThat(program.exitCode(RUN)).isEqualTo(2);
      assertThat(program.printed()).startsWith("zhengyu: --output: ").contains("gs://");
    }
    assertThat(cloud.jobs).isEmpty();
  }

  @Test
  void aPatternThatMatchesNothingIsRefused() throws Exception {
    try (Program program =
        program("--output=gs://zhengyu/out", "--input=gs://zhengyu/nothing/*.txt")) {
      assertThat(program.exitCode(RUN)).isEqualTo(2);
      assertThat(program.printed()).contains("--input: gs://zhengyu/nothing/*.txt");
    }
    assertThat(cloud.jobs).isEmpty();
  }
}
