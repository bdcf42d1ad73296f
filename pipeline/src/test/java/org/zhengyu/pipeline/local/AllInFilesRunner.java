package org.zhengyu.pipeline.local;

import java.nio.file.Path;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineRunner;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.runners.PipelineRunnerRegistrar;

/** The local runner without room on the heap for what lies between two groupings. */
public final class AllInFilesRunner extends PipelineRunner<LocalRun> {
  private final LocalRunner runner;

  private AllInFilesRunner(LocalRunner runner) {
    this.runner = runner;
  }

  /** The runner with its files in the folder that the options name. */
  public static AllInFilesRunner fromOptions(PipelineOptions options) {
    return new AllInFilesRunner(new LocalRunner(options, Path.of(options.getTempLocation()), 0));
  }

  @Override
  public LocalRun run(Pipeline pipeline) {
    return runner.run(pipeline);
  }

  /** Lets {@code --runner} name this one. */
  public static final class Registrar implements PipelineRunnerRegistrar {
    @Override
    public Iterable<Class<? extends PipelineRunner<?>>> getPipelineRunners() {
      return List.of(AllInFilesRunner.class);
    }
  }
}
