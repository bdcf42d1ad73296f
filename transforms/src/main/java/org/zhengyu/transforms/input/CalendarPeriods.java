package org.zhengyu.transforms.input;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.KnownDate;

/** Periods of one length, whose keys are their names. */
public enum CalendarPeriods implements Periods {
  /** A year, such as 2024. */
  YEAR,
  /** A month, such as 2024-03. */
  MONTH;

  /** Those of a label; null where there are none. */
  public static @Nullable CalendarPeriods named(String label) {
    for (CalendarPeriods periods : values()) {
      if (periods.label().equals(label)) {
        return periods;
      }
    }
    return null;
  }

  @Override
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public @Nullable String keyOf(KnownDate date) {
    if (this == YEAR) {
      return String.valueOf(date.year());
    }
    YearMonth month = date.month();
    return month == null ? null : month.toString();
  }

  @Override
  public String name(String key) {
    return key;
  }

  @Override
  public LocalDate firstDay(String key) {
    return this == YEAR ? Year.parse(key).atDay(1) : YearMonth.parse(key).atDay(1);
  }

  @Override
  public LocalDate lastDay(String key) {
    return next(firstDay(key)).minusDays(1);
  }

  private LocalDate next(LocalDate day) {
    return this == YEAR ? day.plusYears(1) : day.plusMonths(1);
  }

  @Override
  public List<String> between(String first, String last) {
    List<String> keys = new ArrayList<>();
    LocalDate end = firstDay(last);
    for (LocalDate day = firstDay(first); !day.isAfter(end); day = next(day)) {
      keys.add(this == YEAR ? Year.from(day).toString() : YearMonth.from(day).toString());
    }
    return keys;
  }
}
