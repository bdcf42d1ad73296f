package org.zhengyu.pipeline.local;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.runners.TransformHierarchy;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Impulse;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;

/** Makes steps of a pipeline's transforms, and joins them as these are joined. */
final class StepBuilder extends Pipeline.PipelineVisitor.Defaults {
  private final Pipeline pipeline;
  private final LocalRun run;
  private final List<Step> steps = new ArrayList<>();
  private final Map<PCollection<?>, Outlet> outlets = new HashMap<>();
  private final Map<PCollectionView<?>, SideInput> sideInputs = new HashMap<>();

  private StepBuilder(Pipeline pipeline, LocalRun run) {
    this.pipeline = pipeline;
    this.run = run;
  }

  /**
   * The steps of a pipeline, each after those that it waits for.
   *
   * @param room for what lies between them
   * @throws UnsupportedOperationException naming what of the pipeline is not known here
   */
  static List<Step> steps(Pipeline pipeline, LocalRun run, Room room) {
    StepBuilder builder = new StepBuilder(pipeline, run);
    pipeline.traverseTopologically(builder);
    builder.outlets.forEach((collection, outlet) -> outlet.build(room, collection.getCoder()));
    return builder.steps;
  }

  /** Two are primitive here that are made of parts elsewhere. */
  @Override
  public CompositeBehavior enterCompositeTransform(TransformHierarchy.Node node) {
    PTransform<?, ?> transform = node.getTransform();
    if (transform instanceof Create.Values<?> create) {
      Known known = new Known(run, create.getElements());
      add(known, known.output(), node);
      return CompositeBehavior.DO_NOT_ENTER_TRANSFORM;
    }
    if (transform instanceof Reshuffle.ViaRandomKey<?>) {
      Spread spread = new Spread(run);
      add(spread, spread.output(), node);
      return CompositeBehavior.DO_NOT_ENTER_TRANSFORM;
    }
    return CompositeBehavior.ENTER_TRANSFORM;
  }

  @Override
  public void visitPrimitiveTransform(TransformHierarchy.Node node) {
    PTransform<?, ?> transform = node.getTransform();
    if (transform instanceof ParDo.MultiOutput<?, ?> parDo) {
      add(parDo, node);
    } else if (transform instanceof GroupByKey<?, ?>) {
      PCollection<?> input = node.getInputs().values().iterator().next();
      Group<?> group = new Group<>(run, ((KvCoder<?, ?>) input.getCoder()).getKeyCoder());
      add(group, group.output(), node);
    } else if (transform instanceof Flatten.PCollections<?>) {
      Union union = new Union(run);
      add(union, union.output(), node);
    } else if (transform instanceof View.CreatePCollectionView<?, ?> view) {
      add(view, node);
    } else if (transform instanceof Impulse) {
      Known known = new Known(run, List.of(new byte[0]));
      add(known, known.output(), node);
    } else {
      throw new UnsupportedOperationException("the transform " + node.getFullName());
    }
  }

  // Beam calls deprecated what is there for runners alone.
  @SuppressWarnings("deprecation")
  private void add(View.CreatePCollectionView<?, ?> view, TransformHierarchy.Node node) {
    SideInput sideInput = new SideInput(run, view.getView());
    sideInputs.put(view.getView(), sideInput);
    add(sideInput, sideInput.output(), node);
  }

  private void add(ParDo.MultiOutput<?, ?> parDo, TransformHierarchy.Node node) {
    Function function = new Function(run, parDo, pipeline.getOptions());
    parDo.getSideInputs().values().forEach(view -> function.reads(view, sideInputs.get(view)));
    node.getOutputs().forEach((tag, output) -> outlets.put(output, function.output(tag)));
    join(function, node);
  }

  private void add(Step step, Outlet output, TransformHierarchy.Node node) {
    node.getOutputs().values().forEach(collection -> outlets.put(collection, output));
    join(step, node);
  }

  /** A node has the side inputs among its inputs, which are joined by themselves. */
  private void join(Step step, TransformHierarchy.Node node) {
    steps.add(step);
    Set<TupleTag<?>> others = node.getTransform().getAdditionalInputs().keySet();
    node.getInputs()
        .forEach(
            (tag, input) -> {
              if (!others.contains(tag)) {
                outlets.get(input).to(step);
              }
            });
  }
}
