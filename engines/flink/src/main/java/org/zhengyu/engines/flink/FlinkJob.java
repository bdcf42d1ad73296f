package org.zhengyu.engines.flink;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.engine.EngineMessage;
import org.zhengyu.pipeline.engine.RunningJob;
import org.zhengyu.pipeline.engine.Workload;

/**
 * A job on Flink. The runner's call lasts as long as the job and throws what failed in it, so it
 * has a thread; how far the job is comes from the cluster's REST interface, for the runner tells
 * its counters only at the end. What that interface does not tell is not shown: it decides nothing.
 */
final class FlinkJob implements RunningJob {
  /** How much of the time segmentation takes; the rest is merging and writing. */
  private static final double SEGMENTATION_SHARE = 0.5;

  private static final long NANOS_BETWEEN_LOOKS = 1_000_000_000L;

  private final FutureTask<PipelineResult> run;
  private final Optional<FlinkRest> rest;
  private final String jobName;
  private final Workload workload;
  private Optional<String> jobId = Optional.empty();
  private List<FlinkRest.Vertex> vertices = List.of();
  private long lastLook = System.nanoTime();

  private FlinkJob(Pipeline pipeline, Optional<FlinkRest> rest, Workload workload) {
    this.run = new FutureTask<>(pipeline::run);
    this.rest = rest;
    this.jobName = pipeline.getOptions().getJobName();
    this.workload = workload;
  }

  static FlinkJob start(Pipeline pipeline, Optional<FlinkRest> rest, Workload workload) {
    FlinkJob job = new FlinkJob(pipeline, rest, workload);
    Thread thread = new Thread(job.run, "flink-job");
    thread.setDaemon(true);
    thread.start();
    return job;
  }

  @Override
  public PipelineResult.State await(Duration atMost) {
    try {
      return run.get(atMost.getMillis(), TimeUnit.MILLISECONDS).getState();
    } catch (TimeoutException e) {
      return PipelineResult.State.RUNNING;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the job failed: " + e.getCause(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the job ran", e);
    }
  }

  /** Asks the cluster, which takes its job manager a tenth of a processor if done every second. */
  private void look() {
    if (rest.isEmpty() || System.nanoTime() - lastLook < NANOS_BETWEEN_LOOKS) {
      return;
    }
    try {
      if (jobId.isEmpty()) {
        jobId = rest.get().jobId(jobName);
      }
      if (jobId.isPresent()) {
        vertices = rest.get().vertices(jobId.get());
      }
    } catch (IOException e) {
      // Busy, or about to end: what was known before still stands.
      return;
    } finally {
      lastLook = System.nanoTime();
    }
  }

  @Override
  public double fractionDone() {
    look();
    long subtasks = vertices.stream().mapToLong(FlinkRest.Vertex::subtasks).sum();
    double segmented = workload.splits() == 0 ? 0 : (double) segmentedSplits() / workload.splits();
    return SEGMENTATION_SHARE * segmented
        + (1 - SEGMENTATION_SHARE) * finished() / Math.max(1, subtasks);
  }

  @Override
  public Wording message() {
    look();
    return EngineMessage.STEPS.with(
        segmentedSplits(),
        workload.splits() == 0 ? "?" : String.format(Locale.ROOT, "%,d", workload.splits()),
        vertices.stream().filter(vertex -> vertex.finished() == vertex.subtasks()).count(),
        vertices.size());
  }

  private long finished() {
    return vertices.stream().mapToLong(FlinkRest.Vertex::finished).sum();
  }

  private long segmentedSplits() {
    long read =
        vertices.stream()
            .filter(vertex -> vertex.name().contains(Workload.SEGMENTATION_STEP))
            .mapToLong(FlinkRest.Vertex::recordsRead)
            .max()
            .orElse(0);
    return workload.splits() == 0 ? read : Math.min(workload.splits(), read);
  }
}
