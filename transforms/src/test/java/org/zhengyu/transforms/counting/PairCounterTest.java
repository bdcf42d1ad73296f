package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Against pairs counted one by one in a map. */
class PairCounterTest {
  /** More than one word of bits on either level. */
  private static final int TERMS = 5000;

  private static List<String> drain(PairCounter pairs) {
    List<String> lines = new ArrayList<>();
    pairs.drain((first, second, count) -> lines.add(first + " " + second + " " + count));
    return lines;
  }

  private static void add(PairCounter pairs, List<Integer> context) {
    pairs.add(context.stream().mapToInt(Integer::intValue).toArray(), context.size());
  }

  /** The pairs of places at most so far apart, in order. */
  private static List<String> countedOneByOne(List<List<Integer>> contexts, int reach) {
    Map<Integer, Map<Integer, Integer>> counts = new TreeMap<>();
    for (List<Integer> context : contexts) {
      for (int i = 0; i < context.size(); i++) {
        for (int j = i + 1; j < context.size() && j - i <= reach; j++) {
          int first = Math.min(context.get(i), context.get(j));
          int second = Math.max(context.get(i), context.get(j));
          if (first >= 0 && first != second) {
            counts.computeIfAbsent(first, f -> new TreeMap<>()).merge(second, 1, Integer::sum);
          }
        }
      }
    }
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (first, partners) ->
            partners.forEach((second, n) -> lines.add(first + " " + second + " " + n)));
    return lines;
  }

  @Property
  void countsThePairsOfSetsAndForgetsThem(
      @ForAll @Size(max = 40) List<@Size(max = 40) List<@IntRange(max = 40) Integer>> some,
      @ForAll @Size(max = 40) List<@Size(max = 40) List<@IntRange(max = TERMS - 1) Integer>> more) {
    PairCounter pairs = PairCounter.ofSets(TERMS);
    for (List<List<Integer>> round : List.of(some, more)) {
      List<List<Integer>> sets = new ArrayList<>();
      for (List<Integer> numbers : round) {
        sets.add(List.copyOf(new TreeSet<>(numbers)));
      }
      sets.forEach(set -> add(pairs, set));
      assertThat(drain(pairs)).isEqualTo(countedOneByOne(sets, Integer.MAX_VALUE));
    }
    assertThat(drain(pairs)).as("drained").isEmpty();
  }

  @Property
  void countsThePairsOfWindowsAndForgetsThem(
      @ForAll List<List<@IntRange(min = -3, max = 6) Integer>> some,
      @ForAll List<List<@IntRange(min = -3, max = TERMS - 1) Integer>> more,
      @ForAll @IntRange(min = 1, max = 8) int window) {
    PairCounter pairs = PairCounter.ofWindows(TERMS, window);
    for (List<List<Integer>> sentences : List.of(some, more)) {
      sentences.forEach(sentence -> add(pairs, sentence));
      assertThat(drain(pairs)).isEqualTo(countedOneByOne(sentences, window));
    }
    assertThat(drain(pairs)).as("drained").isEmpty();
  }

  @Example
  void aPairInAllContextsAndTheLastOfManyTerms() {
    int last = (1 << 20) - 1;
    PairCounter pairs = PairCounter.ofSets(last + 1);
    for (int i = 0; i < 100_000; i++) {
      add(pairs, List.of(0, 63, 64, last));
    }
    assertThat(drain(pairs))
        .containsExactly(
            "0 63 100000",
            "0 64 100000",
            "0 " + last + " 100000",
            "63 64 100000",
            "63 " + last + " 100000",
            "64 " + last + " 100000");
  }

  /** The counter starts next to the limit, for to get there takes two billion steps. */
  @Example
  void countsBeyondAnInt() {
    PairCounter.RowCounter row = new PairCounter.RowCounter(9);
    row.count(7);
    row.counts[7] = Integer.MAX_VALUE;
    row.count(7);
    List<String> lines = new ArrayList<>();
    row.drain(3, (first, second, count) -> lines.add(first + " " + second + " " + count));
    assertThat(lines).containsExactly("3 7 2147483648");
  }

  @Example
  void isFullAtItsCapacityAndTakesALongerContextYet() {
    PairCounter pairs = PairCounter.ofSets(9);
    int[] many = new int[PairCounter.CAPACITY - 4];
    Arrays.fill(many, -1);
    pairs.add(many, many.length);
    assertThat(pairs.isFull()).isFalse();
    pairs.add(new int[] {7, 8}, 2);
    assertThat(pairs.isFull()).isTrue();
    pairs.add(many, many.length);
    assertThat(drain(pairs)).containsExactly("7 8 1");
    assertThat(pairs.isFull()).isFalse();
  }
}
