package org.zhengyu.engines.dataflow;

import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.engine.CountedJob;
import org.zhengyu.pipeline.engine.RunningJob;
import org.zhengyu.pipeline.engine.Workload;

/**
 * A job on Dataflow. It tells its counters while it runs; asking is a request to the service, which
 * updates them every half minute or so, so it is asked seldom.
 */
final class DataflowJob implements RunningJob {
  private static final Duration LOOK_EVERY = Duration.standardSeconds(10);

  private final CountedJob counted;

  private DataflowJob(CountedJob counted) {
    this.counted = counted;
  }

  static DataflowJob of(PipelineResult run, Workload workload) {
    return new DataflowJob(CountedJob.of(run, workload));
  }

  @Override
  public PipelineResult.State await(Duration atMost) {
    return counted.await(LOOK_EVERY.isLongerThan(atMost) ? LOOK_EVERY : atMost);
  }

  @Override
  public double fractionDone() {
    return counted.fractionDone();
  }

  @Override
  public Wording message() {
    return counted.message();
  }
}
