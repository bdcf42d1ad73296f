package org.zhengyu.transforms.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A date of which the day or the month may be unknown.
 *
 * @param day the day; null when only the month or year is known
 * @param month the month; null when only the year is known
 * @param from the earliest day that fits
 */
record PartialDate(@Nullable LocalDate day, @Nullable YearMonth month, LocalDate from) {
  private static final Pattern SEPARATED =
      Pattern.compile(
          "([12][0-9]{3})(?:年|[-/.年]([0-9]{1,2})(?:月|[-/.月]([0-9]{1,2})日?(?:[T ].*)?)?)?");

  /** Without separators every part has its full width: 2022111 could be two days. */
  private static final Pattern COMPACT =
      Pattern.compile("([12][0-9]{3})([0-9]{2})(?:([0-9]{2})(?:[T ].*)?)?");

  /**
   * The date that a text names: 2022-11-28, 2022/11/28, 2022.11.28, 20221128, 2022年11月28日, also
   * with a time behind it; 2022-11, 202211, 2022年11月; 2022, 2022年. Null when it is none of these or
   * no such day exists.
   */
  static @Nullable PartialDate parse(@Nullable String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    Matcher parts = SEPARATED.matcher(stripped);
    if (!parts.matches()) {
      parts = COMPACT.matcher(stripped);
      if (!parts.matches()) {
        return null;
      }
    }
    int year = Integer.parseInt(parts.group(1));
    try {
      if (parts.group(2) == null) {
        return new PartialDate(null, null, LocalDate.of(year, 1, 1));
      }
      int month = Integer.parseInt(parts.group(2));
      if (parts.group(3) == null) {
        return new PartialDate(null, YearMonth.of(year, month), LocalDate.of(year, month, 1));
      }
      LocalDate day = LocalDate.of(year, month, Integer.parseInt(parts.group(3)));
      return new PartialDate(day, YearMonth.from(day), day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
