package org.zhengyu.transforms.model;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What leads some of the occurrences, or of the tokens, of one document where they are packed
 * together.
 *
 * @param docId the document
 * @param date the document's date; null when nothing is known of it
 * @param region the place it speaks for; null when that is not known
 */
public record DocumentHead(String docId, @Nullable KnownDate date, @Nullable Region region) {
  /**
   * The document as one that may be first; null without a date.
   *
   * @param key its place in the input
   */
  public @Nullable FirstDocuments ifDated(long key) {
    return date == null ? null : FirstDocuments.of(new FirstDocuments.Dated(key, docId, date));
  }

  /** Appends the packed form; the document's packed rows follow it. */
  public void pack(PackedWriter out) {
    out.putString(docId).putNullable(date, KnownDate::pack).putNullable(region, Region::pack);
  }

  /** Reads the packed form. */
  public static DocumentHead unpack(PackedReader in) {
    return new DocumentHead(
        in.getString(), in.getNullable(KnownDate::unpack), in.getNullable(Region::unpack));
  }
}
