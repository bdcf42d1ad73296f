package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.KnownDate;

/**
 * The stretches of time by which documents are followed. Each has a key, by which documents carry
 * it and whose order as texts is that of time, and a name, by which tables call it.
 */
public sealed interface Periods extends Serializable permits CalendarPeriods, NamedPeriods {
  /** What the kind of period is called, as the name of a facet. */
  String label();

  /** The key of the period in which a date lies for certain; null when there is none. */
  @Nullable String keyOf(KnownDate date);

  /** The name of a period. */
  String name(String key);

  /** The first day of a period. */
  LocalDate firstDay(String key);

  /** The last day of a period, which is part of it. */
  LocalDate lastDay(String key);

  /** All periods from one to another, both included, in their order. */
  List<String> between(String first, String last);

  /** The middle of a period, in years. */
  default double middle(String key) {
    return (years(firstDay(key)) + years(lastDay(key).plusDays(1))) / 2;
  }

  /** When a day begins, in years: a year is as long as another. */
  private static double years(LocalDate day) {
    return day.getYear() + (day.getDayOfYear() - 1.0) / day.lengthOfYear();
  }
}
