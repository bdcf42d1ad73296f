package org.zhengyu.transforms.stats;

import static java.util.Map.entry;
import static org.zhengyu.transforms.stats.Vectors.count;
import static org.zhengyu.transforms.stats.Vectors.number;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AssociationVectorsTest {
  private static final Map<String, ToDoubleFunction<ContingencyTable>> MEASURES =
      Map.ofEntries(
          entry("e11", ContingencyTable::e11),
          entry("oe_ratio", Association::observedToExpected),
          entry("pmi", Association::pmi),
          entry("pmi_ln", Association::pmiNats),
          entry("pmi_log10", Association::pmiLog10),
          entry("npmi", Association::npmi),
          entry("mi2", Association::mi2),
          entry("mi3", Association::mi3),
          entry("t_score", Association::tScore),
          entry("t_score_exact_var", Association::tScoreExactVariance),
          entry("z_score", Association::zScore),
          entry("dice", Association::dice),
          entry("log_dice", Association::logDice),
          entry("jaccard", Association::jaccard),
          entry("g2", Association::g2),
          entry("g2_signed", Association::g2Signed),
          entry("simple_ll_signed", Association::simpleLogLikelihoodSigned),
          entry("chi2", Association::chi2),
          entry("chi2_signed", Association::chi2Signed),
          entry("chi2_yates", Association::chi2Yates),
          entry("chi2_yates_noclamp", Association::chi2YatesUnclamped),
          entry("phi", Association::phi),
          entry("phi_sq", Association::phiSquared),
          entry("fisher_right", Association::fisherRight),
          entry("fisher_left", Association::fisherLeft),
          entry("fisher_two", Association::fisherTwoSided),
          entry("neglog10_fisher_right", Association::negLog10FisherRight),
          entry("delta_p_2given1", Association::deltaP2Given1),
          entry("delta_p_1given2", Association::deltaP1Given2),
          entry("min_sensitivity", Association::minSensitivity),
          entry("odds_ratio", Association::oddsRatio),
          entry("odds_ratio_conditional_mle", Association::oddsRatioConditional),
          entry("log_odds_ratio", Association::logOddsRatio),
          entry("log_odds_ratio_haldane", Association::logOddsRatioHaldane),
          entry("avg_mi_bits", Association::averageMutualInformationBits));

  /** The columns of the co-occurrence tables that are computed from the counts before them. */
  private static final Map<String, ToDoubleFunction<ContingencyTable>> COOCCURRENCE_COLUMNS =
      Map.ofEntries(
          entry("o12", table -> table.o12()),
          entry("o21", table -> table.o21()),
          entry("o22", table -> table.o22()),
          entry("e11", ContingencyTable::e11),
          entry("pmi", Association::pmi),
          entry("npmi", Association::npmi),
          entry("log_dice", Association::logDice),
          entry("jaccard", Association::jaccard),
          entry("t_score", Association::tScore),
          entry("g2_signed", Association::g2Signed),
          entry("chi2", Association::chi2),
          entry("delta_p_2given1", Association::deltaP2Given1),
          entry("delta_p_1given2", Association::deltaP1Given2),
          entry("fisher_right", Association::fisherRight));

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
    Vectors.reference("association.csv").forEach(AssociationVectorsTest::checkMeasure);
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
        ContingencyTable.ofCells(
            count(row, "o11"), count(row, "o12"), count(row, "o21"), count(row, "o22"));
    Vectors.assertMatches(row, Vectors.function(MEASURES, row.get("measure")).applyAsDouble(table));
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
            column ->
                Vectors.assertMatches(
                    row,
                    Vectors.function(COOCCURRENCE_COLUMNS, column).applyAsDouble(table),
                    number(row, column),
                    "1e-9rel"));
  }
}
