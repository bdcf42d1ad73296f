package org.zhengyu.pipeline.engine;

import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;
import org.zhengyu.output.Wording;

/** A pipeline at work. */
public interface RunningJob {
  /**
   * Waits for the end, but not longer than this.
   *
   * @return the state then
   * @throws RuntimeException what failed in the run
   */
  PipelineResult.State await(Duration atMost);

  /** About how much of the work is done, from 0 to 1. */
  double fractionDone();

  /** What the run is at, in a few words. */
  Wording message();
}
