package org.zhengyu.transforms.model;

import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What became of the literal occurrences of one phrase, and when it was first and last used. Only
 * documents of which a date is known have a say in when.
 *
 * @param tf uses that are tokens
 * @param nested uses inside a longer token
 * @param overlapped uses that share characters with another phrase
 * @param df documents with a use
 * @param split occurrences that only have the characters of the phrase
 * @param guarded occurrences that are pieces of a longer number, or excluded
 * @param first the first use
 * @param last the last use
 */
public record PhraseCounts(
    long tf,
    long nested,
    long overlapped,
    long df,
    long split,
    long guarded,
    @Nullable Use first,
    @Nullable Use last) {

  /** No occurrence. */
  public static final PhraseCounts NONE = new PhraseCounts(0, 0, 0, 0, 0, 0, null, null);

  /**
   * A use of a phrase.
   *
   * @param date the earliest day that fits the document's date
   * @param docId the document
   */
  public record Use(LocalDate date, String docId) {
    boolean isBefore(Use other) {
      int byDate = date.compareTo(other.date);
      return byDate != 0 ? byDate < 0 : docId.compareTo(other.docId) < 0;
    }

    void pack(PackedWriter out) {
      out.putDay(date).putString(docId);
    }

    static Use unpack(PackedReader in) {
      return new Use(in.getDay(), in.getString());
    }
  }

  /**
   * The counts of one occurrence.
   *
   * @param use its document, if a date of that is known
   */
  public static PhraseCounts of(Occurrence occurrence, @Nullable Use use) {
    int inNewDocument = occurrence.firstUse() ? 1 : 0;
    return switch (occurrence.status()) {
      case TOKEN -> new PhraseCounts(1, 0, 0, inNewDocument, 0, 0, use, use);
      case NESTED -> new PhraseCounts(0, 1, 0, inNewDocument, 0, 0, use, use);
      case OVERLAPPED -> new PhraseCounts(0, 0, 1, inNewDocument, 0, 0, use, use);
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
        earlier(first, other.first),
        later(last, other.last));
  }

  static @Nullable Use earlier(@Nullable Use one, @Nullable Use other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable Use later(@Nullable Use one, @Nullable Use other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? other : one;
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(tf).putVarint(nested).putVarint(overlapped).putVarint(df);
    out.putVarint(split).putVarint(guarded);
    out.putNullable(first, Use::pack).putNullable(last, Use::pack);
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
        in.getNullable(Use::unpack),
        in.getNullable(Use::unpack));
  }
}
