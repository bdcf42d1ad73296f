package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class KeynessPropertiesTest {

  /** Corpora of up to 4e11 tokens each, with a word of any frequency that both have. */
  @Provide
  Arbitrary<KeynessCounts> sharedWords() {
    Arbitrary<Long> count =
        Arbitraries.integers()
            .between(1, 37)
            .flatMap(bits -> Arbitraries.longs().between(1, 1L << bits));
    return Combinators.combine(count, count, count, count)
        .as((f1, rest1, f2, rest2) -> new KeynessCounts(f1, f1 + rest1, f2, f2 + rest2));
  }

  @Property
  void exchangingTheCorporaTurnsTheSign(@ForAll("sharedWords") KeynessCounts counts) {
    KeynessCounts swapped = new KeynessCounts(counts.f2(), counts.n2(), counts.f1(), counts.n1());
    assertThat(Keyness.ll2Term(swapped)).isEqualTo(Keyness.ll2Term(counts));
    assertThat(Keyness.ll4TermSigned(swapped))
        .isCloseTo(-Keyness.ll4TermSigned(counts), withinPercentage(1e-12));
    assertThat(Keyness.logRatio(swapped))
        .isCloseTo(-Keyness.logRatio(counts), withinPercentage(1e-11));
    assertThat(Keyness.logRatioWalter(swapped))
        .isCloseTo(-Keyness.logRatioWalter(counts), withinPercentage(1e-11));
    assertThat(Keyness.differenceCoefficient(swapped))
        .isEqualTo(-Keyness.differenceCoefficient(counts));
  }

  @Property
  void theTwoTermStatisticLeavesOutPartOfTheEvidence(@ForAll("sharedWords") KeynessCounts counts) {
    assertThat(Keyness.ll2Term(counts)).isBetween(0.0, Keyness.ll4Term(counts));
    assertThat(Keyness.bic2Term(counts)).isLessThanOrEqualTo(Keyness.bic4Term(counts));
  }

  @Property
  void agreesWithEightyDigitArithmetic(@ForAll("sharedWords") KeynessCounts counts) {
    long n = counts.n1() + counts.n2();
    long f = counts.f1() + counts.f2();
    BigDecimal ll =
        Precise.surprise(counts.f1(), f, counts.n1(), n)
            .add(Precise.surprise(counts.f2(), f, counts.n2(), n))
            .multiply(Precise.of(2));
    assertThat(Keyness.ll2Term(counts))
        .isCloseTo(ll.doubleValue(), within(2e-14 * ll.doubleValue()));
    BigDecimal ratio =
        Precise.divide(
            Precise.of(counts.f1()).multiply(Precise.of(counts.n2())),
            Precise.of(counts.f2()).multiply(Precise.of(counts.n1())));
    double log = Precise.log2(ratio).doubleValue();
    assertThat(Keyness.logRatio(counts)).isCloseTo(log, within(2e-14 * Math.abs(log)));
    assertThat(Keyness.logRatioHardie(counts)).isEqualTo(Keyness.logRatio(counts));
  }

  @Property
  void intervalsLieAroundTheirEstimate(@ForAll("sharedWords") KeynessCounts counts) {
    Interval plain = Keyness.logRatioInterval(counts);
    assertThat((plain.lower() + plain.upper()) / 2)
        .isCloseTo(Keyness.logRatio(counts), within(1e-9));
    assertThat(plain.lower()).isLessThanOrEqualTo(plain.upper());
    Interval walter = Keyness.logRatioWalterInterval(counts);
    assertThat(walter.upper() - walter.lower())
        .isLessThanOrEqualTo((plain.upper() - plain.lower()) * (1 + 1e-12));
  }

  @Example
  void computesTheIntervalsOfAHandWorkedExample() {
    // s^2 = 1/10 - 1/100 + 1/5 - 1/100 = 0.28; 1 -+ 1.959964 sqrt(0.28) / ln 2.
    Interval plain = Keyness.logRatioInterval(new KeynessCounts(10, 100, 5, 100));
    assertThat(plain.lower()).isCloseTo(-0.4962413257014655, within(1e-12));
    assertThat(plain.upper()).isCloseTo(2.4962413257014653, within(1e-12));
    KeynessCounts lacking = new KeynessCounts(7, 1000, 0, 2000);
    assertThat(Keyness.logRatioInterval(lacking).lower()).isNaN();
    assertThat(Keyness.logRatioInterval(lacking).upper()).isNaN();
    Interval hardie = Keyness.logRatioHardieInterval(lacking);
    assertThat(hardie.lower()).isCloseTo(0.6695769505730569, within(1e-12));
    assertThat(hardie.upper()).isCloseTo(8.945132893542151, within(1e-12));
    Interval walter = Keyness.logRatioWalterInterval(lacking);
    assertThat(walter.lower()).isCloseTo(0.7779632377204564, within(1e-12));
    assertThat(walter.upper()).isCloseTo(9.035096876376302, within(1e-12));
  }

  @Example
  void nothingCanBeSaidAgainstAnEmptyCorpus() {
    KeynessCounts counts = new KeynessCounts(3, 10, 0, 0);
    assertThat(Keyness.pctDiff(counts)).isNaN();
    assertThat(Keyness.relativeRisk(counts)).isNaN();
    assertThat(Keyness.logRatio(counts)).isNaN();
    assertThat(Keyness.logRatioHardie(counts)).isNaN();
    assertThat(Keyness.logRatioWalter(counts)).isNaN();
    assertThat(Keyness.logRatioWalterInterval(counts).lower()).isNaN();
    assertThat(Keyness.simpleMaths(counts, 1)).isNaN();
    assertThat(Keyness.oddsRatio(counts)).isNaN();
    assertThat(Keyness.ll2Term(counts)).isZero();
    assertThat(Keyness.ll4TermSigned(counts)).isZero();
    assertThat(Keyness.chi2(counts)).isZero();
    assertThat(Keyness.ll2Term(new KeynessCounts(0, 0, 0, 0))).isNaN();
  }

  @Example
  void refusesImpossibleCountsAndParameters() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeynessCounts(5, 4, 0, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeynessCounts(0, 4, -1, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeynessCounts(0, Long.MAX_VALUE, 0, 1));
    KeynessCounts counts = new KeynessCounts(1, 4, 1, 10);
    assertThatIllegalArgumentException().isThrownBy(() -> Keyness.simpleMaths(counts, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Keyness.pctDiff(counts, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> LogOdds.of(5, 4, 0, 10, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> LogOdds.of(1, 4, 1, 10, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> LogOdds.of(1, 4, 1, 10, Double.NaN, 1));
  }

  @Property
  void logOddsWithoutAPriorAreThoseOfTheTable(@ForAll("sharedWords") KeynessCounts counts) {
    LogOdds odds = LogOdds.of(counts.f1(), counts.n1(), counts.f2(), counts.n2(), 0, 0);
    double expected = Keyness.logOddsRatio(counts);
    assertThat(odds.delta()).isCloseTo(expected, within(1e-12 * Math.abs(expected) + 1e-13));
    assertThat(odds.variance4()).isGreaterThan(odds.variance2());
    assertThat(Math.abs(odds.z4())).isLessThanOrEqualTo(Math.abs(odds.z2()));
  }

  @Example
  void aStrongerPriorPullsTowardsEqualityByTheBackgroundShare() {
    double weak = LogOdds.of(8, 200, 1, 300, LogOdds.prior(10, 9, 500), 10).delta();
    double strong = LogOdds.of(8, 200, 1, 300, LogOdds.prior(1000, 9, 500), 1000).delta();
    assertThat(LogOdds.prior(1000, 9, 500)).isEqualTo(18);
    assertThat(strong).isBetween(0.0, weak / 2);
    assertThat(LogOdds.of(0, 200, 1, 300, 0, 0).delta()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(LogOdds.of(0, 200, 1, 300, 0, 0).z2()).isNaN();
  }
}
