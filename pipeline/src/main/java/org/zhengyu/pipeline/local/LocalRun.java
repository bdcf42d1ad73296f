package org.zhengyu.pipeline.local;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.runners.core.metrics.MetricsContainerStepMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricResults;
import org.apache.beam.sdk.metrics.MetricsContainer;
import org.apache.beam.sdk.metrics.MetricsEnvironment;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.joda.time.Duration;

/**
 * A pipeline at work on the threads of this process. It has ended when all of its steps have, or
 * when the first of them failed and those at work then are through.
 */
public final class LocalRun implements PipelineResult {
  /** Counters are known by their names alone. */
  private static final String ALL_STEPS = "";

  private final MetricsContainerStepMap metrics = new MetricsContainerStepMap();
  private final Room room;
  private final Workers workers;
  private final List<Step> steps;
  private final AtomicInteger unfinished;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile boolean isCancelled;

  private LocalRun(Pipeline pipeline, int parallelism, Room room) {
    this.room = room;
    this.workers = new Workers(parallelism, metrics.getContainer(ALL_STEPS));
    this.steps = StepBuilder.steps(pipeline, this, room);
    this.unfinished = new AtomicInteger(steps.size());
  }

  static LocalRun start(Pipeline pipeline, int parallelism, Room room) {
    LocalRun run = new LocalRun(pipeline, parallelism, room);
    run.steps.forEach(Step::start);
    return run;
  }

  /** Has a worker do this when one is free, unless the run ends before. */
  void begin(Runnable task) {
    workers.execute(
        () -> {
          try {
            task.run();
          } catch (Throwable e) {
            fail(e);
          }
        });
  }

  /** Is told by every step, once, that it has ended. */
  void stepEnded() {
    if (unfinished.decrementAndGet() == 0) {
      workers.shutdown();
    }
  }

  private void fail(Throwable e) {
    if (!failure.compareAndSet(null, e)) {
      failure.get().addSuppressed(e);
    }
    workers.stop();
  }

  @Override
  public State getState() {
    if (!workers.isTerminated()) {
      return State.RUNNING;
    }
    if (failure.get() != null) {
      return State.FAILED;
    }
    return isCancelled ? State.CANCELLED : State.DONE;
  }

  /** What is at work is done to its end. */
  @Override
  public State cancel() {
    isCancelled = unfinished.get() > 0;
    workers.stop();
    return waitUntilFinish();
  }

  @Override
  public State waitUntilFinish() {
    return waitUntilFinish(Duration.millis(Long.MAX_VALUE));
  }

  /**
   * Waits for the end, but not longer than this.
   *
   * @return the state then
   * @throws Pipeline.PipelineExecutionException with what failed in the run
   */
  @Override
  public State waitUntilFinish(Duration atMost) {
    try {
      workers.awaitTermination(atMost.getMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a pipeline runs", e);
    }
    State state = getState();
    @Nullable Throwable cause = failure.get();
    if (state == State.FAILED && cause != null) {
      throw new Pipeline.PipelineExecutionException(cause);
    }
    return state;
  }

  @Override
  public MetricResults metrics() {
    return MetricsContainerStepMap.asAttemptedOnlyMetricResults(metrics);
  }

  /** Threads that count what they do; in the end the functions are told that it is. */
  private final class Workers extends ThreadPoolExecutor {
    Workers(int threads, MetricsContainer counters) {
      super(
          threads,
          threads,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> {
            Thread thread =
                new Thread(
                    () -> {
                      MetricsEnvironment.setCurrentContainer(counters);
                      work.run();
                    },
                    "local-worker");
            thread.setDaemon(true);
            return thread;
          },
          new DiscardPolicy());
    }

    /** Begins no other task. */
    void stop() {
      shutdown();
      getQueue().clear();
    }

    @Override
    protected void terminated() {
      try (room) {
        steps.forEach(Step::tearDown);
      } catch (IOException | RuntimeException e) {
        failure.compareAndSet(null, e);
      }
    }
  }
}
