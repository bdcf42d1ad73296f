package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultipleTestingVectorsTest {
  private static final Map<String, UnaryOperator<double[]>> METHODS =
      Map.of(
          "bh", MultipleTesting::benjaminiHochberg,
          "by", MultipleTesting::benjaminiYekutieli,
          "bonferroni", p -> MultipleTesting.bonferroni(p, p.length),
          "holm", p -> MultipleTesting.holm(p, p.length),
          "chi2_sf_df1", statistics -> new double[] {Association.pValue(statistics[0])});

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
    Vectors.reference("multitest.csv").forEach(MultipleTestingVectorsTest::check);
  }

  private static void check(CSVRecord row) {
    double[] expected = Vectors.numbers(row.get("expected"));
    double[] actual =
        Vectors.function(METHODS, row.get("method")).apply(Vectors.numbers(row.get("input")));
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      Vectors.assertMatches(row, actual[i], expected[i], row.get("tol"));
    }
  }
}
