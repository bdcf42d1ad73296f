package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
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

  @Provide
  Arbitrary<List<Long>> gaps() {
    return Arbitraries.longs().between(1, 40).list().ofMinSize(1).ofMaxSize(6);
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
    Bursts.Path path =
        Bursts.ofPeriods(
            history.stream().mapToLong(Period::relevant).toArray(),
            history.stream().mapToLong(Period::total).toArray(),
            2,
            gamma);
    double best = cheapest(costs, gamma);
    assertThat(path.cost()).isCloseTo(best, within(1e-9));
    assertThat(pathCost(path.states(), costs, gamma)).isCloseTo(best, within(1e-9));
    for (Bursts.Burst burst : path.bursts()) {
      double saved = 0;
      for (int t = (int) burst.first(); t <= burst.last(); t++) {
        saved += costs[t][0] - costs[t][1];
      }
      assertThat(burst.weight()).isCloseTo(saved, within(1e-9));
    }
  }

  @Property(tries = 300)
  void noPathOverGapsIsCheaper(
      @ForAll("gaps") List<Long> gaps, @ForAll @DoubleRange(max = 3) double gamma) {
    long[] offsets = new long[gaps.size() + 1];
    for (int i = 0; i < gaps.size(); i++) {
      offsets[i + 1] = offsets[i] + gaps.get(i);
    }
    double[][] costs = new double[gaps.size()][3];
    for (int t = 0; t < gaps.size(); t++) {
      for (int state = 0; state < 3; state++) {
        double rate = Math.pow(1.5, state) * gaps.size() / offsets[gaps.size()];
        costs[t][state] = -Math.log(rate * Math.exp(-rate * gaps.get(t)));
      }
    }
    Bursts.Path path = Bursts.ofOffsets(offsets, 1.5, gamma, 3);
    double best = cheapest(costs, gamma);
    assertThat(path.cost()).isCloseTo(best, within(1e-9));
    assertThat(pathCost(path.states(), costs, gamma)).isCloseTo(best, within(1e-9));
  }

  @Example
  void aBurstIsAMaximalRunWithBothEndsIncluded() {
    Bursts.Path path =
        Bursts.ofPeriods(new long[] {1, 30, 30, 1, 1, 1, 1, 1}, filled(8, 100), 2, 1);
    assertThat(path.states()).containsExactly(0, 1, 1, 0, 0, 0, 0, 0);
    assertThat(path.bursts())
        .singleElement()
        .satisfies(
            burst -> {
              assertThat(burst.level()).isEqualTo(1);
              assertThat(burst.first()).isEqualTo(1);
              assertThat(burst.last()).isEqualTo(2);
              assertThat(burst.weight()).isPositive();
            });
  }

  @Example
  void aBurstAtTheStartIsPaidForToo() {
    // Against state 0 the first period saves 6 ln 2 + 34 ln(0.8 / 0.9) = 0.154, less than ln 2.
    long[] relevant = {6, 2};
    assertThat(Bursts.ofPeriods(relevant, filled(2, 40), 2, 0).states()).containsExactly(1, 0);
    assertThat(Bursts.ofPeriods(relevant, filled(2, 40), 2, 1).states()).containsExactly(0, 0);
  }

  @Example
  void aWordThatIsAlwaysOrNeverThereDoesNotBurst() {
    assertThat(Bursts.ofPeriods(filled(4, 10), filled(4, 10)).bursts()).isEmpty();
    assertThat(Bursts.ofPeriods(filled(4, 10), filled(4, 10)).cost()).isZero();
    assertThat(Bursts.ofPeriods(filled(4, 0), filled(4, 10)).bursts()).isEmpty();
    assertThat(Bursts.ofPeriods(filled(4, 0), filled(4, 0)).cost()).isZero();
  }

  @Example
  void equalPathsStayInTheLowerState() {
    // Without documents every path costs nothing.
    Bursts.Path path = Bursts.ofPeriods(new long[] {0, 1, 0}, new long[] {0, 2, 0}, 2, 0);
    assertThat(path.states().get(0)).isZero();
    assertThat(path.states().get(2)).isZero();
  }

  @Example
  void fewerThanTwoOccurrencesHaveNoGaps() {
    for (long[] offsets : List.of(new long[0], new long[] {7})) {
      Bursts.Path path = Bursts.ofOffsets(offsets);
      assertThat(path.states()).isEmpty();
      assertThat(path.bursts()).isEmpty();
      assertThat(path.cost()).isZero();
    }
    assertThat(Bursts.ofPeriods(new long[0], new long[0]).bursts()).isEmpty();
  }

  @Example
  void survivesGapsWhoseDensityUnderflows() {
    long[] offsets = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1_000_000_000};
    Bursts.Path path = Bursts.ofOffsets(offsets, 2, 1, 30);
    assertThat(path.cost()).isFinite();
    assertThat(path.bursts().get(0).first()).isZero();
    assertThat(path.bursts().get(0).last()).isEqualTo(9);
  }

  @Example
  void refusesImpossibleInput() {
    long[] one = {1};
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, new long[] {0}));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, new long[2]));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, one, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofPeriods(one, one, 2, -1));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofOffsets(new long[] {3, 3}));
    assertThatIllegalArgumentException().isThrownBy(() -> Bursts.ofOffsets(one, 2, 1, 0));
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
