package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.output.Dataset;
import org.zhengyu.pipeline.engine.Workload;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.transforms.model.InputSplit;

class CorpusPipelineTest {
  @TempDir Path folder;

  private Pipeline pipeline(String... more) throws Exception {
    String input = ZhengyuJob.write(folder.resolve("in/a.txt"), "推行链长制。").toString();
    String output = folder.resolve("out").toString();
    List<String> args = new ArrayList<>(List.of("--input=" + input, "--output=" + output));
    args.addAll(List.of(more));
    RunConfig config = RunConfig.of(args.toArray(new String[0]));
    InputPlan plan = InputPlanner.of(1, 0).plan(input);
    return new CorpusPipeline(
            config, plan, /* documents= */ 0, Dataset.open(output, config.tables(), false))
        .build();
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

  /** Two empty side inputs in a row can make the local runner stand still. */
  @Test
  void makesEachSideInputOfSomethingThatIsNeverEmpty() throws Exception {
    Map<PValue, TransformHierarchy.Node> makers = new HashMap<>();
    List<TransformHierarchy.Node> views = new ArrayList<>();
    pipeline("--tables=all", "--groupBy=year")
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public void visitValue(PValue value, TransformHierarchy.Node producer) {
                makers.put(value, producer);
              }

              @Override
              public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                if (node.getTransform() instanceof View.CreatePCollectionView) {
                  views.add(node);
                }
              }
            });
    assertThat(views)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            view -> {
              // Combining, and giving the one result its shape, loses no last element.
              TransformHierarchy.Node maker = view;
              do {
                maker = makers.get(maker.getInputs().values().iterator().next());
              } while (isWithin(maker, Combine.Globally.class)
                  || isWithin(maker, Combine.GloballyAsSingletonView.class));
              assertThat(maker.getEnclosingNode().getFullName())
                  .as(view.getFullName())
                  .endsWith("/NeverEmpty");
            });
  }

  /** Flink stores all that a function puts out once for each of its tags, read or not. */
  @ParameterizedTest
  @CsvSource({
    "--report=false, 3",
    "'--tables=+candidates,+passages', 3",
    "--tables=all, 5",
  })
  void givesAFunctionNoMoreTagsThanItMust(String option, int most) throws Exception {
    Map<PValue, String> makers = new HashMap<>();
    Set<PValue> read = new HashSet<>();
    Map<String, Integer> tags = new HashMap<>();
    pipeline(option)
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                read.addAll(node.getInputs().values());
                if (node.getTransform() instanceof ParDo.MultiOutput
                    && node.getOutputs().size() > 1) {
                  node.getOutputs()
                      .forEach(
                          (tag, output) ->
                              makers.put(output, node.getFullName() + " " + tag.getId()));
                  if (!node.getFullName().endsWith("/TellApart/Tell")) {
                    tags.put(node.getFullName(), node.getOutputs().size());
                  }
                }
              }
            });
    makers.keySet().removeAll(read);
    assertThat(makers.values()).as("what nobody reads").isEmpty();
    assertThat(tags)
        .hasSizeGreaterThan(5)
        .allSatisfy((step, count) -> assertThat(count).isLessThanOrEqualTo(most));
  }

  /** On Flink each step that reads something has a copy of it on disk. */
  @Test
  void doesNothingTwiceToTheSameInput() throws Exception {
    Map<List<Object>, List<String>> steps = new HashMap<>();
    pipeline("--tables=all", "--groupBy=year")
        .traverseTopologically(
            new Pipeline.PipelineVisitor.Defaults() {
              @Override
              public void visitPrimitiveTransform(TransformHierarchy.Node node) {
                if (node.getTransform() instanceof ParDo.MultiOutput<?, ?> step) {
                  byte[] function = SerializableUtils.serializeToByteArray(step.getFn());
                  steps
                      .computeIfAbsent(
                          List.of(Set.copyOf(node.getInputs().values()), ByteBuffer.wrap(function)),
                          alike -> new ArrayList<>())
                      .add(node.getFullName());
                }
              }
            });
    assertThat(steps).hasSizeGreaterThan(50);
    assertThat(steps.values()).allSatisfy(alike -> assertThat(alike).hasSize(1));
  }

  @ParameterizedTest(name = "{0} documents")
  @CsvSource({"0, 1", "1, 1", "600000, 1", "600001, 2", "3024971, 6"})
  void dealsDocumentsToShardsOf600Thousand(long documents, int shards) {
    assertThat(CorpusPipeline.shards(/* wanted= */ 0, documents).count()).isEqualTo(shards);
  }

  private static boolean isWithin(TransformHierarchy.Node node, Class<?> composite) {
    for (TransformHierarchy.Node above = node; above != null; above = above.getEnclosingNode()) {
      if (composite.isInstance(above.getTransform())) {
        return true;
      }
    }
    return false;
  }
}
