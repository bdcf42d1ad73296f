package org.zhengyu.engines.dataflow;

import java.util.function.Predicate;
import org.apache.beam.runners.dataflow.DataflowRunner;
import org.apache.beam.runners.dataflow.options.DataflowPipelineOptions;
import org.apache.beam.runners.dataflow.options.DataflowPipelineWorkerPoolOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.engine.EngineMessage;
import org.zhengyu.pipeline.engine.RunningJob;
import org.zhengyu.pipeline.engine.Workload;
import org.zhengyu.pipeline.plan.UsageException;

/**
 * Google Cloud Dataflow. Its workers share no folder with this machine, so input and output are in
 * Cloud Storage; the result is committed from here, so this process waits for the job.
 */
public final class DataflowEngine implements Engine {
  private static final String CLOUD_STORAGE = "gs://";

  /** What a job may grow to when nobody says; only the size of the input splits depends on it. */
  private static final int USUAL_WORKERS = 32;

  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == DataflowRunner.class;
  }

  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven)
      throws UsageException {
    DataflowPipelineOptions dataflow = options.as(DataflowPipelineOptions.class);
    require("--project", dataflow.getProject());
    require("--region", dataflow.getRegion());
    require("--tempLocation", tempLocation(dataflow));
    if (dataflow.getTemplateLocation() != null) {
      throw new UsageException("--templateLocation", EngineMessage.NO_TEMPLATE.with());
    }
    if (!isGiven.test("jobName")) {
      dataflow.setJobName("zhengyu-" + Long.toString(System.currentTimeMillis(), 36));
    }
  }

  @Override
  public void requireOutput(String output) throws UsageException {
    if (!output.startsWith(CLOUD_STORAGE)) {
      throw new UsageException("--output", EngineMessage.OUTPUT_NOT_IN_CLOUD.with(output));
    }
  }

  private static String tempLocation(DataflowPipelineOptions options) {
    return options.getTempLocation() == null
        ? options.getGcpTempLocation()
        : options.getTempLocation();
  }

  private static void require(String flag, String value) throws UsageException {
    if (value == null || value.isBlank()) {
      throw new UsageException(flag, EngineMessage.REQUIRED_BY_DATAFLOW.with());
    }
  }

  @Override
  public int workers(PipelineOptions options) {
    DataflowPipelineWorkerPoolOptions pool = options.as(DataflowPipelineWorkerPoolOptions.class);
    int most = Math.max(pool.getNumWorkers(), pool.getMaxNumWorkers());
    return most > 0 ? most : USUAL_WORKERS;
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    return DataflowJob.of(pipeline.run(), workload);
  }
}
