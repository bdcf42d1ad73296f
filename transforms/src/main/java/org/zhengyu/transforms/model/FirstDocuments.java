package org.zhengyu.transforms.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Those of some dated documents that may be the first. A date is a span of days, so that one
 * document precedes another only if its last day is before the first day of the other; first are
 * all that no other precedes: whose first day is not after the smallest last day. Of those that
 * begin on the same day their number is kept, and the first in the order of {@link DocumentKey};
 * there are few such days, for the spans of all documents that may be first have one day in common.
 * Immutable.
 */
public final class FirstDocuments {
  private static final Comparator<Dated> DOCUMENT_ORDER = Comparator.comparingLong(Dated::key);

  private final LocalDate smallestLastDay;
  private final SortedMap<LocalDate, Begun> byFirstDay;

  /**
   * A document of which a date is known.
   *
   * @param key its place in the input
   * @param id the document
   * @param date what is known of its date
   */
  public record Dated(long key, String id, KnownDate date) {}

  /**
   * Documents that begin on the same day.
   *
   * @param first the first of them in document order
   * @param documents how many they are
   */
  private record Begun(Dated first, long documents) {
    Begun plus(Begun other) {
      return new Begun(
          first.key() < other.first.key() ? first : other.first, documents + other.documents);
    }
  }

  private FirstDocuments(LocalDate smallestLastDay, SortedMap<LocalDate, Begun> byFirstDay) {
    this.smallestLastDay = smallestLastDay;
    this.byFirstDay = byFirstDay;
  }

  /** One document alone. */
  public static FirstDocuments of(Dated document) {
    SortedMap<LocalDate, Begun> byFirstDay = new TreeMap<>();
    byFirstDay.put(document.date().first(), new Begun(document, 1));
    return new FirstDocuments(document.date().last(), byFirstDay);
  }

  /** The first of two disjoint sets of documents; null stands for no document. */
  public static @Nullable FirstDocuments ofBoth(
      @Nullable FirstDocuments one, @Nullable FirstDocuments other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    if (one.precedes(other)) {
      return one;
    }
    return other.precedes(one) ? other : one.plus(other);
  }

  private FirstDocuments plus(FirstDocuments other) {
    LocalDate last =
        smallestLastDay.isBefore(other.smallestLastDay) ? smallestLastDay : other.smallestLastDay;
    SortedMap<LocalDate, Begun> sum = new TreeMap<>(byFirstDay);
    other.byFirstDay.forEach((day, begun) -> sum.merge(day, begun, Begun::plus));
    return new FirstDocuments(last, new TreeMap<>(sum.headMap(last.plusDays(1))));
  }

  /** The first day on which one of them may be: no document of all is before it. */
  public LocalDate firstDay() {
    return byFirstDay.firstKey();
  }

  /** The smallest last day of all documents: by then there was one for certain. */
  public LocalDate smallestLastDay() {
    return smallestLastDay;
  }

  /** Whether one of these documents is before all of the others, for certain. */
  public boolean precedes(FirstDocuments others) {
    return smallestLastDay.isBefore(others.firstDay());
  }

  /** The first of them in document order. */
  public Dated document() {
    return Collections.min(byFirstDay.values().stream().map(Begun::first).toList(), DOCUMENT_ORDER);
  }

  /** How many documents may be the first, 1 or more. */
  public long ties() {
    return byFirstDay.values().stream().mapToLong(Begun::documents).sum();
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putDay(smallestLastDay).putVarint(byFirstDay.size());
    for (Begun begun : byFirstDay.values()) {
      out.putLong(begun.first().key()).putString(begun.first().id());
      begun.first().date().pack(out);
      out.putVarint(begun.documents());
    }
  }

  /** Reads the packed form. */
  public static FirstDocuments unpack(PackedReader in) {
    LocalDate smallestLastDay = in.getDay();
    SortedMap<LocalDate, Begun> byFirstDay = new TreeMap<>();
    int days = in.getCount();
    for (int i = 0; i < days; i++) {
      Dated first = new Dated(in.getLong(), in.getString(), KnownDate.unpack(in));
      byFirstDay.put(first.date().first(), new Begun(first, in.getVarint()));
    }
    return new FirstDocuments(smallestLastDay, byFirstDay);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FirstDocuments that
        && smallestLastDay.equals(that.smallestLastDay)
        && byFirstDay.equals(that.byFirstDay);
  }

  @Override
  public int hashCode() {
    return Objects.hash(smallestLastDay, byFirstDay);
  }

  @Override
  public String toString() {
    return "until " + smallestLastDay + " " + byFirstDay;
  }
}
