package org.zhengyu.transforms.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A date, as far as it is known.
 *
 * @param first the first day that it may be
 * @param last the last day that it may be
 * @param precision what is known
 * @param source where it comes from
 */
public record KnownDate(LocalDate first, LocalDate last, Precision precision, Source source) {
  /** What is known of a date, from the least to the most. */
  public enum Precision {
    /** The year, or a half of it. */
    YEAR,
    /** The quarter. */
    QUARTER,
    /** The month. */
    MONTH,
    /** The ten days of the month: 上旬, 中旬, 下旬. */
    TEN_DAYS,
    /** The day. */
    DAY;

    /** The lower-case name that the tables use. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Where a date comes from, the most trusted first. */
  public enum Source {
    /** From the metadata of the run. */
    METADATA,
    /** From a field of the document: of its record, its front matter, its page. */
    FIELD,
    /** From the text. */
    TEXT;

    /** The lower-case name that the tables use. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The year. */
  public long year() {
    return first.getYear();
  }

  /** The month; null when only the quarter or year is known. */
  public @Nullable YearMonth month() {
    return precision.compareTo(Precision.MONTH) >= 0 ? YearMonth.from(first) : null;
  }

  /** Whether it is another date made more precise. */
  public boolean isWithin(KnownDate other) {
    return precision.compareTo(other.precision) > 0
        && !first.isBefore(other.first)
        && !last.isAfter(other.last);
  }

  /** The same from another source. */
  public KnownDate from(Source other) {
    return new KnownDate(first, last, precision, other);
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putDay(first).putDay(last).putEnum(precision).putEnum(source);
  }

  /** Reads the packed form. */
  public static KnownDate unpack(PackedReader in) {
    return new KnownDate(
        in.getDay(), in.getDay(), in.getEnum(Precision.class), in.getEnum(Source.class));
  }
}
