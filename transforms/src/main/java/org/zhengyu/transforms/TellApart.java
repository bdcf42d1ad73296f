package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.join.RawUnionValue;
import org.apache.beam.sdk.transforms.join.UnionCoder;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;

/**
 * Tells apart kinds of elements that left a function together, under one tag. Flink stores all that
 * a function puts out once for each of its tags; so a function that puts out much has few: one for
 * each kind that is large, and one for all the others.
 */
final class TellApart extends PTransform<PCollection<RawUnionValue>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The tag under which they leave the function. */
  static final TupleTag<RawUnionValue> TOGETHER = new TupleTag<>("together") {};

  private final List<TupleTag<?>> kinds;
  private final List<Coder<?>> coders;

  private TellApart(List<TupleTag<?>> kinds, List<Coder<?>> coders) {
    this.kinds = List.copyOf(kinds);
    this.coders = List.copyOf(coders);
  }

  /** Tells one kind, to which others are added. */
  static <T> TellApart of(TupleTag<T> kind, Coder<T> coder) {
    return new TellApart(List.of(kind), List.of(coder));
  }

  /** The same with one more kind. */
  <T> TellApart and(TupleTag<T> kind, Coder<T> coder) {
    List<TupleTag<?>> allKinds = new ArrayList<>(kinds);
    allKinds.add(kind);
    List<Coder<?>> allCoders = new ArrayList<>(coders);
    allCoders.add(coder);
    return new TellApart(allKinds, allCoders);
  }

  /** Has an element of a kind leave the function. */
  <T> void output(DoFn<?, ?>.ProcessContext context, TupleTag<T> kind, T value) {
    context.output(TOGETHER, element(kind, value));
  }

  /** The kinds of what left a function together, which has other outputs, too. */
  PCollectionTuple kindsOf(PCollectionTuple outputs) {
    return outputs.get(TOGETHER).setCoder(coder()).apply("TellApart", this);
  }

  /** An element of a kind, as it leaves the function. */
  <T> RawUnionValue element(TupleTag<T> kind, T value) {
    return new RawUnionValue(kinds.indexOf(kind), value);
  }

  /** The coder of what leaves the function together. */
  Coder<RawUnionValue> coder() {
    return UnionCoder.of(coders);
  }

  @Override
  public PCollectionTuple expand(PCollection<RawUnionValue> together) {
    PCollectionTuple told =
        together.apply(
            "Tell",
            ParDo.of(new Tell(kinds))
                .withOutputTags(
                    untyped(kinds.get(0)), TupleTagList.of(kinds.subList(1, kinds.size()))));
    for (int kind = 0; kind < kinds.size(); kind++) {
      setCoder(told.get(untyped(kinds.get(kind))), coders.get(kind));
    }
    return told;
  }

  /** Of what a kind is, was known where its element was made. */
  @SuppressWarnings("unchecked")
  private static TupleTag<Object> untyped(TupleTag<?> kind) {
    return (TupleTag<Object>) kind;
  }

  @SuppressWarnings("unchecked")
  private static void setCoder(PCollection<Object> elements, Coder<?> coder) {
    elements.setCoder((Coder<Object>) coder);
  }

  private static final class Tell extends DoFn<RawUnionValue, Object> {
    private static final long serialVersionUID = 1L;

    private final List<TupleTag<?>> kinds;

    Tell(List<TupleTag<?>> kinds) {
      this.kinds = kinds;
    }

    @ProcessElement
    public void process(@Element RawUnionValue element, MultiOutputReceiver told) {
      told.get(untyped(kinds.get(element.getUnionTag()))).output(element.getValue());
    }
  }
}
