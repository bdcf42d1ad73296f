package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.values.PCollection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Dataset;
import org.zhengyu.pipeline.engine.Workload;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.transforms.model.InputSplit;

class CorpusPipelineTest {
  @TempDir Path folder;

  private Pipeline pipeline() throws Exception {
    String input = ZhengyuJob.write(folder.resolve("in/a.txt"), "推行链长制。").toString();
    String output = folder.resolve("out").toString();
    RunConfig config = RunConfig.of("--input=" + input, "--output=" + output);
    InputPlan plan = InputPlanner.of(1, 0).plan(input);
    return new CorpusPipeline(config, plan, Dataset.open(output, config.tables(), false)).build();
  }

  @Test
  void takesTheSplitsInTheStepFromWhichProgressIsRead() throws Exception {
    List<Coder<?>> taken = new ArrayList<>();
    pipeline()
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                if (node.getFullName().equals(Workload.SEGMENTATION_STEP)) {
                  node.getInputs()
                      .values()
                      .forEach(input -> taken.add(((PCollection<?>) input).getCoder()));
                }
              }
            });
    assertThat(taken).isEqualTo(List.of(InputSplit.coder()));
  }
}
