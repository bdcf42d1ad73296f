package org.zhengyu.transforms.model;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.checkerframework.checker.nullness.qual.Nullable;

/** Documents of tests, with what is known of their dates. */
public final class DatedDocuments {
  private static final LocalDate MONDAY = LocalDate.of(2022, 11, 28);

  private DatedDocuments() {}

  /** A date of which the day is known; null for null. */
  public static @Nullable KnownDate day(@Nullable LocalDate day) {
    return day == null ? null : span(day, day);
  }

  /** A date between two days. */
  public static KnownDate span(LocalDate first, LocalDate last) {
    return new KnownDate(first, last, KnownDate.Precision.MONTH, KnownDate.Source.FIELD);
  }

  /** One document of a day. */
  public static FirstDocuments on(LocalDate day, long key, String id) {
    return FirstDocuments.of(new FirstDocuments.Dated(key, id, span(day, day)));
  }

  /** Documents of a fortnight, some of a day and some of several; a key has always the same id. */
  static Arbitrary<FirstDocuments.Dated> any() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 1L << 40), Arbitraries.integers().between(0, 14))
        .as(
            (key, from) -> {
              LocalDate first = MONDAY.plusDays(from);
              return new FirstDocuments.Dated(key, "文" + key, span(first, first.plusDays(key % 5)));
            });
  }
}
