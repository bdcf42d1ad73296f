package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.numbers.gamma.Erfc;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.stats.MonotonicTrend.Trend;

class MonotonicTrendTest {
  private static double[] numbers(String text) {
    return Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }

  /**
   * Of SciPy 1.17.1: {@code kendalltau(t, y, method='asymptotic')} and {@code theilslopes(y, t,
   * alpha=0.95)}. Its p takes S itself, ours S one nearer to 0, as is usual for this test; by the
   * variance the one follows from the other.
   */
  @ParameterizedTest
  @CsvSource({
    "2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011,"
        + "0 1 4 9 16 25 36 49 64 81 100 121,"
        + "0.9999999999999998,6.017082595476147e-06,11.0,8.0,14.0",
    "2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011,0 0 0 1 0 2 2 0 3 3 3 5,"
        + "0.7510676161988108,0.001467910512441647,0.375,0.2,0.5",
    "1954 1956 1957 1964 1975 1979 1980 1985 1990 2000 2010 2020,3 1 4 1 5 9 2 6 5 3 5 8,"
        + "0.3940062612820493,0.08227777272211645,0.05982142857142857,0.0,0.125",
    "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29,"
        + "0.001 0.299 -0.274 -0.891 -0.455 -0.992 0.06 1.34 -0.492 -0.62 0.49 0.357 0.105 -0.93"
        + " -0.029 0.695 -1.344 -0.458 -1.901 -1.29 -1.842 -0.235 -1.267 0.271 0.157 -0.187 -2.517"
        + " -0.539 -0.049 0.113,"
        + "-0.12643678160919541,0.32646616711742227,-0.016846153846153844,-0.06,0.016916666666666667",
    "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24,"
        + "36.229 43.7 37.193 36.72 51.548 32.732 37.707 43.96 28.748 30.995 30.994 28.574 14.974"
        + " 24.685 34.229 6.076 25.734 17.074 8.227 30.004 16.86 -2.794 6.671 9.19 0.301,"
        + "-0.6599999999999998,3.7589504930249818e-06,-1.586354166666667,-2.103,-1.168235294117647",
    "0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19,"
        + "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 7 9 30 2 0,"
        + "0.4855815829335072,0.008779439399812076,0.0,0.0,0.0"
  })
  void agreesWithSciPy(
      String times, String values, double tau, double p, double slope, double low, double high) {
    Trend trend = new MonotonicTrend(numbers(times)).test(numbers(values));

    assertThat(trend.tau()).isCloseTo(tau, within(1e-12));
    double deviation = (Math.abs(trend.s()) - 1) / Math.abs(trend.z());
    double plain = Erfc.value(Math.abs(trend.s()) / deviation / Math.sqrt(2));
    assertThat(plain).isCloseTo(p, within(1e-9 * p));
    assertThat(trend.p()).isCloseTo(Erfc.value(Math.abs(trend.z()) / Math.sqrt(2)), within(1e-15));
    assertThat(trend.slope()).isCloseTo(slope, within(1e-12));
    assertThat(trend.slopeInterval().lower()).isCloseTo(low, within(1e-12));
    assertThat(trend.slopeInterval().upper()).isCloseTo(high, within(1e-12));
  }

  /** 1 3 2 4: five pairs rise, one falls; the slopes are -1, ½, 1, 1, 2 and (4 - 1) / 3. */
  @Example
  void countsPairsByHandAndTestsNoFewerThanTen() {
    Trend trend = new MonotonicTrend(1, 2, 3, 4).test(new double[] {1, 3, 2, 4});

    assertThat(trend.s()).isEqualTo(4);
    assertThat(trend.tau()).isEqualTo(4 / 6.0);
    assertThat(trend.slope()).isEqualTo(0.75);
    assertThat(trend.z()).isNaN();
    assertThat(trend.p()).isNaN();
    assertThat(trend.slopeInterval().lower()).isNaN();
  }

  @Example
  void saysNothingOfWhatIsAlwaysTheSame() {
    Trend trend =
        new MonotonicTrend(IntStream.range(0, 12).asDoubleStream().toArray()).test(new double[12]);

    assertThat(trend.s()).isZero();
    assertThat(trend.slope()).isZero();
    assertThat(trend.tau()).isNaN();
    assertThat(trend.p()).isNaN();
  }

  @Property
  void turnsRoundWithTheSeries(
      @ForAll @Size(min = 2, max = 14) List<@DoubleRange(min = -100, max = 100) Double> drawn) {
    double[] values = drawn.stream().mapToDouble(Double::doubleValue).toArray();
    double[] times = IntStream.range(0, values.length).asDoubleStream().toArray();
    double[] reversed =
        IntStream.range(0, values.length).mapToDouble(i -> values[values.length - 1 - i]).toArray();
    double[] doubled = IntStream.range(0, values.length).mapToDouble(i -> 2 * values[i]).toArray();

    Trend trend = new MonotonicTrend(times).test(values);

    assertThat(new MonotonicTrend(times).test(reversed).s()).isEqualTo(-trend.s());
    assertThat(new MonotonicTrend(times).test(reversed).slope())
        .isCloseTo(-trend.slope(), within(1e-9));
    assertThat(new MonotonicTrend(times).test(doubled).s()).isEqualTo(trend.s());
    assertThat(new MonotonicTrend(times).test(doubled).slope()).isEqualTo(2 * trend.slope());
  }

  @Example
  void refusesTimesThatDoNotRise() {
    assertThatIllegalArgumentException().isThrownBy(() -> new MonotonicTrend(1));
    assertThatIllegalArgumentException().isThrownBy(() -> new MonotonicTrend(1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new MonotonicTrend(2, 1));
  }
}
