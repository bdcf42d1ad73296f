package org.zhengyu.engines.flink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.beam.runners.flink.FlinkPipelineOptions;
import org.apache.beam.runners.flink.FlinkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.engine.EngineMessage;
import org.zhengyu.pipeline.engine.RunningJob;
import org.zhengyu.pipeline.engine.Workload;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * Flink: in this process with {@code --flinkMaster=[local]}, the default, where it spills to disk
 * what the heap does not hold; or on the cluster at {@code --flinkMaster=HOST:PORT}, which is sent
 * one jar.
 */
public final class FlinkEngine implements Engine {
  private static final String LOCAL = "[local]";
  private static final String JOB_JAR = "job/zhengyu-flink-job.jar";

  /**
   * They warn of long names of steps, and of tokens that nobody asked for; held, or they are lost.
   */
  private static final List<Logger> NOISY =
      Stream.of(
              "org.apache.flink.metrics.MetricGroup",
              "org.apache.flink.runtime.security.token",
              "org.apache.flink.runtime.webmonitor.WebMonitorUtils")
          .map(Logger::getLogger)
          .toList();

  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == FlinkRunner.class;
  }

  /**
   * {@inheritDoc}
   *
   * <p>Every exchange is a complete one (batch): a lost worker then costs its own part and not the
   * job, and no step waits for slots that another holds.
   */
  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven)
      throws UsageException {
    FlinkPipelineOptions flink = options.as(FlinkPipelineOptions.class);
    if (isGiven.test("parallelism")) {
      Engine.requireAtLeastOne("--parallelism", flink.getParallelism());
    }
    if (!isGiven.test("flinkMaster")) {
      flink.setFlinkMaster(LOCAL);
    }
    if (!isGiven.test("executionModeForBatch")) {
      flink.setExecutionModeForBatch("BATCH_FORCED");
    }
    if (!isGiven.test("fasterCopy")) {
      flink.setFasterCopy(true);
    }
    if (!isGiven.test("jobName")) {
      flink.setJobName("zhengyu-" + UUID.randomUUID());
    }
    NOISY.forEach(logger -> logger.setLevel(Level.SEVERE));
    if (flink.getFlinkMaster().equals(LOCAL)) {
      setLocalDefaults(flink, isGiven);
    } else {
      setClusterDefaults(flink, isGiven);
    }
  }

  private static void setLocalDefaults(FlinkPipelineOptions flink, Predicate<String> isGiven)
      throws UsageException {
    if (!isGiven.test("parallelism")) {
      flink.setParallelism(Runtime.getRuntime().availableProcessors());
    }
    if (!isGiven.test("flinkConfDir")) {
      DirectMemory.requireFor(flink.getParallelism());
      try {
        flink.setFlinkConfDir(LocalConfiguration.create(flink.getParallelism()).toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void setClusterDefaults(FlinkPipelineOptions flink, Predicate<String> isGiven)
      throws UsageException {
    if (!isGiven.test("filesToStage")) {
      flink.setFilesToStage(List.of(jobJar().toString()));
    }
    if (!isGiven.test("parallelism")) {
      flink.setParallelism(slots(flink.getFlinkMaster()));
    }
  }

  private static int slots(String master) throws UsageException {
    int slots;
    try {
      slots = FlinkRest.at(master).slots();
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException("--flinkMaster", EngineMessage.NO_CLUSTER.with(master, e));
    }
    if (slots == 0) {
      throw new UsageException("--flinkMaster", EngineMessage.NO_SLOTS.with(master));
    }
    return slots;
  }

  /** The jar for clusters lies in a folder beside the jars that this process runs from. */
  private static Path jobJar() throws UsageException {
    Path own;
    try {
      own = Path.of(FlinkEngine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the path of a jar is no path", e);
    }
    Path jar = own.getParent().resolve(JOB_JAR);
    if (!Files.isRegularFile(jar)) {
      throw new UsageException("--filesToStage", EngineMessage.NO_JOB_JAR.with(jar));
    }
    return jar;
  }

  @Override
  public int workers(PipelineOptions options) {
    return Math.max(1, options.as(FlinkPipelineOptions.class).getParallelism());
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    FlinkPipelineOptions options = pipeline.getOptions().as(FlinkPipelineOptions.class);
    Optional<FlinkRest> rest =
        options.getFlinkMaster().equals(LOCAL)
            ? LocalConfiguration.restPort(options.getFlinkConfDir())
                .map(port -> FlinkRest.at("127.0.0.1:" + port))
            : Optional.of(FlinkRest.at(options.getFlinkMaster()));
    return FlinkJob.start(pipeline, rest, workload);
  }
}
