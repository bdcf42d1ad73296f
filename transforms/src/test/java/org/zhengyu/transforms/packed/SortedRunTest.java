package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.zhengyu.transforms.packed.Entries.Entry;

class SortedRunTest {
  private static final Comparator<Entry> BY_BYTES =
      Comparator.comparing(Entry::key).thenComparing(Entry::value);

  @Provide
  Arbitrary<List<Entry>> entries() {
    return Entries.any().list().ofMaxSize(150);
  }

  @Property
  void holdsWhatWasAddedByKeyAndThenByValue(@ForAll("entries") List<Entry> entries) {
    assertThat(Entries.of(Entries.run(entries)))
        .containsExactlyElementsOf(entries.stream().sorted(BY_BYTES).toList());
  }

  @Property
  void doesNotDependOnTheOrderInWhichEntriesWereAdded(@ForAll("entries") List<Entry> entries) {
    SortedRun run = Entries.run(entries);
    SortedRun sorted = Entries.run(entries.stream().sorted(BY_BYTES).toList());
    assertThat(run).isEqualTo(sorted).hasSameHashCodeAs(sorted);
    assertThat(run.size()).isEqualTo(sorted.size());
  }

  @Property
  void travelsThroughItsCoderAndAsTheLastPartOfAnElement(@ForAll("entries") List<Entry> entries) {
    SortedRun run = Entries.run(entries);
    CoderChecks.roundTrips(SortedRun.coder(), run);
    PackedWriter out = new PackedWriter().putByte(42);
    run.packInto(out);
    PackedReader in = new PackedReader(out.toByteArray());
    assertThat(in.getByte()).isEqualTo(42);
    assertThat(SortedRun.unpackRest(in)).isEqualTo(run);
    assertThat(in.hasMore()).isFalse();
  }

  @Property
  void dealsEveryEntryOnceAndEqualKeysTogether(
      @ForAll("entries") List<Entry> entries, @ForAll @IntRange(min = 1, max = 9) int buckets) {
    Map<Integer, SortedRun> dealt = Entries.run(entries).dealInto(buckets);

    List<Entry> together = new ArrayList<>();
    Map<String, Integer> bucketOfKey = new HashMap<>();
    dealt.forEach(
        (bucket, run) -> {
          assertThat(bucket).isBetween(0, buckets - 1);
          assertThat(run.isEmpty()).isFalse();
          List<Entry> part = Entries.of(run);
          assertThat(part).isSortedAccordingTo(BY_BYTES);
          part.forEach(
              entry ->
                  assertThat(bucketOfKey.merge(entry.key(), bucket, (a, b) -> a.equals(b) ? a : -1))
                      .isEqualTo(bucket));
          together.addAll(part);
        });
    assertThat(together).containsExactlyInAnyOrderElementsOf(entries);
  }

  @Property
  void keepsTheEntriesOfWantedKeys(
      @ForAll List<@LongRange(min = 0, max = 6) Long> keys,
      @ForAll @LongRange(min = 0, max = 7) long limit) {
    SortedRunBuilder builder = new SortedRunBuilder();
    SortedRunBuilder expected = new SortedRunBuilder();
    for (int i = 0; i < keys.size(); i++) {
      PackedWriter key = new PackedWriter().putLong(keys.get(i)).putByte(i);
      PackedWriter value = new PackedWriter().putVarint(i);
      builder.add(key, value);
      if (keys.get(i) < limit) {
        expected.add(key, value);
      }
    }
    assertThat(builder.build().whereKey(key -> key < limit)).isEqualTo(expected.build());
  }

  @Example
  void isTheSameRunWhenEveryKeyIsWanted() {
    SortedRun run =
        new SortedRunBuilder().add(new PackedWriter().putLong(1), new PackedWriter()).build();
    assertThat(run.whereKey(key -> true)).isSameAs(run);
    assertThat(run.whereKey(key -> false)).isSameAs(SortedRun.EMPTY);
  }

  @Example
  void isEmptyWithoutEntriesAndNotWithAnEmptyOne() {
    assertThat(new SortedRunBuilder().isEmpty()).isTrue();
    assertThat(new SortedRunBuilder().build()).isSameAs(SortedRun.EMPTY);
    assertThat(SortedRun.EMPTY.isEmpty()).isTrue();
    assertThat(SortedRun.EMPTY.cursor().next()).isFalse();
    assertThat(SortedRun.EMPTY.dealInto(3)).isEmpty();

    SortedRunBuilder builder = new SortedRunBuilder().add(new byte[0], new PackedWriter());
    assertThat(builder.isEmpty()).isFalse();
    assertThat(builder.size()).as("two lengths of nothing").isEqualTo(2);
    assertThat(Entries.of(builder.build())).containsExactly(new Entry("", ""));
  }

  @Example
  void copiesWhatItIsGiven() {
    byte[] key = {1};
    PackedWriter value = new PackedWriter().putByte(2);
    SortedRunBuilder builder = new SortedRunBuilder().add(key, value);
    key[0] = 9;
    value.clear();
    value.putByte(9);
    assertThat(Entries.of(builder.build())).containsExactly(new Entry("01", "02"));
  }

  @Example
  void sortsByCodePointsWhereTheyAreUtf8() {
    // U+FF21 comes before U+20BB7, but its UTF-16 unit after the surrogates of the latter.
    SortedRun run =
        new SortedRunBuilder()
            .add(new PackedWriter().putRaw(Entries.bytes("f0a0aeb7"), 0, 4), new PackedWriter())
            .add(new PackedWriter().putRaw(Entries.bytes("efbca1"), 0, 3), new PackedWriter())
            .build();
    assertThat(Entries.of(run)).extracting(Entry::key).containsExactly("efbca1", "f0a0aeb7");
  }
}
