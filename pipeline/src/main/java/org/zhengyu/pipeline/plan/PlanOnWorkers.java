package org.zhengyu.pipeline.plan;

import java.util.List;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PBegin;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.model.WorkUnit;

/**
 * Plans the input as a step of the pipeline, on one worker: for storage that this machine cannot
 * list. The units are those that a plan made here would have. How many there are is known too late
 * for the pipeline's shape, so they are numbered by their share of {@link #NUMBERS}.
 */
public final class PlanOnWorkers extends PTransform<PBegin, PCollection<WorkUnit>> {
  private static final long serialVersionUID = 1L;

  /** Numbers of units are below this, however many there are. */
  public static final int NUMBERS = 1 << 20;

  private final String input;
  private final int workers;
  private final long unitBytes;

  private PlanOnWorkers(String input, int workers, long unitBytes) {
    this.input = input;
    this.workers = workers;
    this.unitBytes = unitBytes;
  }

  /**
   * Plans an input.
   *
   * @param input paths and patterns with commas between
   * @param workers how many share the work
   * @param unitBytes bytes of a unit; 0 to choose by the size of the input
   */
  public static PlanOnWorkers of(String input, int workers, long unitBytes) {
    return new PlanOnWorkers(input, workers, unitBytes);
  }

  @Override
  public PCollection<WorkUnit> expand(PBegin begin) {
    return begin
        .apply("Input", Create.of(input).withCoder(StringUtf8Coder.of()))
        .apply("List", ParDo.of(new ListInput(workers, unitBytes)))
        .setCoder(WorkUnit.coder());
  }

  private static final class ListInput extends DoFn<String, WorkUnit> {
    private static final long serialVersionUID = 1L;

    private final int workers;
    private final long unitBytes;

    ListInput(int workers, long unitBytes) {
      this.workers = workers;
      this.unitBytes = unitBytes;
    }

    @ProcessElement
    public void process(@Element String input, OutputReceiver<WorkUnit> out) throws UsageException {
      List<WorkUnit> units = InputPlanner.of(workers, unitBytes).plan(input).units();
      for (WorkUnit unit : units) {
        int number = (int) ((long) unit.number() * NUMBERS / units.size());
        out.output(new WorkUnit(number, unit.slices()));
      }
    }
  }
}
