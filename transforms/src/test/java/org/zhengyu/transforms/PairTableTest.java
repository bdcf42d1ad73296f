package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PairTableTest {
  private static List<String> drain(PairTable table, int numbers) {
    List<String> pairs = new ArrayList<>();
    table.drain(numbers, (first, second, count) -> pairs.add(first + " " + second + " " + count));
    return pairs;
  }

  private static void add(Map<Integer, Map<Integer, Integer>> counts, int first, int second) {
    counts.computeIfAbsent(first, f -> new TreeMap<>()).merge(second, 1, Integer::sum);
  }

  private static List<String> lines(Map<Integer, Map<Integer, Integer>> counts) {
    List<String> lines = new ArrayList<>();
    counts.forEach(
        (first, partners) ->
            partners.forEach((second, n) -> lines.add(first + " " + second + " " + n)));
    return lines;
  }

  @Property
  void countsPairsAndHandsThemOverInOrder(
      @ForAll List<@IntRange(max = 30) Integer> numbers,
      @ForAll List<@IntRange(max = 30) Integer> more) {
    PairTable table = new PairTable();
    for (List<Integer> round : List.of(numbers, more)) {
      Map<Integer, Map<Integer, Integer>> expected = new TreeMap<>();
      for (int i = 0; i + 1 < round.size(); i++) {
        int one = Math.min(round.get(i), round.get(i + 1));
        int other = Math.max(round.get(i), round.get(i + 1));
        if (one != other) {
          table.add(one, other);
          add(expected, one, other);
        }
      }
      assertThat(table.size()).isEqualTo(lines(expected).size());
      assertThat(drain(table, 31)).isEqualTo(lines(expected));
      assertThat(table.size()).as("forgotten when drained").isZero();
    }
  }

  @Example
  void keepsItsCountsWhenItGrows() {
    PairTable table = new PairTable();
    Map<Integer, Map<Integer, Integer>> expected = new TreeMap<>();
    int terms = 700;
    for (int round = 0; round < 2; round++) {
      for (int first = 0; first < terms; first++) {
        for (int second = terms - 1; second > first; second -= 1 + round) {
          table.add(first, second);
          add(expected, first, second);
        }
      }
    }
    assertThat(table.size()).isEqualTo(terms * (terms - 1) / 2);
    assertThat(drain(table, terms)).isEqualTo(lines(expected));
  }

  @Example
  void countsTheLargestNumbersThereAre() {
    PairTable table = new PairTable();
    int last = (1 << 24) - 1;
    table.add(last - 1, last);
    table.add(0, last);
    table.add(0, last);
    assertThat(drain(table, last + 1))
        .containsExactly("0 " + last + " 2", (last - 1) + " " + last + " 1");
  }

  @Example
  void isFullWhenTheNextPairsMightPassItsCapacity() {
    PairTable table = new PairTable();
    assertThat(table.isFullFor(PairTable.CAPACITY)).isFalse();
    assertThat(table.isFullFor(PairTable.CAPACITY + 1)).isTrue();
    table.add(1, 2);
    assertThat(table.isFullFor(PairTable.CAPACITY)).isTrue();
    assertThat(table.isFullFor(PairTable.CAPACITY - 1)).isFalse();
  }
}
