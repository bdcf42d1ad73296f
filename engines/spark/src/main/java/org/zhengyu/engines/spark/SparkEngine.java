package org.zhengyu.engines.spark;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.beam.runners.spark.SparkPipelineOptions;
import org.apache.beam.runners.spark.SparkRunner;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.zhengyu.pipeline.engine.CountedJob;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.engine.RunningJob;
import org.zhengyu.pipeline.engine.Workload;

/** Spark, by Beam's runner over RDDs; in this process unless {@code --sparkMaster} says where. */
public final class SparkEngine implements Engine {
  private static final Pattern LOCAL = Pattern.compile("local(?:\\[([0-9]+|\\*)])?");

  /** What a cluster may have when nobody says; only the size of the input splits depends on it. */
  private static final int USUAL_WORKERS = 16;

  /** In this process Spark needs no page of its own, and no other interface than the loopback. */
  private static final Map<String, String> LOCAL_SETTINGS =
      Map.of(
          "spark.ui.enabled", "false",
          "spark.driver.host", "127.0.0.1",
          "spark.driver.bindAddress", "127.0.0.1");

  @Override
  public boolean runs(PipelineOptions options) {
    return options.getRunner() == SparkRunner.class;
  }

  /**
   * {@inheritDoc}
   *
   * <p>What is used twice is kept on disk where memory is short: by default Spark would drop it and
   * segment again.
   */
  @Override
  public void setDefaults(PipelineOptions options, Predicate<String> isGiven) {
    SparkPipelineOptions spark = options.as(SparkPipelineOptions.class);
    if (!isGiven.test("sparkMaster")) {
      spark.setSparkMaster("local[*]");
    }
    if (!isGiven.test("storageLevel")) {
      spark.setStorageLevel("MEMORY_AND_DISK");
    }
    if (LOCAL.matcher(spark.getSparkMaster()).matches()) {
      LOCAL_SETTINGS.forEach(
          (name, value) -> {
            if (System.getProperty(name) == null) {
              System.setProperty(name, value);
            }
          });
    }
  }

  @Override
  public int workers(PipelineOptions options) {
    Matcher local = LOCAL.matcher(options.as(SparkPipelineOptions.class).getSparkMaster());
    if (!local.matches()) {
      return USUAL_WORKERS;
    }
    String threads = local.group(1);
    if (threads == null) {
      return 1;
    }
    return threads.equals("*")
        ? Runtime.getRuntime().availableProcessors()
        : Math.max(1, Integer.parseInt(threads));
  }

  @Override
  public RunningJob start(Pipeline pipeline, Workload workload) {
    return CountedJob.of(pipeline.run(), workload);
  }
}
