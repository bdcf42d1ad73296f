package org.zhengyu.transforms.packed;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Entries of runs written as hexadecimal digits, whose order is the unsigned order of the bytes.
 */
public final class Entries {
  /** A key and a value in hexadecimal. */
  public record Entry(String key, String value) {}

  private Entries() {}

  /** Entries whose keys often repeat, are empty, or begin with each other. */
  public static Arbitrary<Entry> any() {
    Arbitrary<String> few = Arbitraries.of("", "00", "0000", "7f", "80", "80ff", "ff", "ff00");
    Arbitrary<String> many =
        Arbitraries.bytes().array(byte[].class).ofMaxSize(200).map(HexFormat.of()::formatHex);
    Arbitrary<String> bytes = Arbitraries.oneOf(few, few, few, many);
    return Combinators.combine(bytes, bytes).as(Entry::new);
  }

  public static SortedRun run(List<Entry> entries) {
    SortedRunBuilder builder = new SortedRunBuilder();
    for (Entry entry : entries) {
      builder.add(bytes(entry.key()), written(bytes(entry.value())));
    }
    return builder.build();
  }

  public static List<Entry> of(SortedRun run) {
    List<Entry> entries = new ArrayList<>();
    SortedRunCursor cursor = run.cursor();
    while (cursor.next()) {
      entries.add(
          new Entry(
              HexFormat.of().formatHex(cursor.key()),
              HexFormat.of().formatHex(cursor.value().rest())));
    }
    return entries;
  }

  public static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  public static PackedWriter written(byte[] bytes) {
    return new PackedWriter().putRaw(bytes, 0, bytes.length);
  }
}
