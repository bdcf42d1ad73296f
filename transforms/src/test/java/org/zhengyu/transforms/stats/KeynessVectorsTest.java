package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.stats.Vectors.count;
import static org.zhengyu.transforms.stats.Vectors.number;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeynessVectorsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

  private static final Vectors.Measures<KeyTerm> MEASURES =
      Vectors.measures(Keyness.values())
          .alias("ll_2term_signed", Keyness.LL_2TERM)
          .alias("ll_4term_signed", Keyness.LL)
          .alias("bic_4term", Keyness.BIC)
          .alias("simple_maths lambda=1", Keyness.SIMPLE_MATHS)
          .alias("simple_maths lambda=100", Keyness.SIMPLE_MATHS_100)
          // Published in another form.
          .derived("ll_2term", term -> Math.abs(Keyness.LL_2TERM.of(term)))
          .derived("ll_4term", term -> Math.abs(Keyness.LL.of(term)))
          .derived("chi2_signed", term -> Math.copySign(Keyness.CHI2.of(term), term.ll()))
          .derived("log_odds_ratio", term -> Math.log(Keyness.ODDS_RATIO.of(term)))
          .derived("ell", term -> Keyness.ell(term.counts()));

  /** What the project does not compute. */
  private static final String LEFT_OUT = "pct_diff_zero1e-18";

  private static final Vectors.Measures<LogOdds> LOG_ODDS =
      new Vectors.Measures<LogOdds>()
          .derived("delta", LogOdds::delta)
          .derived("var2", LogOdds::variance2)
          .derived("var4", LogOdds::variance4)
          .derived("z2", LogOdds::z2)
          .derived("z4", LogOdds::z4)
          .derived("1-2*Phi(z4)", odds -> 1 - 2 * NORMAL.cumulativeProbability(odds.z4()));

  static Stream<CSVRecord> keyness() {
    return Vectors.pinned("keyness.csv");
  }

  static Stream<CSVRecord> logOdds() {
    return Vectors.pinned("logodds.csv");
  }

  @ParameterizedTest
  @MethodSource("keyness")
  void agreesWithPublishedAndIndependentlyComputedKeyness(CSVRecord row) {
    checkKeyness(row);
  }

  @Test
  void agreesWithTheKeynessOfTheReferenceNotes() {
    Vectors.reference("keyness.csv")
        .filter(row -> !row.get("measure").equals(LEFT_OUT))
        .forEach(KeynessVectorsTest::checkKeyness);
  }

  @ParameterizedTest
  @MethodSource("logOdds")
  void agreesWithPublishedAndIndependentlyComputedLogOdds(CSVRecord row) {
    checkLogOdds(row);
  }

  @Test
  void agreesWithTheLogOddsOfTheReferenceNotes() {
    Vectors.reference("logodds.csv").forEach(KeynessVectorsTest::checkLogOdds);
  }

  /** Those but the ones that come from other terms or other documents. */
  @Test
  void everyMeasureOfTheCountsHasVectors() {
    Set<Measure<KeyTerm>> expected = new HashSet<>(List.of(Keyness.values()));
    expected.removeAll(
        List.of(Keyness.LOG_RATIO_CI_LOW, Keyness.LOG_RATIO_CI_HIGH, Keyness.Q_BH, Keyness.ELL));
    assertThat(MEASURES.namedIn(keyness().map(KeynessVectorsTest::name))).isEqualTo(expected);
  }

  private static String name(CSVRecord row) {
    return (row.get("measure") + " " + row.get("param")).strip();
  }

  private static void checkKeyness(CSVRecord row) {
    KeynessCounts counts =
        new KeynessCounts(count(row, "f1"), count(row, "n1"), count(row, "f2"), count(row, "n2"));
    String measure = name(row);
    KeyTerm term = new KeyTerm(counts, Keyness.ll(counts), Double.NaN, UNDEFINED);
    Vectors.assertMatches(row, MEASURES.function(measure).applyAsDouble(term));
  }

  private static void checkLogOdds(CSVRecord row) {
    LogOdds odds =
        LogOdds.of(
            count(row, "y1"),
            count(row, "n1"),
            count(row, "y2"),
            count(row, "n2"),
            number(row, "alpha_w"),
            number(row, "alpha0"));
    Vectors.assertMatches(row, LOG_ODDS.function(row.get("measure")).applyAsDouble(odds));
  }
}
