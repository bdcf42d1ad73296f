package org.zhengyu.pipeline.report;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricResult;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.joda.time.Duration;
import org.zhengyu.output.WriteTable;
import org.zhengyu.transforms.ProgressCounters;

/**
 * Follows a run to its end and shows how far it is: documents, characters a second, time left. On a
 * terminal that is a bar, otherwise a line now and then.
 */
public final class Progress {
  /** How much of the time segmentation takes; the rest is merging and writing. */
  private static final double SEGMENTATION_SHARE = 0.5;

  private static final int STEPS = 1000;
  private static final int BAR_WIDTH = 110;
  private static final Duration LOOK_EVERY = Duration.millis(250);
  private static final long NANOS_BETWEEN_LINES = 10_000_000_000L;

  private static final MetricNameFilter WRITTEN =
      MetricNameFilter.named(WriteTable.class, WriteTable.BUCKETS_WRITTEN);

  private final long bytes;
  private final long buckets;
  private final PrintStream err;
  private final boolean onTerminal;
  private final long started = System.nanoTime();

  private Progress(long bytes, long buckets, PrintStream err, boolean onTerminal) {
    this.bytes = bytes;
    this.buckets = buckets;
    this.err = err;
    this.onTerminal = onTerminal;
  }

  /**
   * Progress of a run.
   *
   * @param bytes about how many bytes of text all work units hold
   * @param buckets the buckets of all tables, at most
   * @param err where to show it
   * @param onTerminal whether that can redraw a line
   */
  public static Progress of(long bytes, long buckets, PrintStream err, boolean onTerminal) {
    return new Progress(bytes, buckets, err, onTerminal);
  }

  /**
   * Waits for a run to end.
   *
   * @return how it ended
   * @throws RuntimeException what failed in the run
   */
  public PipelineResult.State follow(PipelineResult run) {
    return onTerminal ? followWithBar(run) : followWithLines(run);
  }

  private PipelineResult.State followWithBar(PipelineResult run) {
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("zhengyu")
            .setInitialMax(STEPS)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setUnit("%", STEPS / 100)
            .setUpdateIntervalMillis((int) LOOK_EVERY.getMillis())
            .setConsumer(new ConsoleProgressBarConsumer(err, BAR_WIDTH))
            .build()) {
      PipelineResult.State state = null;
      while (state == null || !state.isTerminal()) {
        state = run.waitUntilFinish(LOOK_EVERY);
        bar.stepTo(Math.round(fractionDone(run) * STEPS));
        bar.setExtraMessage(message(run));
      }
      bar.stepTo(STEPS);
      return state;
    }
  }

  private PipelineResult.State followWithLines(PipelineResult run) {
    PipelineResult.State state = null;
    long lastLine = started;
    while (state == null || !state.isTerminal()) {
      state = run.waitUntilFinish(LOOK_EVERY);
      if (System.nanoTime() - lastLine > NANOS_BETWEEN_LINES) {
        lastLine = System.nanoTime();
        double done = fractionDone(run);
        double seconds = (lastLine - started) / 1e9;
        err.println(
            String.format(
                Locale.ROOT,
                "%3.0f %%  %s, about %.0f s left",
                100 * done,
                message(run),
                done > 0 ? seconds / done - seconds : 0));
      }
    }
    return state;
  }

  private double fractionDone(PipelineResult run) {
    double segmented = (double) count(run, segmented(ProgressCounters.BYTES)) / Math.max(1, bytes);
    double written = (double) count(run, WRITTEN) / Math.max(1, buckets);
    return Math.min(
        1, SEGMENTATION_SHARE * segmented + (1 - SEGMENTATION_SHARE) * Math.min(1, written));
  }

  private String message(PipelineResult run) {
    double seconds = (System.nanoTime() - started) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d documents, %,.0f chars/s",
        count(run, segmented(ProgressCounters.DOCUMENTS)),
        count(run, segmented(ProgressCounters.CHARACTERS)) / seconds);
  }

  private static MetricNameFilter segmented(String name) {
    return MetricNameFilter.named(ProgressCounters.NAMESPACE, name);
  }

  private static long count(PipelineResult run, MetricNameFilter name) {
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
