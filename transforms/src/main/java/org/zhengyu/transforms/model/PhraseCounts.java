package org.zhengyu.transforms.model;

import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.segment.MatchStatus;

/**
 * What became of the literal occurrences of one phrase, and when it was first and last used. Only
 * documents of which a date is known have a say in when.
 *
 * @param tf uses that are tokens
 * @param nested uses inside a longer token
 * @param overlapped uses that share characters with another phrase, or with a word that they begin
 *     in
 * @param df documents with a use
 * @param split occurrences that only have the characters of the phrase
 * @param guarded occurrences that are pieces of a longer number, or excluded
 * @param first the documents that may be the first with a use
 * @param last the latest day on which one with a use may begin
 */
public record PhraseCounts(
    long tf,
    long nested,
    long overlapped,
    long df,
    long split,
    long guarded,
    @Nullable FirstDocuments first,
    @Nullable LocalDate last) {

  /** No occurrence. */
  public static final PhraseCounts NONE = new PhraseCounts(0, 0, 0, 0, 0, 0, null, null);

  /**
   * The counts of one occurrence.
   *
   * @param document its document, if a date of that is known
   */
  public static PhraseCounts of(Occurrence occurrence, @Nullable FirstDocuments document) {
    if (!occurrence.firstUse()) {
      return of(occurrence.status(), 0, null, null);
    }
    LocalDate day = document == null ? null : document.document().date().first();
    return of(occurrence.status(), 1, document, day);
  }

  private static PhraseCounts of(
      MatchStatus status, int df, @Nullable FirstDocuments first, @Nullable LocalDate last) {
    return switch (status) {
      case TOKEN -> new PhraseCounts(1, 0, 0, df, 0, 0, first, last);
      case NESTED -> new PhraseCounts(0, 1, 0, df, 0, 0, first, last);
      case OVERLAPPED -> new PhraseCounts(0, 0, 1, df, 0, 0, first, last);
      case SPLIT -> new PhraseCounts(0, 0, 0, 0, 1, 0, null, null);
      case GUARDED -> new PhraseCounts(0, 0, 0, 0, 0, 1, null, null);
    };
  }

  /** All uses. */
  public long uses() {
    return tf + nested + overlapped;
  }

  /** All literal occurrences. */
  public long literal() {
    return uses() + split + guarded;
  }

  /** The counts in two disjoint sets of documents together. */
  public PhraseCounts plus(PhraseCounts other) {
    return new PhraseCounts(
        tf + other.tf,
        nested + other.nested,
        overlapped + other.overlapped,
        df + other.df,
        split + other.split,
        guarded + other.guarded,
        FirstDocuments.ofBoth(first, other.first),
        later(last, other.last));
  }

  private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(tf).putVarint(nested).putVarint(overlapped).putVarint(df);
    out.putVarint(split).putVarint(guarded);
    out.putNullable(first, FirstDocuments::pack);
    out.putNullable(last, (day, each) -> each.putDay(day));
  }

  /** Reads the packed form. */
  public static PhraseCounts unpack(PackedReader in) {
    return new PhraseCounts(
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getVarint(),
        in.getNullable(FirstDocuments::unpack),
        in.getNullable(PackedReader::getDay));
  }
}
