package org.zhengyu.pipeline.engine;

import java.util.function.Predicate;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;

/** Any runner of Beam, as it is. */
final class PlainEngine implements Engine {
  @Override
  public boolean runs(PipelineOptions options) {
    return true;
  }

  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven) {}

  @Override
  public int workers(PipelineOptions options) {
    return Runtime.getRuntime().availableProcessors();
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    return CountedJob.of(pipeline.run(), workload);
  }
}
