package org.zhengyu.transforms.model;

import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What leads some of the occurrences, or of the tokens, of one document where they are packed
 * together.
 *
 * @param docId the document
 * @param from the earliest day that fits the document's date; null when nothing is known of it
 */
public record DocumentHead(String docId, @Nullable LocalDate from) {
  /** Appends the packed form; the document's packed rows follow it. */
  public void pack(PackedWriter out) {
    out.putString(docId).putNullable(from, (day, each) -> each.putDay(day));
  }

  /** Reads the packed form. */
  public static DocumentHead unpack(PackedReader in) {
    return new DocumentHead(in.getString(), in.getNullable(PackedReader::getDay));
  }
}
