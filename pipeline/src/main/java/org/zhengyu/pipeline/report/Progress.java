package org.zhengyu.pipeline.report;

import java.io.PrintStream;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;
import org.zhengyu.pipeline.engine.RunningJob;

/**
 * Follows a run to its end and shows how far it is: what it is at, the share done, time left. On a
 * terminal that is a bar, otherwise a line now and then.
 */
public final class Progress {
  private static final int STEPS = 1000;
  private static final int BAR_WIDTH = 110;
  private static final Duration LOOK_EVERY = Duration.millis(250);
  private static final long NANOS_BETWEEN_LINES = 10_000_000_000L;

  private final PrintStream err;
  private final boolean onTerminal;
  private final long started = System.nanoTime();

  private Progress(PrintStream err, boolean onTerminal) {
    this.err = err;
    this.onTerminal = onTerminal;
  }

  /**
   * Progress of a run.
   *
   * @param err where to show it
   * @param onTerminal whether that can redraw a line
   */
  public static Progress of(PrintStream err, boolean onTerminal) {
    return new Progress(err, onTerminal);
  }

  /**
   * Waits for a run to end.
   *
   * @return how it ended
   * @throws RuntimeException what failed in the run
   */
  public PipelineResult.State follow(RunningJob run) {
    return onTerminal ? followWithBar(run) : followWithLines(run);
  }

  private PipelineResult.State followWithBar(RunningJob run) {
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
        state = run.await(LOOK_EVERY);
        bar.stepTo(Math.round(run.fractionDone() * STEPS));
        bar.setExtraMessage(run.message());
      }
      bar.stepTo(STEPS);
      return state;
    }
  }

  private PipelineResult.State followWithLines(RunningJob run) {
    PipelineResult.State state = null;
    long lastLine = started;
    while (state == null || !state.isTerminal()) {
      state = run.await(LOOK_EVERY);
      if (System.nanoTime() - lastLine > NANOS_BETWEEN_LINES) {
        lastLine = System.nanoTime();
        err.println(line(run.fractionDone(), (lastLine - started) / 1e9, run.message()));
      }
    }
    return state;
  }

  /** What is left is told from what is done, and not before anything is. */
  static String line(double done, double seconds, String message) {
    String line = String.format(Locale.ROOT, "%3.0f %%  %s", 100 * done, message);
    return done > 0
        ? line + String.format(Locale.ROOT, ", about %.0f s left", seconds / done - seconds)
        : line;
  }
}
