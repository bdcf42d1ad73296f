package org.zhengyu.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.joda.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LocalRunnerTest {
  /**
   * What came to the end of a pipeline; functions are copied, so it cannot be one of their fields.
   */
  private static final Queue<Object> SEEN = new ConcurrentLinkedQueue<>();

  private final Pipeline pipeline = pipeline(4);

  private static Pipeline pipeline(int parallelism) {
    DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
    options.setRunner(LocalRunner.class);
    options.setTargetParallelism(parallelism);
    return Pipeline.create(options);
  }

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private void run() {
    assertThat(pipeline.run().waitUntilFinish()).isEqualTo(PipelineResult.State.DONE);
  }

  private PCollection<Integer> numbers(String name, int count) {
    return pipeline.apply(
        name, Create.of(IntStream.range(0, count).boxed().toList()).withCoder(VarIntCoder.of()));
  }

  private static final class See extends DoFn<Object, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Object element) {
      SEEN.add(element);
    }
  }

  @SuppressWarnings("unchecked")
  private static void see(PCollection<?> elements) {
    ((PCollection<Object>) elements).apply("See", ParDo.of(new See()));
  }

  @Test
  void givesEachElementOnceToEveryReader() {
    PCollection<Integer> numbers = numbers("Numbers", 100);
    see(numbers.apply("Spread", Reshuffle.viaRandomKey()));
    numbers.apply("SeeToo", ParDo.of(new Keep(0))).apply("SeeKept", ParDo.of(new SeeNumber()));
    run();
    assertThat(SEEN).hasSize(200);
    assertThat(Set.copyOf(SEEN)).hasSize(100);
  }

  private static final class SeeNumber extends DoFn<Integer, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Integer element) {
      SEEN.add(element);
    }
  }

  /** Puts out numbers that are at least this. */
  private static final class Keep extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    private final int least;

    Keep(int least) {
      this.least = least;
    }

    @ProcessElement
    public void process(@Element Integer element, OutputReceiver<Integer> output) {
      if (element >= least) {
        output.output(element);
      }
    }
  }

  @Test
  void gathersTheValuesOfKeysThatAreTheSameByTheirCoder() {
    PCollection<KV<byte[], Integer>> pairs =
        pipeline.apply(
            Create.of(KV.of(new byte[] {1}, 1), KV.of(new byte[] {2}, 20), KV.of(new byte[] {1}, 3))
                .withCoder(KvCoder.of(ByteArrayCoder.of(), VarIntCoder.of())));
    see(pairs.apply("Gather", GroupByKey.create()).apply("Add", ParDo.of(new AddUp())));
    run();
    assertThat(SEEN).containsExactlyInAnyOrder("1: 4", "2: 20");
  }

  private static final class AddUp extends DoFn<KV<byte[], Iterable<Integer>>, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(ProcessContext context) {
      int sum = 0;
      for (int value : context.element().getValue()) {
        sum += value;
      }
      context.output(context.element().getKey()[0] + ": " + sum);
    }
  }

  @Test
  void joinsCollectionsAlsoOneWithItself() {
    PCollection<Integer> numbers = numbers("Numbers", 3);
    see(
        PCollectionList.of(numbers)
            .and(numbers)
            .and(numbers("Nothing", 0))
            .apply("Both", Flatten.pCollections()));
    run();
    assertThat(SEEN).containsExactlyInAnyOrder(0, 0, 1, 1, 2, 2);
  }

  @Test
  void tellsOutputsApartAndDropsWhatNobodyReads() {
    PCollectionTuple parted =
        numbers("Numbers", 5)
            .apply(ParDo.of(new Part()).withOutputTags(Part.EVEN, TupleTagList.of(Part.ODD)));
    see(parted.get(Part.ODD));
    run();
    assertThat(SEEN).containsExactlyInAnyOrder("1", "3");
  }

  private static final class Part extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    private static final TupleTag<Integer> EVEN = new TupleTag<>() {};
    private static final TupleTag<String> ODD = new TupleTag<>() {};

    @ProcessElement
    public void process(@Element Integer element, MultiOutputReceiver output) {
      if (element % 2 == 0) {
        output.get(EVEN).output(element);
      } else {
        output.get(ODD).output(element.toString());
      }
    }
  }

  @Test
  void readsSideInputsOfElementsThatCameBeforeThemAndOfNone() {
    PCollectionView<Integer> sum =
        numbers("Numbers", 5)
            .apply("Spread", Reshuffle.viaRandomKey())
            .apply("Sum", Sum.integersGlobally().asSingletonView());
    PCollectionView<Integer> none =
        numbers("Nothing", 0).apply("None", Sum.integersGlobally().asSingletonView());
    see(numbers("Other", 3).apply("Add", ParDo.of(new Add(sum, none)).withSideInputs(sum, none)));
    run();
    assertThat(SEEN).containsExactlyInAnyOrder(10, 11, 12);
  }

  private static final class Add extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Integer> one;
    private final PCollectionView<Integer> other;

    Add(PCollectionView<Integer> one, PCollectionView<Integer> other) {
      this.one = one;
      this.other = other;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(context.element() + context.sideInput(one) + context.sideInput(other));
    }
  }

  /** On Beam's DirectRunner such a chain never ends. */
  @Test
  void endsAChainOfSideInputsOfNothing() {
    PCollection<Integer> nothing = numbers("Nothing", 0);
    for (int link = 0; link < 5; link++) {
      PCollectionView<Integer> sum =
          nothing.apply("Sum" + link, Sum.integersGlobally().asSingletonView());
      nothing =
          numbers("One" + link, 1)
              .apply("Add" + link, ParDo.of(new Add(sum, sum)).withSideInputs(sum))
              .apply("Drop" + link, ParDo.of(new Keep(1)));
    }
    see(nothing);
    run();
    assertThat(SEEN).isEmpty();
  }

  /** Two calls wait for each other, so they are at work at once, each in a function of its own. */
  @Test
  void givesEachThreadAFunctionOfItsOwnAndEndsThemAll() {
    Meet.met = new CountDownLatch(2);
    numbers("Numbers", 2).apply("Meet", ParDo.of(new Meet()));
    run();
    assertThat(Meet.READY).hasSize(2);
    assertThat(SEEN).containsExactlyInAnyOrderElementsOf(Meet.READY);
  }

  private static final class Meet extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    private static final Set<Object> READY = ConcurrentHashMap.newKeySet();
    private static CountDownLatch met;

    private transient List<Integer> seen;

    @Setup
    @SuppressWarnings("unused") // Beam calls it.
    public void prepare() {
      seen = new ArrayList<>();
      READY.add(System.identityHashCode(seen));
    }

    @ProcessElement
    public void process(@Element Integer element) throws InterruptedException {
      seen.add(element);
      met.countDown();
      met.await();
      assertThat(seen).containsExactly(element);
    }

    @Teardown
    @SuppressWarnings("unused") // Beam calls it.
    public void end() {
      SEEN.add(System.identityHashCode(seen));
    }
  }

  @Test
  void failsWithWhatFailedFirstAndBeginsNothingAfterIt() {
    Pipeline alone = pipeline(1);
    alone
        .apply(Create.of(IntStream.range(0, 10).boxed().toList()))
        .apply(ParDo.of(new FailAtThree()));
    PipelineResult result = alone.run();
    assertThatThrownBy(result::waitUntilFinish)
        .isInstanceOf(Pipeline.PipelineExecutionException.class)
        .hasRootCauseMessage("three");
    assertThat(result.getState()).isEqualTo(PipelineResult.State.FAILED);
    assertThat(SEEN).containsExactly(0, 1, 2);
  }

  private static final class FailAtThree extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Integer element) {
      if (element == 3) {
        throw new IllegalStateException("three");
      }
      SEEN.add(element);
    }
  }

  @Test
  void addsUpCounters() {
    numbers("Numbers", 50).apply(ParDo.of(new CountAll()));
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    assertThat(
            result
                .metrics()
                .queryMetrics(
                    MetricsFilter.builder()
                        .addNameFilter(MetricNameFilter.named("numbers", "seen"))
                        .build())
                .getCounters())
        .singleElement()
        .satisfies(counter -> assertThat(counter.getAttempted()).isEqualTo(50));
  }

  private static final class CountAll extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    private final Counter seen = Metrics.counter("numbers", "seen");

    @ProcessElement
    public void process() {
      seen.inc();
    }
  }

  @Test
  void refusesWhatItDoesNotKnowBeforeItRuns() {
    numbers("Numbers", 1).apply("Late", ParDo.of(new AtTheEnd()));
    assertThatThrownBy(pipeline::run)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("AtTheEnd");
    Pipeline windowed = pipeline(1);
    windowed.apply(Create.of(1)).apply("Windows", Window.into(FixedWindows.of(Duration.millis(1))));
    assertThatThrownBy(windowed::run)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("Windows");
  }

  private static final class AtTheEnd extends DoFn<Integer, Integer> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process() {}

    @FinishBundle
    @SuppressWarnings("unused") // Beam calls it.
    public void end() {}
  }
}
