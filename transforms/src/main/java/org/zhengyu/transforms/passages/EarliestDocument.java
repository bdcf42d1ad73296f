package org.zhengyu.transforms.passages;

import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Of some dated documents the one whose date ends first, and what is known of the others. To add a
 * document again changes nothing, so that whoever has several occurrences need not be known.
 *
 * @param key its place in the input
 * @param id its name
 * @param standing what is known of it; its date is
 * @param nextFirst the smallest first day of the others; null without others
 */
record EarliestDocument(
    long key, String id, DocumentStanding standing, @Nullable LocalDate nextFirst) {

  /** A document alone; null without a date, for then it has no say. */
  static @Nullable EarliestDocument of(DocumentTokens tokens) {
    return tokens.standing().date() == null
        ? null
        : new EarliestDocument(
            tokens.document().key(), tokens.document().id(), tokens.standing(), null);
  }

  /** Of both; null stands for no document. */
  static @Nullable EarliestDocument ofBoth(
      @Nullable EarliestDocument one, @Nullable EarliestDocument other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one.plus(other) : other.plus(one);
  }

  private boolean isBefore(EarliestDocument other) {
    int order = last().compareTo(other.last());
    return order != 0 ? order < 0 : key < other.key;
  }

  private EarliestDocument plus(EarliestDocument later) {
    LocalDate next = earlier(nextFirst, later.nextFirst);
    if (later.key != key) {
      next = earlier(next, later.standing.date().first());
    }
    return new EarliestDocument(key, id, standing, next);
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  /** The last day that may be its date: the smallest of all documents. */
  LocalDate last() {
    return standing.date().last();
  }

  /** Whether it precedes all others for certain. */
  boolean isCertain() {
    return nextFirst == null || nextFirst.isAfter(last());
  }

  void pack(PackedWriter out) {
    out.putLong(key).putString(id);
    standing.pack(out);
    out.putNullable(nextFirst, (day, each) -> each.putDay(day));
  }

  static EarliestDocument unpack(PackedReader in) {
    return new EarliestDocument(
        in.getLong(),
        in.getString(),
        DocumentStanding.unpack(in),
        in.getNullable(PackedReader::getDay));
  }
}
