package org.zhengyu.pipeline.report;

import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.beam.sdk.PipelineResult;
import org.joda.time.Duration;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.engine.RunningJob;

/**
 * Shows how far a run is: what it is at, the share done, time left. On a terminal that is a bar,
 * otherwise a line now and then; what follows the bar has a line of its own.
 */
public final class Progress {
  private static final int STEPS = 1000;
  private static final int BAR_WIDTH = 110;
  private static final Duration LOOK_EVERY = Duration.millis(250);
  private static final long NANOS_BETWEEN_LINES = 10_000_000_000L;

  private final Console console;
  private long lastLine = System.nanoTime();

  private Progress(Console console) {
    this.console = console;
  }

  /** Progress of a run, shown where a console shows errors. */
  public static Progress of(Console console) {
    return new Progress(console);
  }

  /**
   * Waits for a run to end.
   *
   * @return how it ended
   * @throws RuntimeException what failed in the run
   */
  public PipelineResult.State follow(RunningJob run) {
    return console.onTerminal() ? followWithBar(run) : followWithLines(run);
  }

  private PipelineResult.State followWithBar(RunningJob run) {
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("zhengyu")
            .setInitialMax(STEPS)
            .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
            .setUnit("%", STEPS / 100)
            .setUpdateIntervalMillis((int) LOOK_EVERY.getMillis())
            .setConsumer(new ConsoleProgressBarConsumer(console.err(), BAR_WIDTH))
            .build()) {
      PipelineResult.State state = null;
      while (state == null || !state.isTerminal()) {
        state = run.await(LOOK_EVERY);
        bar.stepTo(Math.round(run.fractionDone() * STEPS));
        bar.setExtraMessage(run.message().in(console.language()));
      }
      bar.stepTo(STEPS);
      return state;
    }
  }

  private PipelineResult.State followWithLines(RunningJob run) {
    long started = System.nanoTime();
    PipelineResult.State state = null;
    while (state == null || !state.isTerminal()) {
      state = run.await(LOOK_EVERY);
      if (isTimeForALine()) {
        double seconds = (System.nanoTime() - started) / 1e9;
        show(line(run.fractionDone(), seconds, run.message()));
      }
    }
    return state;
  }

  /**
   * Tells what is done once the run itself is over; without a terminal only if that comes long
   * after what was told last.
   */
  public void tell(Wording step) {
    if (console.onTerminal() || isTimeForALine()) {
      show(RunMessage.PROGRESS.with(100.0, step));
    }
  }

  private boolean isTimeForALine() {
    return System.nanoTime() - lastLine > NANOS_BETWEEN_LINES;
  }

  private void show(Wording line) {
    lastLine = System.nanoTime();
    console.err().println(line.in(console.language()));
  }

  /** What is left is told from what is done, and not before anything is. */
  static Wording line(double done, double seconds, Wording message) {
    Wording line = RunMessage.PROGRESS.with(100 * done, message);
    return done > 0 ? RunMessage.TIME_LEFT.with(line, seconds / done - seconds) : line;
  }
}
