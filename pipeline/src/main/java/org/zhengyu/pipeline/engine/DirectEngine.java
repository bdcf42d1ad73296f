package org.zhengyu.pipeline.engine;

import java.util.function.Predicate;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * Beam's own local runner: checks what it is asked to, and keeps on the heap what lies between two
 * groupings.
 */
public final class DirectEngine implements Engine {
  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == DirectRunner.class;
  }

  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven)
      throws UsageException {
    DirectOptions direct = options.as(DirectOptions.class);
    if (isGiven.test("targetParallelism")) {
      Engine.requireAtLeastOne("--targetParallelism", direct.getTargetParallelism());
    }
    direct.setBlockOnRun(false);
    if (!isGiven.test("enforceImmutability")) {
      direct.setEnforceImmutability(false);
    }
    if (!isGiven.test("enforceEncodability")) {
      direct.setEnforceEncodability(false);
    }
    // Beam takes three threads at least, of which on two processors one is always in the way.
    if (!isGiven.test("targetParallelism")) {
      direct.setTargetParallelism(Math.max(2, Runtime.getRuntime().availableProcessors()));
    }
  }

  @Override
  public int workers(PipelineOptions options) {
    return options.as(DirectOptions.class).getTargetParallelism();
  }

  /** It does not fail cleanly when the heap is full, but stands still or runs for ever. */
  @Override
  public void requireRoomFor(InputSizes input) throws UsageException {
    HeapRoom.require(input, true);
  }

  /** If that fails, it fails again in the worker that needs it, and the run with it. */
  @Override
  public void prepare(Runnable loading) {
    Thread thread = new Thread(loading, "prepare");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    return CountedJob.of(pipeline.run(), workload);
  }
}
