package org.zhengyu.transforms.expressions;

import java.time.LocalDate;
import java.util.Objects;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A place where an expression occurs.
 *
 * @param date the earliest day that fits the document's date; null when nothing is known of it
 * @param docId the document
 * @param begin where it begins in the decoded document, in code points
 * @param end where it ends, excluded
 * @param context what it stands in, as counted
 */
public record Example(@Nullable LocalDate date, String docId, int begin, int end, String context) {
  /** Whether it stands before another by date, one without a date last, by document and place. */
  boolean isBefore(Example other) {
    if (!Objects.equals(date, other.date)) {
      return other.date == null || (date != null && date.isBefore(other.date));
    }
    int byDocument = docId.compareTo(other.docId);
    return byDocument == 0 ? begin < other.begin : byDocument < 0;
  }

  static Example earlier(@Nullable Example one, @Nullable Example other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return other.isBefore(one) ? other : one;
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putNullable(date, (day, each) -> each.putDay(day))
        .putString(docId)
        .putVarint(begin)
        .putVarint(end)
        .putString(context);
  }

  /** Reads the packed form. */
  public static Example unpack(PackedReader in) {
    return new Example(
        in.getNullable(PackedReader::getDay),
        in.getString(),
        in.getCount(),
        in.getCount(),
        in.getString());
  }
}
