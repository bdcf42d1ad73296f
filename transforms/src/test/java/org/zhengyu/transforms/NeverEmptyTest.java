package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

class NeverEmptyTest {
  /** Without the neutral elements no run ends. */
  @RepeatedTest(5)
  @Timeout(60)
  void aChainOfSideInputsOfNothingEnds() {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setTargetParallelism(2);
    Pipeline pipeline = Pipeline.create(options);
    PCollection<Integer> nothing = pipeline.apply("Nothing", Create.empty(VarIntCoder.of()));
    for (int link = 0; link < 5; link++) {
      PCollectionView<Integer> sum =
          nothing
              .apply("NeverEmpty" + link, NeverEmpty.with(0))
              .apply("Sum" + link, Sum.integersGlobally().asSingletonView());
      nothing =
          pipeline
              .apply("One" + link, Create.of(1))
              .apply("Read" + link, ParDo.of(new ReadAndDrop(sum)).withSideInputs(sum));
    }
    assertThat(pipeline.run().waitUntilFinish()).isEqualTo(PipelineResult.State.DONE);
  }

  private static final class ReadAndDrop extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Integer> sum;

    ReadAndDrop(PCollectionView<Integer> sum) {
      this.sum = sum;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      if (context.sideInput(sum) != 0) {
        context.output(context.element());
      }
    }
  }
}
