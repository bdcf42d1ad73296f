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

  private final long bytes;
  private final long pairBuckets;
  private final PrintStream err;
  private final boolean onTerminal;
  private final long started = System.nanoTime();

  private Progress(long bytes, long pairBuckets, PrintStream err, boolean onTerminal) {
    this.bytes = bytes;
    this.pairBuckets = pairBuckets;
    this.err = err;
    this.onTerminal = onTerminal;
  }

  /**
   * Progress of a run.
   *
   * @param bytes the stored bytes of all work units
   * @param pairBuckets the buckets of pairs that will be merged
   * @param err where to show it
   * @param onTerminal whether that can redraw a line
   */
  public static Progress of(long bytes, long pairBuckets, PrintStream err, boolean onTerminal) {
    return new Progress(bytes, pairBuckets, err, onTerminal);
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
    double segmented = (double) count(run, ProgressCounters.BYTES) / Math.max(1, bytes);
    double merged = (double) count(run, ProgressCounters.PAIR_BUCKETS) / Math.max(1, pairBuckets);
    return Math.min(
        1, SEGMENTATION_SHARE * segmented + (1 - SEGMENTATION_SHARE) * Math.min(1, merged));
  }

  private String message(PipelineResult run) {
    double seconds = (System.nanoTime() - started) / 1e9;
    return String.format(
        Locale.ROOT,
        "%,d documents, %,.0f chars/s",
        count(run, ProgressCounters.DOCUMENTS),
        count(run, ProgressCounters.CHARACTERS) / seconds);
  }

  private static long count(PipelineResult run, String name) {
    long sum = 0;
    for (MetricResult<Long> counter :
        run.metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named(ProgressCounters.NAMESPACE, name))
                    .build())
            .getCounters()) {
      sum += counter.getAttempted();
    }
    return sum;
  }
}
