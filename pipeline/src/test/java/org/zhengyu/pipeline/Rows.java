package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares rows as sets: everything but doubles exactly, doubles within a relative tolerance (an
 * absolute one below 1, since measures cross 0).
 */
final class Rows {
  private static final Object DOUBLE = "(a double)";
  private static final int SHOWN = 5;

  private Rows() {}

  /** A row; null stands for a null. */
  static List<Object> row(Object... values) {
    return Arrays.asList(values);
  }

  static void assertSame(
      Collection<List<Object>> actual, Collection<List<Object>> expected, double tolerance) {
    Map<List<Object>, List<Double>> found = byKey(actual);
    Map<List<Object>, List<Double>> wanted = byKey(expected);
    assertThat(some(minus(wanted.keySet(), found.keySet()))).as("rows that are missing").isEmpty();
    assertThat(some(minus(found.keySet(), wanted.keySet()))).as("rows too many").isEmpty();
    List<String> wrong = new ArrayList<>();
    wanted.forEach(
        (key, doubles) -> {
          for (int i = 0; i < doubles.size(); i++) {
            double e = doubles.get(i);
            double a = found.get(key).get(i);
            if (!(a == e || Math.abs(a - e) <= tolerance * Math.max(1, Math.abs(e)))) {
              wrong.add(key + ": double " + i + " is " + a + ", not " + e);
            }
          }
        });
    assertThat(some(wrong)).as("doubles that differ").isEmpty();
  }

  private static Map<List<Object>, List<Double>> byKey(Collection<List<Object>> rows) {
    Map<List<Object>, List<Double>> map = new HashMap<>();
    for (List<Object> row : rows) {
      List<Object> key = new ArrayList<>(row);
      List<Double> doubles = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i) instanceof Double value) {
          doubles.add(value);
          key.set(i, DOUBLE);
        } else if (row.get(i) instanceof Integer value) {
          key.set(i, (long) value);
        }
      }
      assertThat(map.put(key, doubles)).as("a second row with %s", key).isNull();
    }
    return map;
  }

  /** What stands in the one set and not in the other. */
  static <T> Set<T> minus(Collection<T> one, Collection<T> other) {
    Set<T> rest = new HashSet<>(one);
    rest.removeAll(other instanceof Set ? other : new HashSet<>(other));
    return rest;
  }

  /** A few of many, so that a failure can be read. */
  static <T> List<T> some(Collection<T> all) {
    return all.stream().limit(SHOWN).toList();
  }
}
