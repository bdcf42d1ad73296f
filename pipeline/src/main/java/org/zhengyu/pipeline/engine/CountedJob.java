package org.zhengyu.pipeline.engine;

import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.joda.time.Duration;
import org.zhengyu.output.Wording;
import org.zhengyu.output.WriteTable;
import org.zhengyu.transforms.SegmentDocuments;

/** A run on a runner that tells its counters while it runs. */
public final class CountedJob implements RunningJob {
  /** How much of the time segmentation takes; the rest is merging and writing. */
  private static final double SEGMENTATION_SHARE = 0.5;

  private static final MetricNameFilter WRITTEN =
      MetricNameFilter.named(WriteTable.class, WriteTable.BUCKETS_WRITTEN);

  private final PipelineResult run;
  private final Workload workload;
  private final long started = System.nanoTime();

  private CountedJob(PipelineResult run, Workload workload) {
    this.run = run;
    this.workload = workload;
  }

  /** Follows a run that was started just now. */
  public static CountedJob of(PipelineResult run, Workload workload) {
    return new CountedJob(run, workload);
  }

  @Override
  public PipelineResult.State await(Duration atMost) {
    PipelineResult.State state = run.waitUntilFinish(atMost);
    return state == null ? PipelineResult.State.RUNNING : state;
  }

  @Override
  public double fractionDone() {
    return SEGMENTATION_SHARE
            * share(count(segmented(SegmentDocuments.BYTES_DONE)), workload.textBytes())
        + (1 - SEGMENTATION_SHARE) * share(count(WRITTEN), workload.buckets());
  }

  /** Nothing is said of a whole that is not known. */
  private static double share(long part, long whole) {
    return whole == 0 ? 0 : Math.min(1, (double) part / whole);
  }

  @Override
  public Wording message() {
    long documents = count(segmented(SegmentDocuments.DOCUMENTS_DONE));
    long bytes = count(segmented(SegmentDocuments.BYTES_DONE));
    if (bytes > 0 && bytes >= workload.textBytes() && workload.buckets() > 0) {
      return EngineMessage.WRITING.with(documents, count(WRITTEN), workload.buckets());
    }
    double seconds = (System.nanoTime() - started) / 1e9;
    return EngineMessage.SEGMENTING.with(
        documents, count(segmented(SegmentDocuments.CHARACTERS_DONE)) / seconds);
  }

  private static MetricNameFilter segmented(String name) {
    return MetricNameFilter.named(SegmentDocuments.PROGRESS, name);
  }

  private long count(MetricNameFilter name) {
    long sum = 0;
    for (MetricResult<Long> counter :
        run.metrics()
            .queryMetrics(MetricsFilter.builder().addNameFilter(name).build())
            .getCounters()) {
      sum += counter.getAttempted();
    }
    return sum;
  }
}
