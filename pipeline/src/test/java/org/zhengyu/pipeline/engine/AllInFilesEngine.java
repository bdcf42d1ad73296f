package org.zhengyu.pipeline.engine;

import java.util.function.Predicate;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.local.AllInFilesRunner;

/** The local runner as it is when the heap is full before anything lies between two groupings. */
public final class AllInFilesEngine implements Engine {
  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == AllInFilesRunner.class;
  }

  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven) {}

  @Override
  public int workers(PipelineOptions options) {
    return options.as(DirectOptions.class).getTargetParallelism();
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    AllInFilesRunner runner = AllInFilesRunner.fromOptions(pipeline.getOptions());
    return CountedJob.of(runner.run(pipeline), workload);
  }
}
