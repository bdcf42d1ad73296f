package org.zhengyu.pipeline.engine;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.local.LocalRunner;
import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * The runner of this program: starts at once, and keeps on the heap a little of what lies between
 * groupings.
 */
public final class LocalEngine implements Engine {
  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == LocalRunner.class;
  }

  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven)
      throws UsageException {
    for (String check : List.of("enforceImmutability", "enforceEncodability")) {
      if (isGiven.test(check)) {
        throw new UsageException("--" + check, EngineMessage.CHECKED_BY_DIRECT.with());
      }
    }
    if (isGiven.test("tempLocation") && !isFolder(options.getTempLocation())) {
      throw new UsageException(
          "--tempLocation", EngineMessage.NO_FOLDER.with(options.getTempLocation()));
    }
    DirectOptions local = options.as(DirectOptions.class);
    if (isGiven.test("targetParallelism")) {
      Engine.requireAtLeastOne("--targetParallelism", local.getTargetParallelism());
    } else {
      local.setTargetParallelism(Runtime.getRuntime().availableProcessors());
    }
  }

  @Override
  public int workers(PipelineOptions options) {
    return options.as(DirectOptions.class).getTargetParallelism();
  }

  @Override
  public void requireRoomFor(InputSizes input) throws UsageException {
    HeapRoom.require(input, false);
  }

  private static boolean isFolder(String name) {
    try {
      Path folder = Path.of(name);
      return Files.isDirectory(folder) && Files.isWritable(folder);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** If that fails, it fails again in the worker that needs it, and the run with it. */
  @Override
  public void prepare(Runnable loading) {
    Thread thread = new Thread(loading, "prepare");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * What does not fit the heap lies where the result will, unless the user names a folder: there is
   * room, as there may not be where Java has temporary files. A store of objects is no such place.
   */
  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    PipelineOptions options = pipeline.getOptions();
    LocalRunner runner =
        options.getTempLocation() == null && isFolder(workload.folder())
            ? LocalRunner.in(Path.of(workload.folder()), options)
            : LocalRunner.fromOptions(options);
    return CountedJob.of(runner.run(pipeline), workload);
  }
}
