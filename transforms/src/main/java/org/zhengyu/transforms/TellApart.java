package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  /** The same with those kinds alone that are asked for. */
  TellApart only(Set<? extends TupleTag<?>> asked) {
    List<TupleTag<?>> someKinds = new ArrayList<>();
    List<Coder<?>> theirCoders = new ArrayList<>();
    for (int kind = 0; kind < kinds.size(); kind++) {
      if (asked.contains(kinds.get(kind))) {
        someKinds.add(kinds.get(kind));
        theirCoders.add(coders.get(kind));
      }
    }
    return new TellApart(someKinds, theirCoders);
  }

  /** The kinds that it tells, in their order. */
  List<TupleTag<?>> kinds() {
    return kinds;
  }

  /** Has an element of a kind leave the function. */
  <T> void output(DoFn<?, ?>.ProcessContext context, TupleTag<T> kind, T value) {
    context.output(TOGETHER, element(kind, value));
  }

  /** The kinds of what left a function together, which has other outputs, too. */
  PCollectionTuple kindsOf(PCollectionTuple outputs) {
    return outputs.get(TOGETHER).setCoder(coder()).apply("TellApart", this);
  }

  /** Adds the kinds that left the function each under its own tag. */
  PCollectionTuple addTo(PCollectionTuple found, PCollectionTuple outputs) {
    PCollectionTuple all = found;
    for (TupleTag<?> kind : kinds) {
      all = all.and(untyped(kind), outputs.get(untyped(kind)));
    }
    return withCoders(all);
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
    return withCoders(told);
  }

  private PCollectionTuple withCoders(PCollectionTuple told) {
    for (int kind = 0; kind < kinds.size(); kind++) {
      setCoder(told.get(untyped(kinds.get(kind))), coders.get(kind));
    }
    return told;
  }

  /**
   * A tag for a function that puts out several types: of what a kind is, is known where its element
   * is made.
   */
  @SuppressWarnings("unchecked")
  static TupleTag<Object> untyped(TupleTag<?> kind) {
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
