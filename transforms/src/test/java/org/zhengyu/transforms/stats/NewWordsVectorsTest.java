package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NewWordsVectorsTest {
  /** Stands for the edge of the text. */
  private static final String EDGE = "\n";

  static Stream<CSVRecord> rows() {
    return Vectors.pinned("newword.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithThePublishedExampleAndHandCounts(CSVRecord row) {
    check(row);
  }

  @Test
  void agreesWithTheReferenceNotes() {
    Vectors.reference("newword.csv").forEach(NewWordsVectorsTest::check);
  }

  private static void check(CSVRecord row) {
    String text = row.get("text");
    String word = row.get("candidate");
    double actual =
        switch (row.get("measure")) {
          case "freq" -> places(text, word).count();
          case "left_entropy_ln_boundary_as_symbol", "left_entropy_ln" ->
              NewWords.entropy(0, neighbours(text, word, -1, true));
          case "right_entropy_ln_boundary_as_symbol", "right_entropy_ln" ->
              NewWords.entropy(0, neighbours(text, word, word.length(), true));
          case "left_entropy_ln_boundary_dropped" ->
              NewWords.entropy(0, neighbours(text, word, -1, false));
          case "right_entropy_ln_boundary_dropped" ->
              NewWords.entropy(0, neighbours(text, word, word.length(), false));
          case "cohesion_ratio_min" ->
              NewWords.cohesion(
                  places(text, word).count(),
                  text.length(),
                  parts(text, word, true),
                  parts(text, word, false));
          case "cohesion_pmi_log2_min" ->
              NewWords.cohesionLog2(
                  places(text, word).count(),
                  text.length(),
                  parts(text, word, true),
                  parts(text, word, false));
          case "entropy_ln" -> NewWords.entropy(0, die(text));
          case "cohesion_ratio" -> ofProbabilities(text);
          default -> fail("nothing computes the measure of " + row);
        };
    Vectors.assertMatches(row, actual);
  }

  private static IntStream places(String text, String word) {
    return IntStream.range(0, text.length()).filter(i -> text.startsWith(word, i));
  }

  private static long[] neighbours(String text, String word, int offset, boolean withEdge) {
    Map<String, Long> counts = new TreeMap<>();
    places(text, word)
        .map(place -> place + offset)
        .mapToObj(i -> i < 0 || i >= text.length() ? EDGE : text.substring(i, i + 1))
        .filter(neighbour -> withEdge || !neighbour.equals(EDGE))
        .forEach(neighbour -> counts.merge(neighbour, 1L, Long::sum));
    return counts.values().stream().mapToLong(Long::longValue).toArray();
  }

  private static long[] parts(String text, String word, boolean left) {
    return IntStream.range(1, word.length())
        .mapToObj(i -> left ? word.substring(0, i) : word.substring(i))
        .mapToLong(part -> places(text, part).count())
        .toArray();
  }

  /** The frequencies of a text such as "die 1,1,2" or "die 99x1,1x2". */
  private static long[] die(String text) {
    Map<String, Long> counts = new TreeMap<>();
    for (String throwing : text.replace("die ", "").split(",", -1)) {
      String[] parts = throwing.split("x", -1);
      counts.merge(
          parts[parts.length - 1], parts.length == 1 ? 1 : Long.parseLong(parts[0]), Long::sum);
    }
    return counts.values().stream().mapToLong(Long::longValue).toArray();
  }

  /** The cohesion of probabilities such as "p(ab)=1e-5;p(a)=0.1;p(b)=0.01", as counts of 10^9. */
  private static double ofProbabilities(String text) {
    long characters = 1_000_000_000L;
    List<Long> counts =
        Arrays.stream(text.split(";", -1))
            .map(part -> Math.round(Double.parseDouble(part.split("=", -1)[1]) * characters))
            .toList();
    return NewWords.cohesion(
        counts.get(0), characters, new long[] {counts.get(1)}, new long[] {counts.get(2)});
  }

  @Test
  void isUndefinedWithoutPartsOrNeighbours() {
    assertThat(NewWords.cohesion(3, 10, new long[0], new long[0])).isNaN();
    assertThat(NewWords.entropy(0)).isNaN();
    assertThat(NewWords.entropy(0, 4)).isZero();
    assertThat(NewWords.freedom(0.5, 0.25)).isEqualTo(0.25);
  }

  @Test
  void takesEachEdgeForANeighbourOfItsOwn() {
    assertThat(NewWords.entropy(4)).isEqualTo(Math.log(4));
    assertThat(NewWords.entropy(2, 1, 1)).isCloseTo(NewWords.entropy(0, 1, 1, 1, 1), within(1e-15));
    assertThatThrownBy(() -> NewWords.entropy(-1, 3)).hasMessageContaining("-1 edges");
  }

  @Test
  void refusesImpossibleCounts() {
    assertThatThrownBy(() -> NewWords.cohesion(3, 10, new long[] {2}, new long[] {4}))
        .hasMessageContaining("3 of 2, 4");
    assertThatThrownBy(() -> NewWords.cohesion(3, 10, new long[] {3}, new long[0]))
        .hasMessageContaining("1 left and 0 right");
    assertThatThrownBy(() -> NewWords.entropy(0, 2, -1)).hasMessageContaining("-1 times");
  }
}
