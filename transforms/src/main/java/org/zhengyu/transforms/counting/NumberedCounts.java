package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

/** Counts of things that have a number, as a sorted run from the number in four bytes. */
final class NumberedCounts {
  /** The bytes that are held before they are added up. */
  private static final long MOST_HELD = 16L << 20;

  private NumberedCounts() {}

  /** Packs counts by number. */
  static <C> SortedRun pack(
      SortedMap<Integer, C> counts, BiConsumer<? super C, PackedWriter> pack) {
    SortedRunBuilder run = new SortedRunBuilder();
    PackedWriter key = new PackedWriter();
    PackedWriter value = new PackedWriter();
    counts.forEach(
        (number, count) -> {
          key.clear();
          value.clear();
          pack.accept(count, value);
          run.add(key.putInt(number), value);
        });
    return run.build();
  }

  /** Adds up the counts of each number in several runs, which are never all held. */
  static <C> SortedRun sum(
      Iterable<SortedRun> runs,
      Function<PackedReader, C> unpack,
      BinaryOperator<C> plus,
      BiConsumer<? super C, PackedWriter> pack) {
    return sum(runs, unpack, plus, pack, MOST_HELD);
  }

  static <C> SortedRun sum(
      Iterable<SortedRun> runs,
      Function<PackedReader, C> unpack,
      BinaryOperator<C> plus,
      BiConsumer<? super C, PackedWriter> pack,
      long mostHeld) {
    List<SortedRun> held = new ArrayList<>();
    long bytes = 0;
    long next = mostHeld;
    for (SortedRun run : runs) {
      held.add(run);
      bytes += run.size();
      if (bytes > next) {
        SortedRun sum = sumOf(held, unpack, plus, pack);
        held.clear();
        held.add(sum);
        bytes = sum.size();
        next = Math.max(mostHeld, 2 * bytes);
      }
    }
    return sumOf(held, unpack, plus, pack);
  }

  private static <C> SortedRun sumOf(
      List<SortedRun> runs,
      Function<PackedReader, C> unpack,
      BinaryOperator<C> plus,
      BiConsumer<? super C, PackedWriter> pack) {
    SortedRunBuilder sums = new SortedRunBuilder();
    PackedWriter value = new PackedWriter();
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      merge.nextValue();
      C sum = unpack.apply(merge.value());
      while (merge.nextValue()) {
        sum = plus.apply(sum, unpack.apply(merge.value()));
      }
      value.clear();
      pack.accept(sum, value);
      sums.add(merge.key(), value);
    }
    return sums.build();
  }
}
