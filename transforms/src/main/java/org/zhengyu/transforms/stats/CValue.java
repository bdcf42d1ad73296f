package org.zhengyu.transforms.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Termhood of multi-word candidates: C-value, which discounts what is only ever part of longer
 * terms.
 *
 * <p>Frantzi, Ananiadou and Mima (2000).
 */
public final class CValue {
  private CValue() {}

  /**
   * C-value of every candidate: log2 |a| (f(a) - t(a) / c(a)), where |a| counts words, c(a) is the
   * number of longer candidates that contain a, and t(a) sums f(b) - t(b) over those. For a
   * candidate that none contains it is log2 |a| f(a); for a single word 0.
   *
   * <p>A longer candidate counts once, however often it contains a. Negative if the frequencies do
   * not include the nested occurrences, as they must.
   *
   * @param frequencies of each candidate, as a sequence of words: all its occurrences, nested ones
   *     included
   * @return in the order of {@code frequencies}
   * @throws IllegalArgumentException if a candidate is empty or a frequency negative
   */
  public static Map<List<String>, Double> cValues(Map<List<String>, Long> frequencies) {
    Map<List<String>, Nesting> nestings = new HashMap<>();
    List<List<String>> longestFirst = new ArrayList<>();
    frequencies.forEach(
        (candidate, frequency) -> {
          if (candidate.isEmpty() || frequency < 0) {
            throw new IllegalArgumentException(candidate + " with frequency " + frequency);
          }
          nestings.put(candidate, new Nesting());
          longestFirst.add(candidate);
        });
    longestFirst.sort(Comparator.<List<String>>comparingInt(List::size).reversed());
    for (List<String> candidate : longestFirst) {
      long own = frequencies.get(candidate) - nestings.get(candidate).occurrences;
      for (List<String> part : properParts(candidate)) {
        Nesting nesting = nestings.get(part);
        if (nesting != null) {
          nesting.occurrences += own;
          nesting.candidates++;
        }
      }
    }
    Map<List<String>, Double> values = new LinkedHashMap<>();
    frequencies.forEach(
        (candidate, frequency) ->
            values.put(candidate, nestings.get(candidate).cValue(candidate.size(), frequency)));
    return values;
  }

  /** The distinct shorter sequences of neighbouring words within a candidate. */
  private static Set<List<String>> properParts(List<String> candidate) {
    Set<List<String>> parts = new HashSet<>();
    int length = candidate.size();
    for (int begin = 0; begin < length; begin++) {
      for (int end = begin + 1; end <= length; end++) {
        if (end - begin < length) {
          parts.add(candidate.subList(begin, end));
        }
      }
    }
    return parts;
  }

  /** What the longer candidates take of one candidate. */
  private static final class Nesting {
    private long occurrences;
    private long candidates;

    private double cValue(int words, long frequency) {
      double nested = candidates == 0 ? 0 : (double) occurrences / candidates;
      return Math.log(words) * Logarithms.LOG2_E * (frequency - nested);
    }
  }
}
