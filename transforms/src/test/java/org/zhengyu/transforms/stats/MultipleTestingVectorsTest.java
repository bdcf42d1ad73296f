package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultipleTestingVectorsTest {
  /** What the project does not compute. */
  private static final Set<String> LEFT_OUT = Set.of("by", "bonferroni", "holm");

  static Stream<CSVRecord> rows() {
    return Vectors.pinned("multitest.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithPublishedAndIndependentlyComputedValues(CSVRecord row) {
    check(row);
  }

  @Test
  void agreesWithTheReferenceNotes() {
    Vectors.reference("multitest.csv")
        .filter(row -> !LEFT_OUT.contains(row.get("method")))
        .forEach(MultipleTestingVectorsTest::check);
  }

  private static void check(CSVRecord row) {
    double[] expected = Vectors.numbers(row.get("expected"));
    double[] input = Vectors.numbers(row.get("input"));
    double[] actual =
        switch (row.get("method")) {
          case "bh" -> MultipleTesting.benjaminiHochberg(input);
          case "chi2_sf_df1" -> new double[] {Association.pValue(input[0])};
          default -> fail("nothing computes the method " + row.get("method"));
        };
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      Vectors.assertMatches(row, actual[i], expected[i], row.get("tol"));
    }
  }
}
