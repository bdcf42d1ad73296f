package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ManifestTest {
  private static final Manifest.Software SOFTWARE =
      new Manifest.Software("0.1.0", "portable-1.8.6", "2.62.0", "17.0.15+6", "DirectRunner");

  private static final Manifest.Time TIME =
      new Manifest.Time(
          Instant.parse("2025-01-02T03:04:05Z"), Instant.parse("2025-01-02T03:04:06.500Z"));

  private static final Manifest.Documents DOCUMENTS = new Manifest.Documents(3, 1, 0, 0);
  private static final Manifest.Totals TOTALS = new Manifest.Totals(1000, 60, 20, 300);

  /** A manifest in which every list is empty. */
  static Manifest ofNothing() {
    return withOptions(new TreeMap<>(), new ArrayList<>());
  }

  /** One that differs from those of other numbers. */
  static Manifest ofNothing(int number) {
    return withOptions(new TreeMap<>(Map.of("run", String.valueOf(number))), new ArrayList<>());
  }

  private static Manifest withOptions(SortedMap<String, String> options, List<String> notes) {
    return new Manifest(
        SOFTWARE,
        TIME,
        options,
        new Manifest.Lexicon(List.of(), 0, 0),
        new Manifest.StopWords("stop.txt", "cd34", 0),
        List.of(),
        DOCUMENTS,
        new TreeMap<>(),
        TOTALS,
        new TreeMap<>(),
        new TreeMap<>(),
        Map.of(),
        new Manifest.Remarks(List.of(), List.of(), notes, List.of(), ""));
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ManifestTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void statesEverythingInAFixedOrder() throws IOException {
    Manifest manifest =
        new Manifest(
                SOFTWARE,
                TIME,
                new TreeMap<>(Map.of("window", "5", "input", "/数据/in")),
                new Manifest.Lexicon(
                    List.of(
                        new Manifest.LexiconFile("starter.csv", "ab12", 50),
                        new Manifest.LexiconFile("lexicon.csv", "bc34", 5)),
                    52,
                    30),
                new Manifest.StopWords("stop.txt", "cd34", 700),
                List.of(
                    new Manifest.Input("/数据/in/b.txt", 20, "ee"),
                    new Manifest.Input("/数据/in/a.txt", 10, "ff")),
                DOCUMENTS,
                new TreeMap<>(Map.of("TOO_LARGE", 0L, "BAD_ENCODING", 1L)),
                TOTALS,
                new TreeMap<>(
                    Map.of(
                        "window", new Manifest.Pairs(900, 80, 20, 3560),
                        "sentence", new Manifest.Pairs(700, 60, 10, 58))),
                new TreeMap<>(
                    Map.of(
                        "sentence",
                        new TreeMap<>(Map.of("all", new Manifest.NetworkSize(40, 55, 7, 0.5))))),
                Map.of(),
                new Manifest.Remarks(
                    List.of("no document has a known year"),
                    List.of("所有文档年份不详"),
                    List.of("p is null for windows"),
                    List.of("/数据/in/.hidden"),
                    "语料共3篇文档。"))
            .withTables(
                List.of(SampleTables.WORDS, SampleTables.COUNTS),
                List.of(
                    new WrittenFile("words", "part-00000.parquet", "x", 7, 70),
                    new WrittenFile("counts", "part-00000.parquet", "y", 1, 10),
                    new WrittenFile("words", "part-00001.parquet", "z", 5, 50)));

    assertThat(manifest.toJson()).isEqualTo(resource("/manifest.json"));
    assertThat(manifest.rows(SampleTables.WORDS)).isEqualTo(12);
    assertThatThrownBy(() -> ofNothing().rows(SampleTables.WORDS))
        .hasMessage("the result has no table words");
  }

  @Test
  void statesWhatIsEmptyToo() throws IOException {
    assertThat(ofNothing().toJson()).isEqualTo(resource("/manifest-of-nothing.json"));
  }

  @Test
  void doesNotChangeWithWhatItWasMadeOf() {
    SortedMap<String, String> options = new TreeMap<>();
    List<String> notes = new ArrayList<>(List.of("first"));
    Manifest manifest = withOptions(options, notes);
    String before = manifest.toJson();
    options.put("late", "yes");
    notes.add("second");

    assertThat(manifest.toJson()).isEqualTo(before).contains("first").doesNotContain("second");
  }

  @Test
  void isKnownFromOtherJson() {
    assertThat(Json.isOurs(ofNothing().toJson())).isTrue();
    assertThat(Json.isOurs("{\"project\": \"another\"}")).isFalse();
    assertThat(Json.isOurs("{\"project\": {}}")).isFalse();
    assertThat(Json.isOurs("[]")).isFalse();
    assertThat(Json.isOurs("")).isFalse();
    assertThat(Json.isOurs("{\"project\": \"zhengyu\"")).isFalse();
  }
}
