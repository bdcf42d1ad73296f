package org.zhengyu.transforms.stats;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DispersionVectorsTest {
  private static final Map<String, ToDoubleFunction<Dispersion>> MEASURES =
      Map.ofEntries(
          entry("range", dispersion -> dispersion.range()),
          entry("range_rel", Dispersion::rangeRelative),
          entry("range_rel_size", Dispersion::rangeRelativeSize),
          entry("sd_pop", Dispersion::standardDeviation),
          entry("vc", Dispersion::variationCoefficient),
          entry("juilland_d", Dispersion::juillandD),
          entry("juilland_d_raw", Dispersion::juillandDRaw),
          entry("carroll_d2", Dispersion::carrollD2),
          entry("rosengren_s", Dispersion::rosengrenS),
          entry("dp", Dispersion::dp),
          entry("one_minus_dp", dispersion -> 1 - dispersion.dp()),
          entry("dp_norm", Dispersion::dpNorm),
          entry("dp_egbert", Dispersion::dpEgbert),
          entry("kld", Dispersion::klDivergence),
          entry("d_kl_o2p", Dispersion::klOddsToProbability),
          entry("d_kl_expe", Dispersion::klBaseE),
          entry("d_kl_exp2", Dispersion::klBase2),
          entry("d_a", Dispersion::dA));

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
    Vectors.reference("dispersion.csv").forEach(DispersionVectorsTest::check);
  }

  private static void check(CSVRecord row) {
    Dispersion dispersion =
        Dispersion.of(Vectors.counts(row.get("subfreq")), Vectors.counts(row.get("partsize")));
    Vectors.assertMatches(
        row, Vectors.function(MEASURES, row.get("measure")).applyAsDouble(dispersion));
  }
}
