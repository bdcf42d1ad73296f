package org.zhengyu.pipeline.local;

import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.runners.PipelineRunnerRegistrar;

/**
 * Runs a bounded pipeline in one window on threads of this process, as many as {@link
 * DirectOptions#getTargetParallelism}, and returns while it runs.
 *
 * <p>An element goes straight from one transform to the next, in the same thread, until it comes to
 * a grouping or to a function whose side inputs are not there yet. It is handed on as it is:
 * functions leave alone what they are given and what they put out, as Beam asks of them, and {@code
 * DirectRunner} checks it in the tests. What lies between two groupings is on the heap.
 *
 * <p>State, timers, splittable functions, bundles and windows are not known here, and a pipeline
 * that has any is refused before it runs.
 */
public final class LocalRunner extends PipelineRunner<LocalRun> {
  private final int parallelism;

  private LocalRunner(int parallelism) {
    this.parallelism = parallelism;
  }

  /** The runner with these options; Beam asks for it by this name. */
  public static LocalRunner fromOptions(PipelineOptions options) {
    return new LocalRunner(options.as(DirectOptions.class).getTargetParallelism());
  }

  @Override
  public LocalRun run(Pipeline pipeline) {
    return LocalRun.start(pipeline, parallelism);
  }

  /** Lets {@code --runner} name this one. */
  public static final class Registrar implements PipelineRunnerRegistrar {
    @Override
    public Iterable<Class<? extends PipelineRunner<?>>> getPipelineRunners() {
      return List.of(LocalRunner.class);
    }
  }
}
