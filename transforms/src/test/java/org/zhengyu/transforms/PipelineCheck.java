package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.Pipeline.PipelineExecutionException;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptions.CheckEnabled;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives every test a pipeline on a direct runner that checks whether elements can be encoded and
 * are left unchanged. A test that does not run its pipeline fails, and so does a run in which an
 * assertion was not reached.
 */
final class PipelineCheck implements BeforeEachCallback, AfterEachCallback {
  private Pipeline pipeline;
  private boolean ran;

  @Override
  public void beforeEach(ExtensionContext context) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setEnforceEncodability(true);
    options.setEnforceImmutability(true);
    options.setStableUniqueNames(CheckEnabled.ERROR);
    options.setTargetParallelism(2);
    pipeline = Pipeline.create(options);
    ran = false;
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (context.getExecutionException().isEmpty()) {
      assertThat(ran).as("the test ran its pipeline").isTrue();
    }
  }

  /** The pipeline of this test. */
  Pipeline pipeline() {
    return pipeline;
  }

  /** Elements of a collection. */
  <T> PCollection<T> of(String name, List<T> elements, Coder<T> coder) {
    return pipeline.apply(name, Create.of(elements).withCoder(coder));
  }

  /** A value as a side input. */
  <T> PCollectionView<T> view(String name, T value, Coder<T> coder) {
    return of(name, List.of(value), coder).apply(name + "View", View.asSingleton());
  }

  /** The value of a side input. */
  <T> PCollection<T> valueOf(PCollectionView<T> view, Coder<T> coder) {
    return pipeline
        .apply("Once", Create.of(0))
        .apply("ReadView", ParDo.of(new ReadView<>(view)).withSideInputs(view))
        .setCoder(coder);
  }

  /** What must hold of the elements of a collection. */
  interface Check<T> extends Serializable {
    void accept(Iterable<T> elements);
  }

  /**
   * A check for {@link PAssert}, whose failure travels without the compared values: the runner
   * would have to serialize them, and would report that instead.
   */
  static <T> SerializableFunction<Iterable<T>, Void> that(Check<T> check) {
    return elements -> {
      try {
        check.accept(elements);
      } catch (AssertionError e) {
        AssertionError failed = new AssertionError(e.getMessage());
        failed.setStackTrace(e.getStackTrace());
        throw failed;
      }
      return null;
    };
  }

  /** Runs the pipeline and all its assertions. */
  void run() {
    ran = true;
    PipelineResult result;
    try {
      result = pipeline.run();
      assertThat(result.waitUntilFinish()).isEqualTo(State.DONE);
    } catch (PipelineExecutionException e) {
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw e;
    }
    long passed = 0;
    for (var counter :
        result
            .metrics()
            .queryMetrics(
                MetricsFilter.builder()
                    .addNameFilter(MetricNameFilter.named(PAssert.class, PAssert.SUCCESS_COUNTER))
                    .build())
            .getCounters()) {
      passed += counter.getAttempted();
    }
    assertThat(passed)
        .as("assertions that passed")
        .isEqualTo(PAssert.countAsserts(pipeline))
        .isPositive();
  }

  private static final class ReadView<T> extends DoFn<Integer, T> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<T> view;

    ReadView(PCollectionView<T> view) {
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(context.sideInput(view));
    }
  }
}
