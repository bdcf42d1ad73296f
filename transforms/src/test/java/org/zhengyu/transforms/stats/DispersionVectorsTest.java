package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DispersionVectorsTest {
  private static final Vectors.Measures<PartCounts> MEASURES =
      Vectors.measures(Dispersion.values())
          .alias("sd_pop", Dispersion.SD)
          // Published in another form.
          .derived("range", counts -> counts.occupied())
          .derived("one_minus_dp", counts -> 1 - Dispersion.DP.of(counts))
          .derived("d_kl_o2p", counts -> 1 / (1 + Dispersion.KLD.of(counts)))
          .derived("d_kl_expe", counts -> Math.exp(-Dispersion.KLD.of(counts)))
          .derived("d_kl_exp2", counts -> Math.pow(2, -Dispersion.KLD.of(counts)));

  /** What the project does not compute. */
  private static final String LEFT_OUT = "juilland_d_raw";

  static Stream<CSVRecord> rows() {
    return Vectors.pinned("dispersion.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithPublishedAndIndependentlyComputedValues(CSVRecord row) {
    check(row);
  }

  @Test
  void agreesWithTheReferenceNotes() {
    Vectors.reference("dispersion.csv")
        .filter(row -> !row.get("measure").equals(LEFT_OUT))
        .forEach(DispersionVectorsTest::check);
  }

  @Test
  void everyMeasureHasVectors() {
    assertThat(MEASURES.namedIn(rows().map(row -> row.get("measure"))))
        .containsExactlyInAnyOrder(Dispersion.values());
  }

  private static void check(CSVRecord row) {
    PartCounts counts =
        Spread.of(Vectors.counts(row.get("subfreq")), Vectors.counts(row.get("partsize")));
    Vectors.assertMatches(row, MEASURES.function(row.get("measure")).applyAsDouble(counts));
  }
}
