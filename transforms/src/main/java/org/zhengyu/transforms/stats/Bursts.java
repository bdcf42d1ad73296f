package org.zhengyu.transforms.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Bursts of a word over time, after Kleinberg (2002): the cheapest sequence of states of an
 * automaton whose higher states expect the word more often.
 *
 * <p>The automaton starts in state 0, so that a burst at the very start is paid for as any other.
 * Going up j - i states costs (j - i) gamma ln n with n observations, going down is free. The path
 * is the exact minimum (Viterbi); of equal paths the lower state is taken.
 */
public final class Bursts {
  /** How much more often each state expects the word than the one below it. */
  public static final double DEFAULT_SCALING = 2;

  /** The weight of the cost of going up. */
  public static final double DEFAULT_GAMMA = 1;

  /** The bursting rate stays a probability, and leaves one for the complement. */
  private static final double MAX_RATE = 0.9999;

  private Bursts() {}

  /**
   * A maximal run of observations in a state of at least {@code level}.
   *
   * @param level 1 or more
   * @param first index of the first period, or offset at which the first gap begins
   * @param last index of the last period, or offset at which the last gap ends; included
   * @param weight cost saved against the state below over the run, above 0: how strong it is
   */
  public record Burst(int level, long first, long last, double weight) {}

  /**
   * The cheapest path and the bursts on it.
   *
   * @param states the state of each observation
   * @param cost the cost of the path, emissions and transitions
   * @param bursts in the order of their start, of equal starts the lower level first
   */
  public record Path(List<Integer> states, double cost, List<Burst> bursts) {
    /** Keeps immutable copies. */
    public Path {
      states = List.copyOf(states);
      bursts = List.copyOf(bursts);
    }
  }

  /** {@link #ofPeriods(long[], long[], double, double)} with the default parameters. */
  public static Path ofPeriods(long[] relevant, long[] total) {
    return ofPeriods(relevant, total, DEFAULT_SCALING, DEFAULT_GAMMA);
  }

  /**
   * Bursts over periods: of {@code total[t]} documents (or tokens) in period t, {@code relevant[t]}
   * have (or are) the word.
   *
   * <p>State 0 expects the share p0 of all periods together, state 1 the share p1 = min(s p0,
   * 0.9999); the cost of period t in state i is -ln of the binomial probability of relevant[t] out
   * of total[t] with rate p_i. A period without documents costs nothing. If no document has the
   * word, or so many that p1 would not exceed p0, there is no burst.
   *
   * @param scaling s, above 1
   * @param gamma 0 or more
   * @throws IllegalArgumentException if a count is negative or above its total, the arrays differ
   *     in length, or a parameter is out of range
   */
  public static Path ofPeriods(long[] relevant, long[] total, double scaling, double gamma) {
    checkParameters(scaling, gamma);
    checkPeriods(relevant, total);
    long allRelevant = Arrays.stream(relevant).reduce(0, Math::addExact);
    long all = Arrays.stream(total).reduce(0, Math::addExact);
    double base = all == 0 ? 0 : (double) allRelevant / all;
    double raised = Math.min(scaling * base, MAX_RATE);
    double[] rates = raised > base ? new double[] {base, raised} : new double[] {base};
    double[][] emissions = new double[relevant.length][rates.length];
    for (int t = 0; t < relevant.length; t++) {
      for (int state = 0; state < rates.length; state++) {
        emissions[t][state] = binomialSurprisal(relevant[t], total[t], rates[state]);
      }
    }
    int[] states = cheapestStates(emissions, gamma);
    List<Burst> bursts =
        bursts(states, emissions, rates.length).stream()
            .sorted(Comparator.comparingLong(Burst::first).thenComparingInt(Burst::level))
            .toList();
    return new Path(boxed(states), cost(states, emissions, gamma), bursts);
  }

  /** {@link #ofOffsets(long[], double, double)} with the default parameters. */
  public static Path ofOffsets(long[] offsets) {
    return ofOffsets(offsets, DEFAULT_SCALING, DEFAULT_GAMMA);
  }

  /**
   * Bursts in a stream of occurrences, with as many states as the shortest gap can tell apart: 1 +
   * log_s(span / shortest gap), rounded up.
   */
  public static Path ofOffsets(long[] offsets, double scaling, double gamma) {
    checkParameters(scaling, gamma);
    checkOffsets(offsets);
    if (offsets.length < 2) {
      return ofOffsets(offsets, scaling, gamma, 1);
    }
    long shortest = Long.MAX_VALUE;
    for (int i = 1; i < offsets.length; i++) {
      shortest = Math.min(shortest, offsets[i] - offsets[i - 1]);
    }
    double span = offsets[offsets.length - 1] - offsets[0];
    double levels = Math.log(span / shortest) / Math.log(scaling);
    return ofOffsets(offsets, scaling, gamma, (int) Math.ceil(1 + levels));
  }

  /**
   * Bursts in a stream of occurrences, from the gaps between them.
   *
   * <p>State i expects gaps with the density a e^(-a x), a = s^i n / span, for n gaps; the cost of
   * a gap x is a x - ln a.
   *
   * @param offsets where (or when) the word occurs, strictly ascending; fewer than two have no gap
   * @param scaling s, above 1
   * @param gamma 0 or more
   * @param states number of states, at least 1
   * @throws IllegalArgumentException if the offsets do not ascend or a parameter is out of range
   */
  public static Path ofOffsets(long[] offsets, double scaling, double gamma, int states) {
    checkParameters(scaling, gamma);
    checkOffsets(offsets);
    if (states < 1) {
      throw new IllegalArgumentException("at least one state is needed, not " + states);
    }
    int gaps = Math.max(0, offsets.length - 1);
    double[][] emissions = new double[gaps][states];
    for (int t = 0; t < gaps; t++) {
      double span = offsets[gaps] - offsets[0];
      double gap = offsets[t + 1] - offsets[t];
      for (int state = 0; state < states; state++) {
        double rate = Math.pow(scaling, state) * gaps / span;
        emissions[t][state] = rate * gap - Math.log(rate);
      }
    }
    int[] path = cheapestStates(emissions, gamma);
    List<Burst> bursts =
        bursts(path, emissions, states).stream()
            .map(
                burst ->
                    new Burst(
                        burst.level(),
                        offsets[(int) burst.first()],
                        offsets[(int) burst.last() + 1],
                        burst.weight()))
            .sorted(Comparator.comparingLong(Burst::first).thenComparingInt(Burst::level))
            .toList();
    return new Path(boxed(path), cost(path, emissions, gamma), bursts);
  }

  /** -ln of the probability of k successes in n trials at this rate. */
  private static double binomialSurprisal(long k, long n, double rate) {
    if (n == 0) {
      return 0;
    }
    double expected = n * rate;
    double difference = k - expected;
    return Deviance.factorialRemainder(k)
        + Deviance.factorialRemainder(n - k)
        - Deviance.factorialRemainder(n)
        + Deviance.deviance((double) k, expected, difference)
        + Deviance.deviance((double) (n - k), n * (1 - rate), -difference);
  }

  private static int[] cheapestStates(double[][] emissions, double gamma) {
    int n = emissions.length;
    if (n == 0) {
      return new int[0];
    }
    int states = emissions[0].length;
    double up = gamma * Math.log(n);
    int[][] from = new int[n][states];
    double[] costs = new double[states];
    Arrays.fill(costs, Double.POSITIVE_INFINITY);
    costs[0] = 0;
    for (int t = 0; t < n; t++) {
      double[] next = new double[states];
      for (int state = 0; state < states; state++) {
        double best = Double.POSITIVE_INFINITY;
        for (int previous = 0; previous < states; previous++) {
          double cost = costs[previous] + Math.max(0, state - previous) * up;
          if (cost < best) {
            best = cost;
            from[t][state] = previous;
          }
        }
        next[state] = best + emissions[t][state];
      }
      costs = next;
    }
    int[] path = new int[n];
    for (int state = 1; state < states; state++) {
      if (costs[state] < costs[path[n - 1]]) {
        path[n - 1] = state;
      }
    }
    for (int t = n - 1; t > 0; t--) {
      path[t - 1] = from[t][path[t]];
    }
    return path;
  }

  private static double cost(int[] path, double[][] emissions, double gamma) {
    double up = gamma * Math.log(path.length);
    double cost = 0;
    int previous = 0;
    for (int t = 0; t < path.length; t++) {
      cost += Math.max(0, path[t] - previous) * up + emissions[t][path[t]];
      previous = path[t];
    }
    return cost;
  }

  /** The runs of each level, by index of the observation. */
  private static List<Burst> bursts(int[] path, double[][] emissions, int states) {
    List<Burst> bursts = new ArrayList<>();
    for (int level = 1; level < states; level++) {
      for (int t = 0; t < path.length; t++) {
        if (path[t] < level) {
          continue;
        }
        int first = t;
        double weight = 0;
        while (t < path.length && path[t] >= level) {
          weight += emissions[t][level - 1] - emissions[t][level];
          t++;
        }
        bursts.add(new Burst(level, first, t - 1, weight));
      }
    }
    return bursts;
  }

  private static List<Integer> boxed(int[] states) {
    return Arrays.stream(states).boxed().toList();
  }

  private static void checkParameters(double scaling, double gamma) {
    if (!(scaling > 1 && scaling < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("the scaling must exceed 1: " + scaling);
    }
    if (!(gamma >= 0 && gamma < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gamma must be 0 or more: " + gamma);
    }
  }

  private static void checkPeriods(long[] relevant, long[] total) {
    if (relevant.length != total.length) {
      throw new IllegalArgumentException(
          relevant.length + " counts for " + total.length + " periods");
    }
    for (int t = 0; t < total.length; t++) {
      if (relevant[t] < 0 || relevant[t] > total[t]) {
        throw new IllegalArgumentException(
            relevant[t] + " of " + total[t] + " is not possible in period " + t);
      }
    }
  }

  private static void checkOffsets(long[] offsets) {
    for (int i = 1; i < offsets.length; i++) {
      if (offsets[i] <= offsets[i - 1]) {
        throw new IllegalArgumentException(
            "offsets must ascend: " + offsets[i - 1] + ", " + offsets[i]);
      }
    }
  }
}
