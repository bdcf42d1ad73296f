package org.zhengyu.transforms;

import java.util.HashMap;
import java.util.Map;

/**
 * How much of a text was found in another, by their sequences of eight characters without blanks.
 *
 * @param shared sequences that both have, each as often as both have it
 * @param expected sequences of the text that was to be found
 * @param actual sequences of the text that was found
 */
public record Sequences(long shared, long expected, long actual) {
  private static final int LENGTH = 8;

  /** Nothing compared yet. */
  public static final Sequences NONE = new Sequences(0, 0, 0);

  /** Compares two texts. */
  public static Sequences of(String expected, String actual) {
    Map<String, Integer> wanted = count(expected);
    Map<String, Integer> found = count(actual);
    long shared = 0;
    for (Map.Entry<String, Integer> each : wanted.entrySet()) {
      shared += Math.min(each.getValue(), found.getOrDefault(each.getKey(), 0));
    }
    return new Sequences(shared, sum(wanted), sum(found));
  }

  /** Both together. */
  public Sequences plus(Sequences other) {
    return new Sequences(shared + other.shared, expected + other.expected, actual + other.actual);
  }

  /** The part of the expected text that was found. */
  public double recall() {
    return expected == 0 ? 1 : (double) shared / expected;
  }

  /** The part of what was found that was expected. */
  public double precision() {
    return actual == 0 ? 0 : (double) shared / actual;
  }

  private static Map<String, Integer> count(String text) {
    String bare = text.replaceAll("[\\s\\p{Z}]", "");
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i + LENGTH <= bare.length(); i++) {
      counts.merge(bare.substring(i, i + LENGTH), 1, Integer::sum);
    }
    return counts;
  }

  private static long sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }
}
