package org.zhengyu.transforms.stats;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.stats.Vectors.count;
import static org.zhengyu.transforms.stats.Vectors.number;

import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssociationVectorsTest {
  private static final Vectors.Measures<ContingencyTable> MEASURES =
      Vectors.measures(Association.values())
          .alias("t_score_exact_var", Association.T_SCORE_EXACT)
          .alias("g2_signed", Association.G2)
          .alias("simple_ll_signed", Association.SIMPLE_LL)
          .alias("fisher_two", Association.FISHER_TWO_SIDED)
          .alias("neglog10_fisher_right", Association.NEG_LOG10_FISHER_RIGHT)
          .alias("delta_p_2given1", Association.DELTA_P_B_GIVEN_A)
          .alias("delta_p_1given2", Association.DELTA_P_A_GIVEN_B)
          .alias("avg_mi_bits", Association.AVERAGE_MI)
          // Published in another form.
          .derived("g2", table -> Math.abs(Association.G2.of(table)))
          .derived("pmi_ln", table -> Association.PMI.of(table) * Math.log(2))
          .derived("pmi_log10", table -> Association.PMI.of(table) * Math.log10(2))
          .derived("phi_sq", table -> Math.pow(Association.PHI.of(table), 2))
          .derived("log_odds_ratio", table -> Math.log(Association.ODDS_RATIO.of(table)))
          .derived(
              "chi2_signed",
              table -> Math.copySign(Association.CHI2.of(table), table.crossDifference()));

  /** What the project does not compute. */
  private static final Set<String> LEFT_OUT =
      Set.of("chi2_yates_noclamp", "odds_ratio_conditional_mle");

  /** The columns of the co-occurrence tables that are computed from the counts before them. */
  private static final Map<String, ToDoubleFunction<ContingencyTable>> COOCCURRENCE_COLUMNS =
      Map.ofEntries(
          entry("o12", table -> table.o12()),
          entry("o21", table -> table.o21()),
          entry("o22", table -> table.o22()));

  static Stream<CSVRecord> measures() {
    return Vectors.pinned("association.csv");
  }

  static Stream<CSVRecord> cooccurrences() {
    return Vectors.pinned("cooc_zh.csv");
  }

  @ParameterizedTest
  @MethodSource("measures")
  void agreesWithPublishedAndIndependentlyComputedValues(CSVRecord row) {
    checkMeasure(row);
  }

  @Test
  void agreesWithTheReferenceNotes() {
    Vectors.reference("association.csv")
        .filter(row -> !LEFT_OUT.contains(row.get("measure")))
        .forEach(AssociationVectorsTest::checkMeasure);
  }

  @Test
  void everyMeasureHasVectors() {
    assertThat(MEASURES.namedIn(measures().map(row -> row.get("measure"))))
        .containsExactlyInAnyOrder(Association.values());
  }

  @ParameterizedTest
  @MethodSource("cooccurrences")
  void scoresTheWorkedExampleInEveryUnit(CSVRecord row) {
    checkCooccurrence(row);
  }

  @Test
  void scoresTheCooccurrencesOfTheReferenceNotes() {
    Vectors.reference("cooc_zh.csv").forEach(AssociationVectorsTest::checkCooccurrence);
  }

  private static void checkMeasure(CSVRecord row) {
    ContingencyTable table =
        Cells.table(count(row, "o11"), count(row, "o12"), count(row, "o21"), count(row, "o22"));
    Vectors.assertMatches(row, MEASURES.function(row.get("measure")).applyAsDouble(table));
  }

  private static void checkCooccurrence(CSVRecord row) {
    ContingencyTable table =
        new ContingencyTable(
            count(row, "o11"), count(row, "r1"), count(row, "c1"), count(row, "n"));
    row.toMap().keySet().stream()
        .dropWhile(column -> !column.equals("n"))
        .skip(1)
        .filter(column -> !column.equals("source"))
        .forEach(
            column -> {
              ToDoubleFunction<ContingencyTable> cell = COOCCURRENCE_COLUMNS.get(column);
              Vectors.assertMatches(
                  row,
                  (cell == null ? MEASURES.function(column) : cell).applyAsDouble(table),
                  number(row, column),
                  "1e-9rel");
            });
  }
}
