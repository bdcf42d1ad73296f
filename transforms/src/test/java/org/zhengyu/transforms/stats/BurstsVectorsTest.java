package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
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
    Vectors.reference("bursts.csv")
        .filter(row -> row.get("kind").equals("batch2"))
        .forEach(BurstsVectorsTest::check);
  }

  private static void check(CSVRecord row) {
    List<Bursts.Burst> actual =
        Bursts.ofPeriods(
            Vectors.counts(row.get("r_or_offsets")),
            Vectors.counts(row.get("d")),
            number(row, "s"),
            number(row, "gamma"));
    String[] bursts =
        Arrays.stream(row.get("bursts(start-end:weight)").split(" ", -1))
            .filter(burst -> !burst.isEmpty())
            .toArray(String[]::new);
    assertThat(actual).as("%s", row).hasSameSizeAs(bursts);
    for (int i = 0; i < bursts.length; i++) {
      checkBurst(row, actual.get(i), bursts[i]);
    }
  }

  private static void checkBurst(CSVRecord row, Bursts.Burst burst, String expected) {
    String[] spanAndWeight = expected.split(":", -1);
    assertThat(burst.first() + "-" + burst.last()).isEqualTo(spanAndWeight[0]);
    Vectors.assertMatches(row, burst.weight(), Double.parseDouble(spanAndWeight[1]), "1e-9rel");
  }
}
