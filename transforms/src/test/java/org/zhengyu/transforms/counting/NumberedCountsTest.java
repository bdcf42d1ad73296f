package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

class NumberedCountsTest {
  /** Adds up by a map of all, however few bytes are held. */
  @Property(tries = 200)
  void addsUpTheCountsOfEachNumberHoweverLittleIsHeld(
      @ForAll @Size(max = 12)
          List<
                  @Size(max = 6) Map<
                      @IntRange(min = 0, max = 9) Integer, @LongRange(min = 0, max = 1000) Long>>
              parts,
      @ForAll @IntRange(min = 0, max = 100) int mostHeld) {
    Map<Integer, Long> expected = new TreeMap<>();
    parts.forEach(
        part -> part.forEach((number, count) -> expected.merge(number, count, Long::sum)));
    List<SortedRun> runs =
        parts.stream()
            .map(part -> NumberedCounts.pack(new TreeMap<>(part), (count, out) -> put(out, count)))
            .toList();

    SortedRun sum =
        NumberedCounts.sum(
            runs, PackedReader::getVarint, Long::sum, (count, out) -> put(out, count), mostHeld);

    Map<Integer, Long> found = new TreeMap<>();
    SortedRunCursor cursor = sum.cursor();
    while (cursor.next()) {
      assertThat(found.put(cursor.keyReader().getInt(), cursor.value().getVarint())).isNull();
    }
    assertThat(found).isEqualTo(expected);
  }

  private static void put(PackedWriter out, Long count) {
    out.putVarint(count);
  }
}
