package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.KnownDate;

/**
 * Periods that somebody named: five-year plans, terms of congresses. They may differ in length, and
 * there may be gaps between them; none has a day of another. Their keys are their first days.
 */
public final class NamedPeriods implements Periods {
  private static final long serialVersionUID = 1L;

  /**
   * A period.
   *
   * @param name what it is called
   * @param first its first day
   * @param last its last day, which is part of it
   */
  record Period(String name, LocalDate first, LocalDate last) implements Serializable {
    String key() {
      return first.toString();
    }

    boolean holds(KnownDate date) {
      return !date.first().isBefore(first) && !date.last().isAfter(last);
    }
  }

  /** By their keys. */
  private final TreeMap<String, Period> periods = new TreeMap<>();

  /** Periods of which no two share a day. */
  NamedPeriods(List<Period> periods) {
    periods.forEach(period -> this.periods.put(period.key(), period));
  }

  /** Their names, in the order of time. */
  public List<String> names() {
    return periods.values().stream().map(Period::name).toList();
  }

  private Period get(String key) {
    Period period = periods.get(key);
    if (period == null) {
      throw new IllegalArgumentException("no period begins on " + key);
    }
    return period;
  }

  @Override
  public String label() {
    return Grouping.PERIOD;
  }

  @Override
  public @Nullable String keyOf(KnownDate date) {
    NavigableMap<String, Period> begun = periods.headMap(date.first().toString(), true);
    return begun.isEmpty() || !begun.lastEntry().getValue().holds(date) ? null : begun.lastKey();
  }

  @Override
  public String name(String key) {
    return get(key).name();
  }

  @Override
  public LocalDate firstDay(String key) {
    return get(key).first();
  }

  @Override
  public LocalDate lastDay(String key) {
    return get(key).last();
  }

  @Override
  public List<String> between(String first, String last) {
    return List.copyOf(periods.subMap(first, true, last, true).keySet());
  }
}
