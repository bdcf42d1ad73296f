package org.zhengyu.transforms.model;

import java.time.LocalDate;
import java.time.YearMonth;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What is known about a document besides its text.
 *
 * @param title its title, or its headline where no title was given
 * @param date its day; null when only the year or month is known
 * @param year its year, of the date or given alone
 * @param month its month, where it is known
 * @param from the earliest day that fits what is known of the date: of a year alone its 1 January
 * @param region the place it speaks for
 * @param issuer who issued it
 * @param docType its kind
 * @param metadata everything else that was given, as a JSON object
 */
public record Description(
    @Nullable String title,
    @Nullable LocalDate date,
    @Nullable Long year,
    @Nullable YearMonth month,
    @Nullable LocalDate from,
    @Nullable String region,
    @Nullable String issuer,
    @Nullable String docType,
    @Nullable String metadata) {

  /** Nothing known. */
  public static final Description NONE =
      new Description(null, null, null, null, null, null, null, null, null);

  /** The same with another title. */
  public Description withTitle(String newTitle) {
    return new Description(newTitle, date, year, month, from, region, issuer, docType, metadata);
  }

  void pack(PackedWriter out) {
    out.putNullable(title)
        .putNullable(date, (day, each) -> each.putDay(day))
        .putNullable(year, (number, each) -> each.putLong(number))
        .putNullable(month, (of, each) -> each.putDay(of.atDay(1)))
        .putNullable(from, (day, each) -> each.putDay(day))
        .putNullable(region)
        .putNullable(issuer)
        .putNullable(docType)
        .putNullable(metadata);
  }

  static Description unpack(PackedReader in) {
    return new Description(
        in.getNullable(),
        in.getNullable(PackedReader::getDay),
        in.getNullable(PackedReader::getLong),
        in.getNullable(each -> YearMonth.from(each.getDay())),
        in.getNullable(PackedReader::getDay),
        in.getNullable(),
        in.getNullable(),
        in.getNullable(),
        in.getNullable());
  }
}
