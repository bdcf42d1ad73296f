package org.zhengyu.pipeline.engine;

import java.util.ServiceLoader;
import java.util.function.Predicate;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * A runner as this program uses it: what it is told unless the user says otherwise, how many
 * workers share the work, and how a run is followed. The pipeline is the same on all of them.
 */
public interface Engine {
  /** Whether this is the engine of the chosen runner. */
  boolean runs(PipelineOptions options);

  /**
   * Sets the options that suit this program best and that the user did not give.
   *
   * @param isGiven whether the user gave an option of this name
   * @throws UsageException when the runner cannot be used as asked for
   */
  void setDefaults(PipelineOptions options, Predicate<String> isGiven) throws UsageException;

  /**
   * Refuses an output that the workers cannot write to.
   *
   * @param output the folder of the result
   * @throws UsageException naming what they can
   */
  default void requireOutput(String output) throws UsageException {}

  /** How many input splits are in the work at a time, at least 1. */
  int workers(PipelineOptions options);

  /**
   * Refuses, before anything is written, what cannot end well here.
   *
   * @throws UsageException naming what to do instead
   */
  default void requireRoomFor(InputSizes input) throws UsageException {}

  /**
   * Is told beforehand what every worker loads first. An engine whose workers are threads of this
   * program has it loaded while the run is prepared.
   */
  default void prepare(Runnable loading) {}

  /** Starts the pipeline and returns while it runs. */
  RunningJob start(Pipeline pipeline, Workload workload);

  /**
   * Checks how many workers a runner is to have.
   *
   * @param flag the option that says it
   * @throws UsageException if that is none
   */
  static void requireAtLeastOne(String flag, int workers) throws UsageException {
    if (workers < 1) {
      throw new UsageException(flag, EngineMessage.TOO_FEW_WORKERS.with(1, workers));
    }
  }

  /** The engine of the chosen runner. One that nobody here knows runs as it is. */
  static Engine of(PipelineOptions options) {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> engine.runs(options))
        .findFirst()
        .orElseGet(PlainEngine::new);
  }
}
