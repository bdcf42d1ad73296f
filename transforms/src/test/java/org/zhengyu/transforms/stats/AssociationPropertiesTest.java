package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class AssociationPropertiesTest {
  private static final long LARGEST_CELL = 250_000_000_000L;

  private static final Set<Association> DIRECTED =
      EnumSet.of(Association.DELTA_P_B_GIVEN_A, Association.DELTA_P_A_GIVEN_B);

  /** Those that cost time in proportion to the counts. */
  private static final Set<Association> EXACT_TESTS =
      EnumSet.of(
          Association.FISHER_RIGHT,
          Association.FISHER_LEFT,
          Association.FISHER_TWO_SIDED,
          Association.NEG_LOG10_FISHER_RIGHT);

  private static final Set<Association> SYMMETRIC =
      Stream.of(Association.values())
          .filter(measure -> !DIRECTED.contains(measure) && !EXACT_TESTS.contains(measure))
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(Association.class)));

  private static final Set<Association> NEVER_UNDEFINED =
      EnumSet.of(
          Association.G2,
          Association.SIMPLE_LL,
          Association.CHI2,
          Association.CHI2_YATES,
          Association.AVERAGE_MI,
          Association.LOG_ODDS_RATIO_HALDANE,
          Association.P,
          Association.NEG_LOG10_P);

  /** Cells of every magnitude, zeros included, of up to 1e12 events together. */
  @Provide
  Arbitrary<ContingencyTable> tables() {
    Arbitrary<Long> cell =
        Arbitraries.integers()
            .between(0, 38)
            .flatMap(
                bits -> Arbitraries.longs().between(0, Math.min(LARGEST_CELL, (1L << bits) - 1)));
    return Combinators.combine(cell, cell, cell, cell)
        .as(Cells::table)
        .filter(table -> table.n() > 0);
  }

  /** Tables whose joint count is within one part in a thousand of independence. */
  @Provide
  Arbitrary<ContingencyTable> nearIndependence() {
    Arbitrary<Long> margin = Arbitraries.longs().between(2_000_000_000L, 500_000_000_000L);
    return Combinators.combine(
            margin, margin, Arbitraries.doubles().between(-1e-3, 1e-3).ofScale(9))
        .as(
            (r1, c1, deviation) -> {
              long n = 1_000_000_000_000L;
              double expected = (double) r1 * c1 / n;
              return new ContingencyTable(
                  Math.min(Math.min(r1, c1), Math.round(expected * (1 + deviation))), r1, c1, n);
            });
  }

  @Provide
  Arbitrary<ContingencyTable> smallTables() {
    Arbitrary<Long> cell = Arbitraries.longs().between(0, 60);
    return Combinators.combine(cell, cell, cell, cell)
        .as(Cells::table)
        .filter(table -> table.n() > 0);
  }

  @Property
  void exchangingTheWordsChangesNoBitOfASymmetricMeasure(@ForAll("tables") ContingencyTable table) {
    ContingencyTable exchanged =
        new ContingencyTable(table.o11(), table.c1(), table.r1(), table.n());
    for (Association measure : SYMMETRIC) {
      assertThat(measure.of(exchanged)).as("%s", measure).isEqualTo(value(measure, table));
    }
    assertThat(Association.DELTA_P_A_GIVEN_B.of(table))
        .isEqualTo(value(Association.DELTA_P_B_GIVEN_A, exchanged));
  }

  @Property
  void theDefaultMeasuresAreThoseOfTheirFunctions(@ForAll("tables") ContingencyTable table) {
    List<Association> defaults =
        Stream.of(Association.values()).filter(Association::isDefault).toList();
    double[] independent = new double[defaults.size()];
    double[] dependent = new double[defaults.size()];
    Association.defaults(table, true, independent);
    Association.defaults(table, false, dependent);
    for (int i = 0; i < defaults.size(); i++) {
      Association measure = defaults.get(i);
      Double expected = value(measure, table);
      assertThat(independent[i]).as("%s", measure).isEqualTo(expected);
      assertThat(dependent[i])
          .as("%s", measure)
          .isEqualTo(measure.needsIndependentEvents() ? Double.valueOf(Double.NaN) : expected);
    }
  }

  @Property
  void signsFollowTheExactDeviation(@ForAll("tables") ContingencyTable table) {
    int sign = Precise.cross(table).signum();
    assertThat((int) Math.signum(table.deviation())).isEqualTo(sign);
    assertThat((int) Math.signum(Association.g2Signed(table))).isEqualTo(sign);
    assertThat((int) Math.signum(Association.SIMPLE_LL.of(table))).isEqualTo(sign);
    if (!table.isDegenerate()) {
      assertThat((int) Math.signum(Association.PMI.of(table))).isEqualTo(sign);
      assertThat((int) Math.signum(Association.DELTA_P_B_GIVEN_A.of(table))).isEqualTo(sign);
    }
  }

  @Property
  void valuesStayInTheirRange(@ForAll("tables") ContingencyTable table) {
    double ulps = 1e-14;
    assertThat(Association.g2(table)).isNotNegative();
    assertThat(Association.chi2(table)).isBetween(0.0, table.n() * (1 + ulps));
    assertThat(Association.chi2Yates(table)).isLessThanOrEqualTo(Association.chi2(table));
    assertThat(Association.AVERAGE_MI.of(table)).isBetween(0.0, 1 + ulps);
    if (table.o11() > 0) {
      assertThat(Association.dice(table)).isBetween(Association.JACCARD.of(table), 1.0);
      assertThat(Association.LOG_DICE.of(table)).isLessThanOrEqualTo(14);
      assertThat(Association.MIN_SENSITIVITY.of(table)).isBetween(0.0, Association.dice(table));
    }
    if (table.o11() > 0 && table.o11() < table.n()) {
      assertThat(Association.NPMI.of(table)).isBetween(-1.0, 1.0);
    }
    if (!table.isDegenerate()) {
      assertThat(Association.DELTA_P_A_GIVEN_B.of(table)).isBetween(-1 - ulps, 1 + ulps);
      assertThat(Association.PHI.of(table)).isBetween(-1 - ulps, 1 + ulps);
    }
  }

  @Property
  void isDefinedWhereverTheConventionsSaySo(@ForAll("tables") ContingencyTable table) {
    for (Association measure : NEVER_UNDEFINED) {
      assertThat(measure.of(table)).as("%s", measure).isNotNaN();
    }
    if (table.o11() > 0 && !table.isDegenerate()) {
      for (Association measure : SYMMETRIC) {
        // Two words of which one never occurs alone have infinite odds.
        if (measure != Association.ODDS_RATIO) {
          assertThat(measure.of(table)).as("%s", measure).isFinite();
        }
      }
    }
  }

  @Property
  void ofAPairIsUndefinedOnlyWhereTheColumnMayBeNull(@ForAll("tables") ContingencyTable table) {
    Assume.that(table.o11() > 0);
    for (Association measure : SYMMETRIC) {
      if (measure.description().nullCase().isEmpty() || measure.needsIndependentEvents()) {
        assertThat(measure.of(table)).as("%s", measure).isNotNaN();
      }
    }
  }

  @Property
  void agreesWithEightyDigitArithmetic(@ForAll("tables") ContingencyTable table) {
    Assume.that(!table.isDegenerate());
    assertClose(Association.g2(table), Precise.g2(table));
    assertClose(Association.chi2(table), Precise.chi2(table));
    assertClose(
        Association.DELTA_P_B_GIVEN_A.of(table),
        Precise.divide(
            Precise.cross(table), Precise.of(table.r1()).multiply(Precise.of(table.r2()))));
    assertClose(table.deviation(), Precise.divide(Precise.cross(table), Precise.of(table.n())));
    if (table.o11() > 0) {
      BigDecimal ratio =
          Precise.divide(
              Precise.of(table.o11()), Precise.expected(table.r1(), table.c1(), table.n()));
      assertClose(Association.PMI.of(table), Precise.log2(ratio));
      assertClose(
          Association.NPMI.of(table),
          Precise.divide(
              Precise.ln(ratio),
              Precise.ln(Precise.divide(Precise.of(table.n()), Precise.of(table.o11())))));
    }
  }

  @Property
  void keepsItsDigitsNearIndependence(@ForAll("nearIndependence") ContingencyTable table) {
    assertClose(Association.g2(table), Precise.g2(table));
    BigDecimal ratio =
        Precise.divide(
            Precise.of(table.o11()), Precise.expected(table.r1(), table.c1(), table.n()));
    assertClose(Association.PMI.of(table), Precise.log2(ratio));
    BigDecimal odds =
        Precise.divide(
            Precise.of(2 * table.o11() + 1).multiply(Precise.of(2 * table.o22() + 1)),
            Precise.of(2 * table.o12() + 1).multiply(Precise.of(2 * table.o21() + 1)));
    assertClose(Association.LOG_ODDS_RATIO_HALDANE.of(table), Precise.ln(odds));
  }

  @Property
  void likelihoodRatioAndChiSquaredAgreeForSmallDeviations(
      @ForAll("nearIndependence") ContingencyTable table) {
    Assume.that(table.crossDifference() != 0);
    double largest = Math.abs(table.deviation()) / table.e11();
    // G2 = chi2 (1 + O(d / E)); the smallest of the four E decides, and here it is E11.
    assertThat(Association.g2(table) / Association.chi2(table))
        .isCloseTo(1, within(largest + 1e-12));
  }

  @Property
  void ratiosIgnoreTheSizeOfTheCorpusAndStatisticsGrowWithIt(
      @ForAll("smallTables") ContingencyTable table,
      @ForAll @LongRange(min = 2, max = 1L << 30) long times) {
    Assume.that(!table.isDegenerate() && table.o11() > 0);
    ContingencyTable larger =
        new ContingencyTable(
            table.o11() * times, table.r1() * times, table.c1() * times, table.n() * times);
    assertThat(Association.PMI.of(larger)).isCloseTo(Association.PMI.of(table), within(1e-13));
    assertThat(Association.NPMI.of(larger)).isCloseTo(Association.NPMI.of(table), within(1e-13));
    assertThat(Association.LOG_DICE.of(larger))
        .isCloseTo(Association.LOG_DICE.of(table), within(1e-13));
    assertThat(Association.PHI.of(larger)).isCloseTo(Association.PHI.of(table), within(1e-13));
    assertThat(Association.g2(larger))
        .isCloseTo(Association.g2(table) * times, withinPercentage(1e-11));
    assertThat(Association.chi2(larger))
        .isCloseTo(Association.chi2(table) * times, withinPercentage(1e-11));
  }

  @Property
  void logDiceDoesNotDependOnTheRestOfTheCorpus(
      @ForAll("tables") ContingencyTable table, @ForAll @LongRange(max = 1_000_000_000) long more) {
    ContingencyTable larger =
        new ContingencyTable(table.o11(), table.r1(), table.c1(), table.n() + more);
    assertThat(Association.LOG_DICE.of(larger))
        .isEqualTo(Double.valueOf(Association.LOG_DICE.of(table)));
  }

  @Property
  void moreJointEventsNeverLookLessAssociated(@ForAll("smallTables") ContingencyTable table) {
    Assume.that(table.o12() > 0 && table.o21() > 0 && table.o11() > 0);
    ContingencyTable more =
        new ContingencyTable(table.o11() + 1, table.r1(), table.c1(), table.n());
    assertThat(Association.PMI.of(more)).isGreaterThan(Association.PMI.of(table));
    assertThat(Association.g2Signed(more)).isGreaterThan(Association.g2Signed(table));
    assertThat(Association.T_SCORE.of(more)).isGreaterThan(Association.T_SCORE.of(table));
    assertThat(Association.LOG_ODDS_RATIO_HALDANE.of(more))
        .isGreaterThan(Association.LOG_ODDS_RATIO_HALDANE.of(table));
    assertThat(Association.FISHER_RIGHT.of(more))
        .isLessThanOrEqualTo(Association.FISHER_RIGHT.of(table));
  }

  @Property
  void fisherAgreesWithEnumerationInIntegers(@ForAll("smallTables") ContingencyTable table) {
    BigInteger observed = Precise.hypergeometricWeight(table, table.o11());
    BigInteger all = BigInteger.ZERO;
    BigInteger right = BigInteger.ZERO;
    BigInteger left = BigInteger.ZERO;
    BigInteger two = BigInteger.ZERO;
    for (long x = 0; x <= table.c1(); x++) {
      BigInteger weight = Precise.hypergeometricWeight(table, x);
      all = all.add(weight);
      right = x >= table.o11() ? right.add(weight) : right;
      left = x <= table.o11() ? left.add(weight) : left;
      two = weight.compareTo(observed) <= 0 ? two.add(weight) : two;
    }
    assertShare(Association.FISHER_RIGHT.of(table), right, all);
    assertShare(Association.FISHER_LEFT.of(table), left, all);
    assertShare(Association.FISHER_TWO_SIDED.of(table), two, all);
    BigDecimal p = Precise.divide(new BigDecimal(right), new BigDecimal(all));
    double log10 = Precise.ln(p).doubleValue() / Math.log(10);
    assertThat(Association.NEG_LOG10_FISHER_RIGHT.of(table)).isCloseTo(-log10, within(1e-12));
  }

  @Property(tries = 200)
  void theTailsOfALargeTableOverlapInTheObservedCountOnly(
      @ForAll @LongRange(min = 1000, max = 1_000_000) long r1,
      @ForAll @LongRange(min = 1000, max = 1_000_000) long c1,
      @ForAll @IntRange(min = -3, max = 3) int deviations) {
    long n = 1_000_000_000L;
    double expected = (double) r1 * c1 / n;
    long o11 = Math.max(0, Math.round(expected + deviations * Math.sqrt(expected)));
    ContingencyTable table = new ContingencyTable(Math.min(o11, Math.min(r1, c1)), r1, c1, n);
    double both = Association.FISHER_RIGHT.of(table) + Association.FISHER_LEFT.of(table) - 1;
    assertThat(both).isCloseTo(Math.exp(FisherExact.lnProbability(table)), within(1e-12));
  }

  @Property
  void aLargerStatisticIsNeverMoreProbable(
      @ForAll @DoubleRange(max = 3000) double x, @ForAll @DoubleRange(max = 3000) double y) {
    double smaller = Math.min(x, y);
    double larger = Math.max(x, y);
    assertThat(Association.pValue(larger)).isBetween(0.0, Association.pValue(smaller));
    assertThat(Association.negLog10PValue(larger))
        .isGreaterThanOrEqualTo(Association.negLog10PValue(smaller));
  }

  @Property
  void theLogarithmOfPAgreesWithP(@ForAll @DoubleRange(max = 1400) double statistic) {
    assertThat(Association.negLog10PValue(statistic))
        .isCloseTo(-Math.log10(Association.pValue(statistic)), within(1e-12));
  }

  @Example
  void theLogarithmOfPOutlivesP() {
    // erfc(100) = e^-10000 / (100 sqrt(pi)) (1 - 1/20000 + 3/4e8 - ...)
    double expected =
        (10_000 + Math.log(100 * Math.sqrt(Math.PI)) - Math.log1p(-1 / 20_000.0 + 3 / 4e8))
            / Math.log(10);
    assertThat(Association.pValue(20_000)).isZero();
    assertThat(Association.negLog10PValue(20_000)).isCloseTo(expected, withinPercentage(1e-10));
    assertThat(Association.negLog10PValue(Double.POSITIVE_INFINITY)).isInfinite();
    assertThat(Association.negLog10PValue(0)).isZero();
    assertThat(Association.negLog10PValue(-20_000)).isEqualTo(Association.negLog10PValue(20_000));
  }

  @Example
  void nothingIsDefinedWithoutEvents() {
    ContingencyTable empty = new ContingencyTable(0, 0, 0, 0);
    for (Association measure : Association.values()) {
      assertThat(measure.of(empty)).as("%s", measure).isNaN();
    }
  }

  @Example
  void survivesTheLargestCounts() {
    long n = Long.MAX_VALUE;
    ContingencyTable table = new ContingencyTable(n / 4, n / 2, n / 2, n);
    assertThat(Association.g2(table)).isNotNegative().isFinite();
    assertThat(Association.chi2(new ContingencyTable(n / 2, n / 2, n / 2, n)))
        .isCloseTo((double) n, withinPercentage(1e-9));
    assertThat(Association.PMI.of(new ContingencyTable(1, n / 2, n / 2, n)))
        .isCloseTo(-61, within(1e-9));
  }

  /** As an object, so that NaN equals NaN, and 0 not -0. */
  private static Double value(Association measure, ContingencyTable table) {
    return measure.of(table);
  }

  private static void assertClose(double actual, BigDecimal expected) {
    double reference = expected.doubleValue();
    if (!(Math.abs(actual - reference) <= 2e-14 * Math.abs(reference))) {
      assertThat(actual).isEqualTo(reference);
    }
  }

  private static void assertShare(double actual, BigInteger part, BigInteger all) {
    double share = Precise.divide(new BigDecimal(part), new BigDecimal(all)).doubleValue();
    assertThat(actual).isCloseTo(share, within(1e-13 + 1e-12 * share));
    assertThat(actual).isBetween(0.0, 1.0);
  }
}
