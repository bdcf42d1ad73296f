package org.zhengyu.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.apache.beam.runners.direct.DirectOptions;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Elements of 2,000 bytes, all of which are the same number: with room for all of them on the heap,
 * for some, and for none.
 */
@Timeout(60)
class ElementsInFilesTest {
  private static final Queue<Object> SEEN = new ConcurrentLinkedQueue<>();
  private static final int BYTES = 2_000;
  private static final int KEYS = 3;

  @TempDir Path temp;

  private final DirectOptions options = PipelineOptionsFactory.as(DirectOptions.class);
  private final Pipeline pipeline = Pipeline.create(options);

  @BeforeEach
  void forget() {
    SEEN.clear();
  }

  private void run(long mostHeld) {
    assertThat(start(mostHeld, temp).waitUntilFinish()).isEqualTo(PipelineResult.State.DONE);
    assertThat(temp).isEmptyDirectory();
  }

  private LocalRun start(long mostHeld, Path folder) {
    options.setTargetParallelism(4);
    return new LocalRunner(options, folder, mostHeld).run(pipeline);
  }

  private PCollection<KV<Integer, byte[]>> blocks(int count) {
    return pipeline
        .apply(Create.of(IntStream.range(0, count).boxed().toList()).withCoder(VarIntCoder.of()))
        .apply(Reshuffle.viaRandomKey())
        .apply(ParDo.of(new Fill()))
        .setCoder(KvCoder.of(VarIntCoder.of(), ByteArrayCoder.of()));
  }

  private static final class Fill extends DoFn<Integer, KV<Integer, byte[]>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element Integer number, OutputReceiver<KV<Integer, byte[]>> output) {
      byte[] block = new byte[BYTES];
      Arrays.fill(block, number.byteValue());
      output.output(KV.of(number % KEYS, block));
    }
  }

  private static int number(byte[] block) {
    assertThat(block).hasSize(BYTES).containsOnly(block[0]);
    return block[0];
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5 * BYTES, 1 << 20})
  void areTheValuesOfAGroupingHoweverOftenTheyAreLookedAt(long mostHeld) {
    blocks(12).apply(GroupByKey.create()).apply(ParDo.of(new SeeTwice()));
    run(mostHeld);
    assertThat(SEEN).containsExactlyInAnyOrder("0: 18 18", "1: 22 22", "2: 26 26");
  }

  private static final class SeeTwice extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<byte[]>> element) {
      SEEN.add(element.getKey() + ": " + sum(element.getValue()) + " " + sum(element.getValue()));
    }
  }

  private static int sum(Iterable<byte[]> blocks) {
    int sum = 0;
    for (byte[] block : blocks) {
      sum += number(block);
    }
    return sum;
  }

  /**
   * The sum is known when all blocks have been seen, so that all wait for it, in both functions.
   */
  @ParameterizedTest
  @ValueSource(longs = {0, 5 * BYTES, 1 << 20})
  void waitForSideInputsOfSeveralFunctions(long mostHeld) {
    PCollection<KV<Integer, byte[]>> blocks = blocks(4);
    PCollectionView<Integer> sum = sum(blocks.apply("Tell", ParDo.of(new Tell())));
    blocks.apply("One", ParDo.of(new SeeWith(sum)).withSideInputs(sum));
    PCollectionList.of(blocks)
        .and(blocks)
        .apply(Flatten.pCollections())
        .apply("Two", ParDo.of(new SeeWith(sum)).withSideInputs(sum));
    run(mostHeld);
    assertThat(SEEN).containsExactlyInAnyOrder(6, 6, 6, 7, 7, 7, 8, 8, 8, 9, 9, 9);
  }

  private static PCollectionView<Integer> sum(PCollection<Integer> numbers) {
    return numbers.apply(Sum.integersGlobally().asSingletonView());
  }

  private static final class Tell extends DoFn<KV<Integer, byte[]>, Integer> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, byte[]> element, OutputReceiver<Integer> output) {
      output.output(number(element.getValue()));
    }
  }

  private static final class SeeWith extends DoFn<KV<Integer, byte[]>, Void> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Integer> view;

    SeeWith(PCollectionView<Integer> view) {
      this.view = view;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      SEEN.add(context.sideInput(view) + number(context.element().getValue()));
    }
  }

  /** Groups wait for a sum over groups, which is known when the grouping has ended. */
  @Test
  void areThereForAGroupThatWaitsLongerThanItsGroupingTakes() {
    PCollection<KV<Integer, Iterable<byte[]>>> groups = blocks(4).apply(GroupByKey.create());
    PCollectionView<Integer> keys = sum(groups.apply("Keys", ParDo.of(new TellKeys())));
    groups.apply("See", ParDo.of(new SeeGroups(keys)).withSideInputs(keys));
    run(0);
    assertThat(SEEN).containsExactlyInAnyOrder("3, 0: 3", "3, 1: 1", "3, 2: 2");
  }

  private static final class TellKeys extends DoFn<KV<Integer, Iterable<byte[]>>, Integer> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(context.element().getKey());
    }
  }

  private static final class SeeGroups extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Integer> keys;

    SeeGroups(PCollectionView<Integer> keys) {
      this.keys = keys;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      KV<Integer, Iterable<byte[]>> element = context.element();
      SEEN.add(context.sideInput(keys) + ", " + element.getKey() + ": " + sum(element.getValue()));
    }
  }

  @Test
  void areGoneWhenTheRunHasFailed() {
    blocks(12).apply(GroupByKey.create()).apply(ParDo.of(new SeeNone()));
    assertThatThrownBy(() -> start(0, temp).waitUntilFinish()).hasRootCauseMessage("seen: 0");
    assertThat(temp).isEmptyDirectory();
  }

  private static final class SeeNone extends DoFn<KV<Integer, Iterable<byte[]>>, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(ProcessContext context) {
      if (context.element().getKey() == 0) {
        throw new IllegalStateException("seen: " + context.element().getKey());
      }
    }
  }

  @Test
  void failARunWhereTheyCannotBeWritten() {
    Path nowhere = temp.resolve("nowhere");
    blocks(12).apply(GroupByKey.create()).apply(ParDo.of(new SeeTwice()));
    assertThatThrownBy(() -> start(0, nowhere).waitUntilFinish())
        .rootCause()
        .hasMessageStartingWith(nowhere + ": ");
  }

  /** In a folder that is not there nothing can be written, so what can be kept is on the heap. */
  @Test
  void goToAFileOnlyWhereThereIsNoRoomAndGiveItBack() {
    Room room = new Room(3 * BYTES / 2, temp.resolve("nowhere"));
    Shelf one = new Shelf(room, ByteArrayCoder.of());
    Shelf other = new Shelf(room, ByteArrayCoder.of());
    assertThat(one.keep(new byte[BYTES]).value()).isEqualTo(new byte[BYTES]);
    assertThatThrownBy(() -> other.keep(new byte[BYTES])).hasMessageContaining("nowhere");
    assertThatCode(() -> other.keep(new byte[10])).doesNotThrowAnyException();
    one.clear();
    assertThatCode(() -> other.keep(new byte[BYTES])).doesNotThrowAnyException();
    assertThatThrownBy(() -> one.keep(new byte[BYTES])).hasMessageContaining("nowhere");
  }

  @Test
  void stayWhereTheirCoderCannotSayHowLongTheyAre() {
    Shelf shelf = new Shelf(new Room(0, temp.resolve("nowhere")), new UnknownLength());
    List<byte[]> blocks = List.of(new byte[BYTES]);
    assertThat(shelf.keep(blocks).value()).isSameAs(blocks);
    assertThat(shelf.keep(null).value()).isNull();
  }

  private static final class UnknownLength extends CustomCoder<Object> {
    private static final long serialVersionUID = 1L;

    @Override
    public void encode(Object value, OutputStream out) {
      throw new AssertionError("is not written");
    }

    @Override
    public Object decode(InputStream in) {
      throw new AssertionError("is not written");
    }
  }
}
