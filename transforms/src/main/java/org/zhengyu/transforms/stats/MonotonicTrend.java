package org.zhengyu.transforms.stats;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.Erfc;

/**
 * Whether the values of a series rise or fall, and how fast, by their ranks: the test of Mann
 * (1945) and Kendall (1975), and the slope of Theil (1950) and Sen (1968). Neither asks for a line
 * or a normal distribution, and a few wild values do no harm; both take the values for independent
 * of each other. Not thread-safe.
 */
public final class MonotonicTrend {
  /**
   * With fewer values S is too far from normal (Gilbert 1987, ch. 16): there is neither a p-value
   * nor an interval.
   */
  public static final int MIN_VALUES = 10;

  /** The quantile of the standard normal distribution at 0.975. */
  private static final double QUANTILE_975 = 1.959963984540054;

  private final double[] times;
  private final double[] slopes;

  /**
   * What is said of a series.
   *
   * @param s pairs of which the later value is the larger, less those of which it is the smaller
   * @param tau Kendall's tau-b, from -1 to 1; NaN where all values are equal
   * @param z S, one nearer to 0, over its standard deviation; NaN with too few values, or all equal
   * @param p the chance of so large a |z| without a trend; NaN where z is
   * @param slope the median slope of all pairs
   * @param slopeInterval its 95 % interval; two NaN with too few values
   */
  public record Trend(
      long s, double tau, double z, double p, double slope, Interval slopeInterval) {}

  /**
   * Tests series of values at these times.
   *
   * @param times rising, no two equal, at least two
   * @throws IllegalArgumentException if they are not
   */
  public MonotonicTrend(double... times) {
    if (times.length < 2) {
      throw new IllegalArgumentException(times.length + " times make no trend");
    }
    for (int i = 1; i < times.length; i++) {
      if (!(times[i] > times[i - 1])) {
        throw new IllegalArgumentException(times[i] + " does not follow " + times[i - 1]);
      }
    }
    this.times = times.clone();
    this.slopes = new double[times.length * (times.length - 1) / 2];
  }

  /**
   * Tests a series.
   *
   * @param values one for each time, all finite
   */
  public Trend test(double[] values) {
    int n = times.length;
    long s = 0;
    int next = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double difference = values[j] - values[i];
        s += (long) Math.signum(difference);
        slopes[next++] = difference / (times[j] - times[i]);
      }
    }
    Arrays.sort(slopes);
    long tied = 0;
    double variance = n * (n - 1.0) * (2 * n + 5);
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (int from = 0; from < n; ) {
      int to = from + 1;
      while (to < n && sorted[to] == sorted[from]) {
        to++;
      }
      long t = (long) to - from;
      tied += t * (t - 1) / 2;
      variance -= t * (t - 1.0) * (2 * t + 5);
      from = to;
    }
    double deviation = Math.sqrt(variance / 18);
    boolean isTested = n >= MIN_VALUES && deviation > 0;
    double z = isTested ? (s - Math.signum((double) s)) / deviation : Double.NaN;
    double pairs = slopes.length;
    return new Trend(
        s,
        s / Math.sqrt(pairs * (pairs - tied)),
        z,
        Erfc.value(Math.abs(z) / Math.sqrt(2)),
        (slopes[(slopes.length - 1) / 2] + slopes[slopes.length / 2]) / 2,
        n >= MIN_VALUES ? interval(deviation) : new Interval(Double.NaN, Double.NaN));
  }

  /** Sen (1968): the slopes whose ranks are as far from the middle as S may be from 0. */
  private Interval interval(double deviation) {
    double reach = QUANTILE_975 * deviation;
    int low = (int) Math.max(Math.rint((slopes.length - reach) / 2) - 1, 0);
    int high = (int) Math.min(Math.rint((slopes.length + reach) / 2), slopes.length - 1);
    return new Interval(slopes[low], slopes[high]);
  }
}
