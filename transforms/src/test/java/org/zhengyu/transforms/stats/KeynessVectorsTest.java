package org.zhengyu.transforms.stats;

import static java.util.Map.entry;
import static org.zhengyu.transforms.stats.Vectors.count;
import static org.zhengyu.transforms.stats.Vectors.number;

import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeynessVectorsTest {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private static final Map<String, ToDoubleFunction<KeynessCounts>> MEASURES =
      Map.ofEntries(
          entry("ll_2term", Keyness::ll2Term),
          entry("ll_2term_signed", Keyness::ll2TermSigned),
          entry("ll_4term", Keyness::ll4Term),
          entry("ll_4term_signed", Keyness::ll4TermSigned),
          entry("chi2", Keyness::chi2),
          entry("chi2_signed", Keyness::chi2Signed),
          entry("chi2_yates", Keyness::chi2Yates),
          entry("pct_diff", Keyness::pctDiff),
          entry("pct_diff_zero1e-18", counts -> Keyness.pctDiff(counts, 1e-18)),
          entry("relative_risk", Keyness::relativeRisk),
          entry("log_ratio", Keyness::logRatio),
          entry("log_ratio_hardie", Keyness::logRatioHardie),
          entry("log_ratio_walter", Keyness::logRatioWalter),
          entry("bic_2term", Keyness::bic2Term),
          entry("bic_4term", Keyness::bic4Term),
          entry("ell", Keyness::ell),
          entry("simple_maths lambda=1", counts -> Keyness.simpleMaths(counts, 1)),
          entry("simple_maths lambda=100", counts -> Keyness.simpleMaths(counts, 100)),
          entry("diff_coefficient", Keyness::differenceCoefficient),
          entry("odds_ratio", Keyness::oddsRatio),
          entry("log_odds_ratio", Keyness::logOddsRatio),
          entry("log_odds_ratio_haldane", Keyness::logOddsRatioHaldane));

  private static final Map<String, ToDoubleFunction<LogOdds>> LOG_ODDS =
      Map.ofEntries(
          entry("delta", LogOdds::delta),
          entry("var2", LogOdds::variance2),
          entry("var4", LogOdds::variance4),
          entry("z2", LogOdds::z2),
          entry("z4", LogOdds::z4),
          entry("1-2*Phi(z4)", odds -> 1 - 2 * NORMAL.cumulativeProbability(odds.z4())));

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
    Vectors.reference("keyness.csv").forEach(KeynessVectorsTest::checkKeyness);
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

  private static void checkKeyness(CSVRecord row) {
    KeynessCounts counts =
        new KeynessCounts(count(row, "f1"), count(row, "n1"), count(row, "f2"), count(row, "n2"));
    String measure = (row.get("measure") + " " + row.get("param")).strip();
    Vectors.assertMatches(row, Vectors.function(MEASURES, measure).applyAsDouble(counts));
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
    Vectors.assertMatches(row, Vectors.function(LOG_ODDS, row.get("measure")).applyAsDouble(odds));
  }
}
