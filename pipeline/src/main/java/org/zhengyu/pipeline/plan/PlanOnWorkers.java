package org.zhengyu.pipeline.plan;

import java.io.IOException;
import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.model.InputSplit;

/**
 * Plans the input as a step of the pipeline, on one worker: for storage that this machine cannot
 * list. The splits are those that a plan made here would have. How many there are is known too late
 * for the pipeline's shape, so they are numbered by their share of {@link #NUMBERS}.
 */
public final class PlanOnWorkers extends PTransform<PBegin, PCollection<InputSplit>> {
  private static final long serialVersionUID = 1L;

  /** Numbers of splits are below this, however many there are. */
  public static final int NUMBERS = 1 << 20;

  private final String input;
  private final int workers;
  private final long splitBytes;

  private PlanOnWorkers(String input, int workers, long splitBytes) {
    this.input = input;
    this.workers = workers;
    this.splitBytes = splitBytes;
  }

  /**
   * Plans an input.
   *
   * @param input paths and patterns with commas between
   * @param workers how many share the work
   * @param splitBytes bytes of a split; 0 to choose by the size of the input
   */
  public static PlanOnWorkers of(String input, int workers, long splitBytes) {
    return new PlanOnWorkers(input, workers, splitBytes);
  }

  @Override
  public PCollection<InputSplit> expand(PBegin begin) {
    return begin
        .apply("Input", Create.of(input).withCoder(StringUtf8Coder.of()))
        .apply("List", ParDo.of(new ListInput(workers, splitBytes)))
        .setCoder(InputSplit.coder());
  }

  private static final class ListInput extends DoFn<String, InputSplit> {
    private static final long serialVersionUID = 1L;

    private final int workers;
    private final long splitBytes;

    ListInput(int workers, long splitBytes) {
      this.workers = workers;
      this.splitBytes = splitBytes;
    }

    @ProcessElement
    public void process(@Element String input, OutputReceiver<InputSplit> out)
        throws UsageException, IOException {
      List<InputSplit> splits = InputPlanner.of(workers, splitBytes).plan(input).splits();
      for (InputSplit split : splits) {
        int number = (int) ((long) split.number() * NUMBERS / splits.size());
        out.output(new InputSplit(number, split.slices()));
      }
    }
  }
}
