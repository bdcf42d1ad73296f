package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

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
    for (Keyness measure : List.of(Keyness.LL_2TERM, Keyness.DIFF_COEFFICIENT)) {
      assertThat(value(measure, swapped)).isEqualTo(-value(measure, counts));
    }
    for (Keyness measure : List.of(Keyness.LL, Keyness.LOG_RATIO, Keyness.LOG_RATIO_WALTER)) {
      assertThat(value(measure, swapped))
          .isCloseTo(-value(measure, counts), withinPercentage(1e-11));
    }
  }

  /** Of two sides at most one uses a term more, and its evidence counts as far as it is spread. */
  @Property
  void scoresATermOnTheSideThatUsesItMoreBySpread(
      @ForAll("sharedWords") KeynessCounts counts,
      @ForAll @DoubleRange(min = 0, max = 1) double dp) {
    double z = value(Keyness.LOG_ODDS_Z, counts);
    double score = Keyness.keyScore(z, dp);
    assertThat(Double.isNaN(score) || Double.isNaN(Keyness.keyScore(-z, dp))).isTrue();
    if (z > 0) {
      assertThat(score).isBetween(0.0, z);
      assertThat(Keyness.keyScore(z, 0)).isEqualTo(z);
      assertThat(Keyness.keyScore(z, 1)).isZero();
    } else {
      assertThat(score).isNaN();
    }
    assertThat(Keyness.keyScore(z, Double.NaN)).isNaN();
  }

  @Property
  void theTwoTermStatisticLeavesOutPartOfTheEvidence(@ForAll("sharedWords") KeynessCounts counts) {
    double ll = Math.abs(value(Keyness.LL, counts));
    assertThat(Math.abs(value(Keyness.LL_2TERM, counts))).isBetween(0.0, ll);
    assertThat(value(Keyness.BIC_2TERM, counts)).isLessThanOrEqualTo(value(Keyness.BIC, counts));
  }

  @Property
  void isDefinedWhereverTheColumnMayNotBeNull(
      @ForAll @LongRange(max = 3) long f1,
      @ForAll @LongRange(max = 3) long f2,
      @ForAll @LongRange(min = 1, max = 5) long n1,
      @ForAll @LongRange(min = 1, max = 5) long n2) {
    Assume.that(f1 <= n1 && f2 <= n2 && f1 + f2 > 0);
    for (Keyness measure : Keyness.values()) {
      if (measure.description().nullCase().isEmpty() && measure != Keyness.Q_BH) {
        assertThat(value(measure, new KeynessCounts(f1, n1, f2, n2))).as("%s", measure).isNotNaN();
      }
    }
  }

  @Property
  void aNameOfTwoTablesMeansTheSame(@ForAll("sharedWords") KeynessCounts counts) {
    Map<String, Association> association =
        Stream.of(Association.values()).collect(Collectors.toMap(Measure::column, m -> m));
    List<Keyness> both =
        Stream.of(Keyness.values()).filter(m -> association.containsKey(m.column())).toList();
    assertThat(both).isNotEmpty();
    for (Keyness measure : both) {
      assertThat(value(measure, counts))
          .as("%s", measure)
          .isEqualTo(Double.valueOf(association.get(measure.column()).of(counts.table())));
    }
  }

  @Property
  void agreesWithEightyDigitArithmetic(@ForAll("sharedWords") KeynessCounts counts) {
    long n = counts.n1() + counts.n2();
    long f = counts.f1() + counts.f2();
    BigDecimal ll =
        Precise.surprise(counts.f1(), f, counts.n1(), n)
            .add(Precise.surprise(counts.f2(), f, counts.n2(), n))
            .multiply(Precise.of(2));
    assertThat(Math.abs(value(Keyness.LL_2TERM, counts)))
        .isCloseTo(ll.doubleValue(), within(2e-14 * ll.doubleValue()));
    BigDecimal ratio =
        Precise.divide(
            Precise.of(counts.f1()).multiply(Precise.of(counts.n2())),
            Precise.of(counts.f2()).multiply(Precise.of(counts.n1())));
    double log = Precise.log2(ratio).doubleValue();
    assertThat(value(Keyness.LOG_RATIO, counts)).isCloseTo(log, within(2e-14 * Math.abs(log)));
    assertThat(value(Keyness.LOG_RATIO_HARDIE, counts)).isEqualTo(value(Keyness.LOG_RATIO, counts));
  }

  @Example
  void nothingCanBeSaidAgainstAnEmptyCorpus() {
    KeynessCounts counts = new KeynessCounts(3, 10, 0, 0);
    for (Keyness ratio :
        List.of(
            Keyness.PCT_DIFF,
            Keyness.RELATIVE_RISK,
            Keyness.LOG_RATIO,
            Keyness.LOG_RATIO_HARDIE,
            Keyness.LOG_RATIO_WALTER,
            Keyness.SIMPLE_MATHS,
            Keyness.ODDS_RATIO)) {
      assertThat(value(ratio, counts)).as("%s", ratio).isNaN();
    }
    for (Keyness statistic : List.of(Keyness.LL_2TERM, Keyness.LL, Keyness.CHI2)) {
      assertThat(value(statistic, counts)).as("%s", statistic).isZero();
    }
    assertThat(value(Keyness.LL_2TERM, new KeynessCounts(0, 0, 0, 0))).isNaN();
  }

  @Example
  void anEffectSizeIsNotShownWhereNoMoreThanOneOccurrenceIsExpected() {
    // 7 of 10,000 against 0 of 100,000: 7 / 11 are to be expected in the target.
    assertThat(value(Keyness.ELL, new KeynessCounts(7, 10_000, 0, 100_000))).isNaN();
    assertThat(value(Keyness.ELL, new KeynessCounts(1, 10, 1, 10))).isNaN();
    assertThat(value(Keyness.ELL, new KeynessCounts(2, 10, 1, 10))).isPositive();
  }

  @Example
  void refusesImpossibleCountsAndPriors() {
    assertThatIllegalArgumentException().isThrownBy(() -> new KeynessCounts(5, 4, 0, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> new KeynessCounts(0, 4, -1, 10));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new KeynessCounts(0, Long.MAX_VALUE, 0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> LogOdds.of(5, 4, 0, 10, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> LogOdds.of(1, 4, 1, 10, 2, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> LogOdds.of(1, 4, 1, 10, Double.NaN, 1));
  }

  @Property
  void logOddsWithoutAPriorAreThoseOfTheTable(@ForAll("sharedWords") KeynessCounts counts) {
    LogOdds odds = LogOdds.of(counts.f1(), counts.n1(), counts.f2(), counts.n2(), 0, 0);
    double expected = Math.log(value(Keyness.ODDS_RATIO, counts));
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

  private static double value(Keyness measure, KeynessCounts counts) {
    Interval interval = new Interval(Double.NaN, Double.NaN);
    return measure.of(new KeyTerm(counts, Keyness.ll(counts), Double.NaN, interval));
  }
}
