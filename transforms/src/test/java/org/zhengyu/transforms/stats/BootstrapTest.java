package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.statistics.distribution.PoissonDistribution;

class BootstrapTest {
  @Example
  void drawsWeightsFromThePoissonDistribution() {
    int draws = 400_000;
    byte[] weights = new byte[draws];
    Bootstrap.weights(1, "文件", weights);
    PoissonDistribution poisson = PoissonDistribution.of(1);
    for (int count = 0; count <= 5; count++) {
      byte wanted = (byte) count;
      long found = IntStream.range(0, draws).filter(i -> weights[i] == wanted).count();
      double expected = draws * poisson.probability(count);
      // Five standard deviations of a binomial count.
      assertThat((double) found).isCloseTo(expected, within(5 * Math.sqrt(expected)));
    }
    assertThat(IntStream.range(0, draws).map(i -> weights[i]).max().getAsInt()).isBetween(6, 12);
    assertThat(IntStream.range(0, draws).map(i -> weights[i]).min()).hasValue(0);
  }

  @Example
  void drawsTheSameForADocumentAndOtherwiseForOthers() {
    byte[] one = new byte[Bootstrap.REPLICATES];
    byte[] again = new byte[Bootstrap.REPLICATES];
    byte[] other = new byte[Bootstrap.REPLICATES];
    byte[] otherSeed = new byte[Bootstrap.REPLICATES];
    Bootstrap.weights(1, "甲", one);
    Bootstrap.weights(1, "甲", again);
    Bootstrap.weights(1, "乙", other);
    Bootstrap.weights(2, "甲", otherSeed);
    assertThat(again).isEqualTo(one);
    // Independent variates agree with probability e^-2 I0(2) = 0.3085.
    for (byte[] different : new byte[][] {other, otherSeed}) {
      long equal = IntStream.range(0, one.length).filter(i -> one[i] == different[i]).count();
      assertThat((double) equal / one.length).isCloseTo(0.3085, within(0.075));
    }
  }

  /** Counts up to, at and beyond what the packed sums can take at one go. */
  @Property(tries = 50)
  void addsEachCountAsOftenAsItsDocumentIsThere(
      @ForAll @Size(min = 1, max = 60) List<@From("counts") Long> counts) {
    ReplicateSums sums = new ReplicateSums();
    ReplicateWeights weights = new ReplicateWeights();
    long[] expected = new long[Bootstrap.REPLICATES];
    byte[] each = new byte[Bootstrap.REPLICATES];
    for (int d = 0; d < counts.size(); d++) {
      weights.draw(7, "文" + d);
      sums.add(weights, counts.get(d));
      Bootstrap.weights(7, "文" + d, each);
      for (int i = 0; i < expected.length; i++) {
        expected[i] += each[i] * counts.get(d);
      }
      if (d % 7 == 0) {
        assertThat(sums.sums()).isEqualTo(expected);
      }
    }
    assertThat(sums.sums()).isEqualTo(expected);
    sums.clear();
    assertThat(sums.sums()).containsOnly(0);
  }

  @Provide
  Arbitrary<Long> counts() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.longs().between(0, 40)),
        Tuple.of(3, Arbitraries.longs().between(5300, 5600)),
        Tuple.of(1, Arbitraries.longs().between(0, 1L << 40)));
  }

  /**
   * Nine times two of these counts are more than the 65,535 of a lane; one alone may go around it.
   */
  @Example
  void noSumRunsOverIntoTheNext() {
    byte[] each = new byte[Bootstrap.REPLICATES];
    ReplicateWeights weights = new ReplicateWeights();
    int most = 0;
    for (int d = 0; d < 20_000 && most < 9; d++) {
      Bootstrap.weights(1, "文" + d, each);
      most = IntStream.range(0, each.length).map(i -> each[i]).max().getAsInt();
      weights.draw(1, "文" + d);
    }
    assertThat(most).as("a large weight").isGreaterThanOrEqualTo(9);
    for (long count : new long[] {5460, 5461, 5462, 65_535, 65_536}) {
      ReplicateSums sums = new ReplicateSums();
      sums.add(weights, 1);
      sums.add(weights, count);
      sums.add(weights, count);
      long twice = 2 * count + 1;
      assertThat(sums.sums())
          .isEqualTo(IntStream.range(0, each.length).mapToLong(i -> each[i] * twice).toArray());
    }
  }

  /** Of 999 replicates 24 lie beyond either end: (999 + 1) times 0.025 is the 25th. */
  @Property(tries = 50)
  void theIntervalEndsAtOrderStatistics(@ForAll Random random) {
    double[] replicates = random.doubles(999).toArray();
    double[] sorted = replicates.clone();
    Arrays.sort(sorted);
    assertThat(Bootstrap.percentile95(replicates)).isEqualTo(new Interval(sorted[24], sorted[974]));
  }

  @Property(tries = 100)
  void leavesOutReplicatesWithoutAValue(@ForAll @IntRange(max = 999) int undefined) {
    double[] replicates = new double[999];
    for (int i = 0; i < replicates.length; i++) {
      // 7 and 999 have no common divisor: every place is met once.
      replicates[i * 7 % 999] = i < undefined ? Double.NaN : i - undefined;
    }
    int defined = 999 - undefined;
    Interval interval = Bootstrap.percentile95(replicates);
    if (defined < 39) {
      assertThat(interval).isEqualTo(new Interval(Double.NaN, Double.NaN));
    } else {
      int beyond = (int) Math.floor(0.025 * (defined + 1)) - 1;
      assertThat(interval).isEqualTo(new Interval(beyond, defined - 1.0 - beyond));
    }
  }

  @Example
  void theIntervalOfALogRatioIsThatOfItsReplicates() {
    long[] f1 = new long[999];
    long[] n1 = new long[999];
    long[] f2 = new long[999];
    long[] n2 = new long[999];
    double[] expected = new double[999];
    for (int i = 0; i < 999; i++) {
      f1[i] = i * 13L % 999;
      n1[i] = 5000;
      f2[i] = 40;
      n2[i] = 10_000;
      // One occurrence, a third of it here and two thirds there.
      expected[i] = Math.log((f1[i] + 1 / 3.0) / 5000 / ((40 + 2 / 3.0) / 10_000)) / Math.log(2);
    }
    n1[0] = 0;
    f1[0] = 0;
    expected[0] = Double.NaN;
    Arrays.sort(expected);
    Interval interval = Keyness.logRatioBootstrap(f1, n1, f2, n2, 4);
    // 998 replicates are left: 999 times 0.025 is 24.975, so that the 24th is the end.
    assertThat(interval.lower()).isCloseTo(expected[23], within(1e-12));
    assertThat(interval.upper()).isCloseTo(expected[974], within(1e-12));
  }

  /** Documents of a side: tokens, and how often a word is in each. */
  private record Side(List<Integer> tokens, List<Integer> hits) {
    long df() {
      return hits.stream().filter(count -> count > 0).count();
    }

    long[] resampled(List<Integer> counts, String name) {
      ReplicateSums sums = new ReplicateSums();
      for (int i = 0; i < counts.size(); i++) {
        ReplicateWeights weights = new ReplicateWeights();
        weights.draw(7, name + i);
        sums.add(weights, counts.get(i));
      }
      return sums.sums();
    }
  }

  private static Interval interval(Side one, String oneName, Side other, String otherName) {
    return Keyness.logRatioBootstrap(
        one.resampled(one.hits(), oneName),
        one.resampled(one.tokens(), oneName),
        other.resampled(other.hits(), otherName),
        other.resampled(other.tokens(), otherName),
        one.df() + other.df());
  }

  @Provide
  Arbitrary<Side> sides() {
    Arbitrary<Integer> hits =
        Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(3, 1), Tuple.of(1, 20));
    return Arbitraries.integers()
        .between(20, 3_000)
        .list()
        .ofMinSize(10)
        .ofMaxSize(30)
        .flatMap(tokens -> hits.list().ofSize(tokens.size()).map(hit -> new Side(tokens, hit)));
  }

  @Property(tries = 200)
  void exchangingTheSidesMirrorsTheIntervalOfALogRatio(
      @ForAll("sides") Side one, @ForAll("sides") Side other) {
    Interval there = interval(one, "甲", other, "乙");
    Interval back = interval(other, "乙", one, "甲");
    assertThat(back.lower()).isCloseTo(-there.upper(), within(1e-12));
    assertThat(back.upper()).isCloseTo(-there.lower(), within(1e-12));
  }

  /** Of a word in up to three documents, wherever these stand and however often it is in them. */
  @Property(tries = 300)
  void aWordOfAFewDocumentsNeverExcludesNoDifference(
      @ForAll("sides") Side one,
      @ForAll("sides") Side other,
      @ForAll @IntRange(max = 3) int here,
      @ForAll @IntRange(max = 3) int there,
      @ForAll @IntRange(min = 1, max = 20) int often) {
    Assume.that(here + there <= 3);
    Interval interval = interval(only(one, here, often), "甲", only(other, there, often), "乙");
    assertThat(interval.lower()).isLessThanOrEqualTo(0);
    assertThat(interval.upper()).isGreaterThanOrEqualTo(0);
  }

  private static Side only(Side side, int documents, int often) {
    return new Side(
        side.tokens(),
        IntStream.range(0, side.tokens().size()).mapToObj(i -> i < documents ? often : 0).toList());
  }

  @Example
  void aWordThatNobodyUsesShowsNoDifferenceWhateverTheSizes() {
    Side small = new Side(Collections.nCopies(12, 740), Collections.nCopies(12, 0));
    Side large = new Side(Collections.nCopies(12, 7_200), Collections.nCopies(12, 0));
    assertThat(interval(small, "甲", large, "乙")).isEqualTo(new Interval(0, 0));
  }

  /** Newcombe (1998), table I, method 3: the score interval without continuity correction. */
  @Example
  void theScoreIntervalAgreesWithThePublishedOnes() {
    assertInterval(81, 263, 0.2553, 0.3662);
    assertInterval(15, 148, 0.0624, 0.1605);
    assertInterval(0, 20, 0.0000, 0.1611);
    assertInterval(1, 29, 0.0061, 0.1718);
  }

  private static void assertInterval(long hits, long trials, double lower, double upper) {
    Interval interval = Proportion.wilson95(hits, trials);
    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
  }

  @Property
  void theScoreIntervalHoldsTheShareAndIsSymmetric(
      @ForAll @IntRange(min = 1, max = 1_000_000) int trials, @ForAll @IntRange int anyHits) {
    int hits = anyHits % (trials + 1);
    Interval interval = Proportion.wilson95(hits, trials);
    Interval opposite = Proportion.wilson95(trials - hits, trials);
    assertThat(interval.lower()).isBetween(0.0, (double) hits / trials);
    assertThat(interval.upper()).isBetween((double) hits / trials, 1.0);
    assertThat(opposite.upper()).isCloseTo(1 - interval.lower(), within(1e-12));
  }

  @Example
  void theScoreIntervalOfNothingIsUndefined() {
    assertThat(Proportion.wilson95(0, 0)).isEqualTo(new Interval(Double.NaN, Double.NaN));
    assertThatThrownBy(() -> Proportion.wilson95(2, 1)).hasMessage("2 hits in 1 trials");
    assertThatThrownBy(() -> Proportion.wilson95(-1, 1)).hasMessage("-1 hits in 1 trials");
  }
}
