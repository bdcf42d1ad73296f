package org.zhengyu.transforms.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Bursts of a word over time, after Kleinberg (2002): the cheapest path of an automaton with two
 * states, of which the raised one expects the word more often.
 *
 * <p>The automaton starts in the base state, so that a burst at the very start is paid for as any
 * other. Going up costs gamma ln n with n periods, going down is free. The path is the exact
 * minimum (Viterbi); of equal paths the one in the base state is taken.
 */
public final class Bursts {
  /** How much more often the raised state expects the word than the base state. */
  static final double SCALING = 2;

  /** The weight of the cost of going up. */
  static final double GAMMA = 1;

  /** The bursting rate stays a probability, and leaves one for the complement. */
  private static final double MAX_RATE = 0.9999;

  private static final double DECIMALS = 1e9;

  private static final int BASE = 0;
  private static final int RAISED = 1;

  private Bursts() {}

  /**
   * How many of some documents have the word.
   *
   * @param relevant those that have it
   * @param total all
   */
  public record Share(long relevant, long total) {
    /** The share, from 0 to 1; 0 of no documents. */
    public double share() {
      return total == 0 ? 0 : (double) relevant / total;
    }
  }

  /**
   * A maximal run of periods in the raised state.
   *
   * @param first index of the first period
   * @param last index of the last period, included
   * @param inside the documents of these periods
   * @param outside those of all other periods
   * @param weight cost saved against the base state over the run, above 0: how strong it is
   */
  public record Burst(int first, int last, Share inside, Share outside, double weight) {
    /** How many periods it lasts. */
    public int periods() {
      return last - first + 1;
    }

    /**
     * The doublings from the share outside to the share inside. One document more has the word,
     * shared between the two by their sizes, so that it is finite, and a word that is nowhere else
     * rises less where fewer documents are there to lack it.
     */
    public double rise() {
      double all = inside.total + outside.total;
      double in = (inside.relevant + inside.total / all) / inside.total;
      double out = (outside.relevant + outside.total / all) / outside.total;
      return outside.total == 0 ? 0 : Math.log(in / out) / Math.log(2);
    }

    /**
     * The weight of a period times the rise, to nine decimals: high for short, steep bursts. With a
     * document a period a word that all documents of the burst have and no other rises by log2(n +
     * 1) of n periods however long it lasts; that such bursts are equal must not hang on roundings.
     */
    public double steepness() {
      return Math.rint(weight / periods() * rise() * DECIMALS) / DECIMALS;
    }
  }

  /** {@link #ofPeriods(long[], long[], double, double)} with s = 2 and gamma = 1. */
  public static List<Burst> ofPeriods(long[] relevant, long[] total) {
    return ofPeriods(relevant, total, SCALING, GAMMA);
  }

  /**
   * Bursts over periods: of {@code total[t]} documents (or tokens) in period t, {@code relevant[t]}
   * have (or are) the word.
   *
   * <p>The base state expects the share p0 of all periods together, the raised state the share p1 =
   * min(s p0, 0.9999); the cost of period t in a state is -ln of the binomial probability of
   * relevant[t] out of total[t] with its rate. A period without documents costs nothing. If no
   * document has the word, or so many that p1 would not exceed p0, there is no burst.
   *
   * @param scaling s, above 1
   * @param gamma 0 or more
   * @return the bursts in the order of their start
   * @throws IllegalArgumentException if a count is negative or above its total, the arrays differ
   *     in length, or a parameter is out of range
   */
  static List<Burst> ofPeriods(long[] relevant, long[] total, double scaling, double gamma) {
    checkParameters(scaling, gamma);
    checkPeriods(relevant, total);
    long allRelevant = sum(relevant, 0, relevant.length);
    long all = sum(total, 0, total.length);
    double base = all == 0 ? 0 : (double) allRelevant / all;
    double raised = Math.min(scaling * base, MAX_RATE);
    if (raised <= base) {
      return List.of();
    }
    double[][] emissions = new double[relevant.length][];
    for (int t = 0; t < relevant.length; t++) {
      emissions[t] =
          new double[] {
            binomialSurprisal(relevant[t], total[t], base),
            binomialSurprisal(relevant[t], total[t], raised)
          };
    }
    return bursts(cheapestPath(emissions, gamma), emissions, relevant, total);
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

  /** The state of each period. */
  private static int[] cheapestPath(double[][] emissions, double gamma) {
    int n = emissions.length;
    double up = gamma * Math.log(n);
    int[][] from = new int[n][2];
    double base = 0;
    double raised = Double.POSITIVE_INFINITY;
    for (int t = 0; t < n; t++) {
      from[t][BASE] = raised < base ? RAISED : BASE;
      from[t][RAISED] = raised < base + up ? RAISED : BASE;
      double nextBase = Math.min(base, raised) + emissions[t][BASE];
      raised = Math.min(base + up, raised) + emissions[t][RAISED];
      base = nextBase;
    }
    int[] path = new int[n];
    path[n - 1] = raised < base ? RAISED : BASE;
    for (int t = n - 1; t > 0; t--) {
      path[t - 1] = from[t][path[t]];
    }
    return path;
  }

  private static List<Burst> bursts(
      int[] path, double[][] emissions, long[] relevant, long[] total) {
    List<Burst> bursts = new ArrayList<>();
    for (int t = 0; t < path.length; t++) {
      if (path[t] == BASE) {
        continue;
      }
      int first = t;
      double weight = 0;
      while (t < path.length && path[t] == RAISED) {
        weight += emissions[t][BASE] - emissions[t][RAISED];
        t++;
      }
      Share inside = new Share(sum(relevant, first, t), sum(total, first, t));
      Share outside =
          new Share(
              sum(relevant, 0, path.length) - inside.relevant,
              sum(total, 0, path.length) - inside.total);
      bursts.add(new Burst(first, t - 1, inside, outside, weight));
    }
    return bursts;
  }

  private static long sum(long[] counts, int from, int to) {
    long sum = 0;
    for (int t = from; t < to; t++) {
      sum = Math.addExact(sum, counts[t]);
    }
    return sum;
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
}
