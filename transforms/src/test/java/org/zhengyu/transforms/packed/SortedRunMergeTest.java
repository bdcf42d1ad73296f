package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengyu.transforms.packed.Entries.Entry;

class SortedRunMergeTest {
  @Provide
  Arbitrary<List<List<Entry>>> runs() {
    return Entries.any().list().ofMaxSize(20).list().ofMaxSize(12);
  }

  @Property
  void yieldsEveryKeyOnceInOrderWithAllItsValuesInOrder(@ForAll("runs") List<List<Entry>> runs) {
    Map<String, List<String>> expected = new TreeMap<>();
    for (List<Entry> run : runs) {
      for (Entry entry : run) {
        expected.computeIfAbsent(entry.key(), k -> new ArrayList<>()).add(entry.value());
      }
    }
    expected.values().forEach(Collections::sort);

    Map<String, List<String>> merged = new TreeMap<>();
    List<String> keys = new ArrayList<>();
    SortedRunMerge merge = SortedRunMerge.of(runs.stream().map(Entries::run).toList());
    while (merge.nextKey()) {
      String key = HexFormat.of().formatHex(merge.key());
      keys.add(key);
      List<String> values = merged.computeIfAbsent(key, k -> new ArrayList<>());
      while (merge.nextValue()) {
        values.add(HexFormat.of().formatHex(merge.value().rest()));
      }
    }
    assertThat(keys).containsExactlyElementsOf(expected.keySet());
    assertThat(merged).isEqualTo(expected);
    assertThat(merge.nextKey()).isFalse();
    assertThat(merge.nextValue()).isFalse();
  }

  @Property
  void yieldsTheSameWhateverTheOrderOfTheRuns(
      @ForAll("runs") List<List<Entry>> runs, @ForAll Random random) {
    List<List<Entry>> shuffled = new ArrayList<>(runs);
    Collections.shuffle(shuffled, random);
    assertThat(sequence(shuffled)).isEqualTo(sequence(runs));
  }

  private static List<Entry> sequence(List<List<Entry>> runs) {
    List<Entry> sequence = new ArrayList<>();
    SortedRunMerge merge = SortedRunMerge.of(runs.stream().map(Entries::run).toList());
    while (merge.nextKey()) {
      String key = HexFormat.of().formatHex(merge.key());
      while (merge.nextValue()) {
        sequence.add(new Entry(key, HexFormat.of().formatHex(merge.value().rest())));
      }
    }
    return sequence;
  }

  @Property
  void namesTheRunThatAValueComesFrom(@ForAll("runs") List<List<Entry>> runs) {
    List<List<Entry>> bySource = new ArrayList<>();
    runs.forEach(run -> bySource.add(new ArrayList<>()));
    SortedRunMerge merge = SortedRunMerge.of(runs.stream().map(Entries::run).toList());
    while (merge.nextKey()) {
      String key = HexFormat.of().formatHex(merge.key());
      while (merge.nextValue()) {
        bySource
            .get(merge.source())
            .add(new Entry(key, HexFormat.of().formatHex(merge.value().rest())));
      }
    }
    for (int i = 0; i < runs.size(); i++) {
      assertThat(bySource.get(i)).containsExactlyInAnyOrderElementsOf(runs.get(i));
    }
  }

  @Property
  void passesOverValuesThatNobodyAsksFor(
      @ForAll("runs") List<List<Entry>> runs, @ForAll Random random) {
    List<String> keys = new ArrayList<>();
    SortedRunMerge merge = SortedRunMerge.of(runs.stream().map(Entries::run).toList());
    while (merge.nextKey()) {
      keys.add(HexFormat.of().formatHex(merge.key()));
      for (int reads = random.nextInt(3); reads > 0 && merge.nextValue(); reads--) {
        assertThat(merge.value()).isNotNull();
      }
    }
    assertThat(keys)
        .containsExactlyElementsOf(
            runs.stream().flatMap(List::stream).map(Entry::key).distinct().sorted().toList());
  }

  @Example
  void isEmptyWithoutRunsAndWithEmptyOnes() {
    assertThat(SortedRunMerge.of(List.of()).nextKey()).isFalse();
    assertThat(SortedRunMerge.of(List.of(SortedRun.EMPTY, SortedRun.EMPTY)).nextKey()).isFalse();
  }
}
