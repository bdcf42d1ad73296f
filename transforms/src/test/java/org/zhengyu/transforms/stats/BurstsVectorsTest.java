package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.zhengyu.transforms.stats.Vectors.number;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BurstsVectorsTest {

  static Stream<CSVRecord> rows() {
    return Vectors.pinned("bursts.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsTheBurstsOfTheExactOptimum(CSVRecord row) {
    check(row);
  }

  @Test
  void agreesWithTheReferenceNotes() {
    Vectors.reference("bursts.csv").forEach(BurstsVectorsTest::check);
  }

  private static void check(CSVRecord row) {
    Bursts.Path path = path(row);
    List<Integer> states =
        Arrays.stream(row.get("states").split(";", -1)).map(Integer::valueOf).toList();
    assertThat(path.states()).as("%s", row).isEqualTo(states);
    Vectors.assertMatches(row, path.cost(), number(row, "cost"), "1e-9rel");
    String[] bursts =
        Arrays.stream(row.get("bursts(start-end:weight)").split(" ", -1))
            .filter(burst -> !burst.isEmpty())
            .toArray(String[]::new);
    assertThat(path.bursts()).as("%s", row).hasSameSizeAs(bursts);
    for (int i = 0; i < bursts.length; i++) {
      checkBurst(row, path.bursts().get(i), bursts[i]);
    }
  }

  private static Bursts.Path path(CSVRecord row) {
    long[] observations = Vectors.counts(row.get("r_or_offsets"));
    double scaling = number(row, "s");
    double gamma = number(row, "gamma");
    return switch (row.get("kind")) {
      case "batch2" -> Bursts.ofPeriods(observations, Vectors.counts(row.get("d")), scaling, gamma);
      case "gaps" -> {
        int states = Integer.parseInt(row.get("p0_or_k"));
        Bursts.Path path = Bursts.ofOffsets(observations, scaling, gamma, states);
        // The given number of states is the one that the shortest gap asks for.
        assertThat(Bursts.ofOffsets(observations, scaling, gamma)).isEqualTo(path);
        yield path;
      }
      default -> fail("nothing computes the kind " + row.get("kind"));
    };
  }

  /** "start-end:weight" of two states, or "Llevel:start-end" of many. */
  private static void checkBurst(CSVRecord row, Bursts.Burst burst, String expected) {
    if (expected.startsWith("L")) {
      assertThat("L" + burst.level() + ":" + burst.first() + "-" + burst.last())
          .isEqualTo(expected);
      return;
    }
    String[] spanAndWeight = expected.split(":", -1);
    assertThat(burst.first() + "-" + burst.last()).isEqualTo(spanAndWeight[0]);
    assertThat(burst.level()).isEqualTo(1);
    Vectors.assertMatches(row, burst.weight(), Double.parseDouble(spanAndWeight[1]), "1e-9rel");
  }
}
