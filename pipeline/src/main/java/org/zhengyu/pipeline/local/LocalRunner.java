package org.zhengyu.pipeline.local;

import java.nio.file.Path;
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
 * DirectRunner} checks it in the tests.
 *
 * <p>What lies between two groupings is on the heap up to a share of that, and beyond it in files
 * in {@link PipelineOptions#getTempLocation}, or where Java has temporary files. So the values of a
 * grouping are read while a function is called with them, and an iterable of them is not put out.
 *
 * <p>State, timers, splittable functions, bundles and windows are not known here, and a pipeline
 * that has any is refused before it runs.
 */
public final class LocalRunner extends PipelineRunner<LocalRun> {
  /** One part in so many of the heap. */
  private static final int SHARE = 16;

  private final int parallelism;
  private final Path folder;
  private final long mostHeld;

  /**
   * A runner.
   *
   * @param folder of its files
   * @param mostHeld so many bytes that lie between two groupings are on the heap
   */
  LocalRunner(PipelineOptions options, Path folder, long mostHeld) {
    this.parallelism = options.as(DirectOptions.class).getTargetParallelism();
    this.folder = folder;
    this.mostHeld = mostHeld;
  }

  /** The runner with these options; Beam asks for it by this name. */
  public static LocalRunner fromOptions(PipelineOptions options) {
    String folder = options.getTempLocation();
    return in(Path.of(folder == null ? System.getProperty("java.io.tmpdir") : folder), options);
  }

  /** The runner with its files in a folder, whatever the options say. */
  public static LocalRunner in(Path folder, PipelineOptions options) {
    return new LocalRunner(options, folder, Runtime.getRuntime().maxMemory() / SHARE);
  }

  @Override
  public LocalRun run(Pipeline pipeline) {
    return LocalRun.start(pipeline, parallelism, new Room(mostHeld, folder));
  }

  /** Lets {@code --runner} name this one. */
  public static final class Registrar implements PipelineRunnerRegistrar {
    @Override
    public Iterable<Class<? extends PipelineRunner<?>>> getPipelineRunners() {
      return List.of(LocalRunner.class);
    }
  }
}
