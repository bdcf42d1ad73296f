package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

class BurstsTest {
  private record Period(long relevant, long total) {}

  @Provide
  Arbitrary<List<Period>> histories() {
    Arbitrary<Long> count = Arbitraries.longs().between(0, 12);
    return Combinators.combine(count, count)
        .as((relevant, others) -> new Period(relevant, relevant + others))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  @Property(tries = 300)
  void noPathOverPeriodsIsCheaper(
      @ForAll("histories") List<Period> history, @ForAll @DoubleRange(max = 3) double gamma) {
    long relevant = history.stream().mapToLong(Period::relevant).sum();
    long total = history.stream().mapToLong(Period::total).sum();
    double base = total == 0 ? 0 : (double) relevant / total;
    double[] rates = {base, Math.min(2 * base, 0.9999)};
    double[][] costs = new double[history.size()][2];
    for (int t = 0; t < history.size(); t++) {
      for (int state = 0; state < 2; state++) {
        costs[t][state] = binomialCost(history.get(t), rates[state]);
      }
    }
    List<Bursts.Burst> bursts =
        Bursts.ofPeriods(
            history.stream().mapToLong(Period::relevant).toArray(),
            history.stream().mapToLong(Period::total).toArray(),
            2,
            gamma);
    assertThat(pathCost(states(bursts, history.size()), costs, gamma))
        .isCloseTo(cheapest(costs, gamma), within(1e-9));
    for (Bursts.Burst burst : bursts) {
      double saved = 0;
      for (int t = burst.first(); t <= burst.last(); t++) {
        saved += costs[t][0] - costs[t][1];
      }
      assertThat(burst.weight()).isCloseTo(saved, within(1e-9));
    }
  }

  @Example
  void aBurstIsAMaximalRunWithBothEndsIncluded() {
    assertThat(Bursts.ofPeriods(new long[] {1, 30, 30, 1, 1, 1, 1, 1}, filled(8, 100)))
        .singleElement()
        .satisfies(
            burst -> {
              assertThat(burst.first()).isEqualTo(1);
              assertThat(burst.last()).isEqualTo(2);
              assertThat(burst.weight()).isPositive();
            });
  }

  /** 60 of 200 inside, 6 of 600 outside; the document more is shared as a quarter and three. */
  @Example
  void theRiseIsThatOfTheShareOfDocuments() {
    assertThat(Bursts.ofPeriods(new long[] {1, 30, 30, 1, 1, 1, 1, 1}, filled(8, 100)))
        .singleElement()
        .satisfies(
            burst -> {
              assertThat(burst.inside()).isEqualTo(new Bursts.Share(60, 200));
              assertThat(burst.outside()).isEqualTo(new Bursts.Share(6, 600));
              double rise = Math.log(60.25 / 200 / (6.75 / 600)) / Math.log(2);
              assertThat(burst.rise()).isCloseTo(rise, within(1e-12));
              assertThat(burst.steepness()).isCloseTo(burst.weight() / 2 * rise, within(1e-9));
            });
  }

  /** A word that more than half have for 45 years, and one that most have for two. */
  @Example
  void aShortSteepBurstComesBeforeALongLowOne() {
    long[] documents = filled(80, 10);
    long[] lowAndLong = filled(80, 0);
    Arrays.fill(lowAndLong, 20, 65, 6);
    long[] shortAndSteep = filled(80, 0);
    Arrays.fill(shortAndSteep, 77, 79, 8);

    Bursts.Burst low = Bursts.ofPeriods(lowAndLong, documents).get(0);
    Bursts.Burst steep = Bursts.ofPeriods(shortAndSteep, documents).get(0);

    assertThat(low.periods()).isEqualTo(45);
    assertThat(steep.periods()).isEqualTo(2);
    assertThat(steep.steepness()).isGreaterThan(low.steepness());
  }

  /** In every period of the burst ln 2 is saved, and the rise is log2(31) whatever its length. */
  @Example
  void burstsOfOneDocumentAPeriodWithNothingOutsideAreEquallySteep() {
    long[] documents = filled(30, 1);
    double expected = Math.log(2) * Math.log(31) / Math.log(2);
    Set<Double> found = new HashSet<>();
    for (int length = 6; length <= 14; length++) {
      long[] withWord = filled(30, 0);
      Arrays.fill(withWord, 10, 10 + length, 1);
      Bursts.Burst burst = Bursts.ofPeriods(withWord, documents).get(0);
      assertThat(burst.periods()).isEqualTo(length);
      assertThat(burst.steepness()).isCloseTo(expected, within(1e-9));
      found.add(burst.steepness());
    }
    assertThat(found).hasSize(1);
  }

  @Example
  void aBurstAtTheStartIsPaidForToo() {
    // Against the base state the first period saves 6 ln 2 + 34 ln(0.8 / 0.9) = 0.154, less than
    // ln 2.
    long[] relevant = {6, 2};
    assertThat(Bursts.ofPeriods(relevant, filled(2, 40), 2, 0))
        .singleElement()
        .satisfies(burst -> assertThat(burst.last()).isZero());
    assertThat(Bursts.ofPeriods(relevant, filled(2, 40), 2, 1)).isEmpty();
  }

  @Example
  void aWordThatIsAlwaysOrNeverThereDoesNotBurst() {
    assertThat(Bursts.ofPeriods(filled(4, 10), filled(4, 10))).isEmpty();
    assertThat(Bursts.ofPeriods(filled(4, 0), filled(4, 10))).isEmpty();
    assertThat(Bursts.ofPeriods(filled(4, 0), filled(4, 0))).isEmpty();
    assertThat(Bursts.ofPeriods(new long[0], new long[0])).isEmpty();
  }

  @Example
  void equalPathsStayInTheBaseState() {
    // Without documents every path costs nothing.
    List<Bursts.Burst> bursts = Bursts.ofPeriods(new long[] {0, 1, 0}, new long[] {0, 2, 0}, 2, 0);
    assertThat(states(bursts, 3).get(0)).isZero();
    assertThat(states(bursts, 3).get(2)).isZero();
  }

  @Example
  void refusesImpossibleInput() {
    long[] one = {1};
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, new long[] {0}));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, new long[2]));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, one, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, one, 2, -1));
  }

  /** 1 for each period in a burst, else 0. */
  private static List<Integer> states(List<Bursts.Burst> bursts, int periods) {
    return IntStream.range(0, periods)
        .mapToObj(
            t -> bursts.stream().anyMatch(burst -> burst.first() <= t && t <= burst.last()) ? 1 : 0)
        .toList();
  }

  private static double cheapest(double[][] costs, double gamma) {
    int states = costs[0].length;
    double best = Double.POSITIVE_INFINITY;
    long paths = Math.round(Math.pow(states, costs.length));
    for (long code = 0; code < paths; code++) {
      Integer[] path = new Integer[costs.length];
      long rest = code;
      for (int t = 0; t < path.length; t++) {
        path[t] = (int) (rest % states);
        rest /= states;
      }
      best = Math.min(best, pathCost(Arrays.asList(path), costs, gamma));
    }
    return best;
  }

  private static double pathCost(List<Integer> path, double[][] costs, double gamma) {
    double cost = 0;
    int previous = 0;
    for (int t = 0; t < path.size(); t++) {
      int state = path.get(t);
      cost += costs[t][state] + Math.max(0, state - previous) * gamma * Math.log(path.size());
      previous = state;
    }
    return cost;
  }

  /** -ln [C(d, r) p^r (1 - p)^(d - r)], with 0 ln 0 = 0. */
  private static double binomialCost(Period period, double rate) {
    long failures = period.total() - period.relevant();
    BigDecimal ways = BigDecimal.ONE;
    for (long i = 1; i <= failures; i++) {
      ways = Precise.divide(ways.multiply(Precise.of(period.relevant() + i)), Precise.of(i));
    }
    return -Math.log(ways.doubleValue())
        - (period.relevant() == 0 ? 0 : period.relevant() * Math.log(rate))
        - (failures == 0 ? 0 : failures * Math.log1p(-rate));
  }

  private static long[] filled(int length, long value) {
    return Collections.nCopies(length, value).stream().mapToLong(Long::longValue).toArray();
  }
}
