package org.zhengyu.pipeline.engine;

import java.util.function.Predicate;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.runners.direct.DirectRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/** The local runner: starts at once, and keeps on the heap what lies between two groupings. */
public final class DirectEngine implements Engine {
  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == DirectRunner.class;
  }

  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven) {
    DirectOptions direct = options.as(DirectOptions.class);
    direct.setBlockOnRun(false);
    if (!isGiven.test("enforceImmutability")) {
      direct.setEnforceImmutability(false);
    }
    if (!isGiven.test("enforceEncodability")) {
      direct.setEnforceEncodability(false);
    }
  }

  @Override
  public int workers(PipelineOptions options) {
    return options.as(DirectOptions.class).getTargetParallelism();
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    return CountedJob.of(pipeline.run(), workload);
  }
}
