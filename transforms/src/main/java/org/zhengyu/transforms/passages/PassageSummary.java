package org.zhengyu.transforms.passages;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A passage in some documents.
 *
 * @param tokens its length
 * @param documents how many they are
 * @param occurrences the places where it stands
 * @param first those of the documents that may be the first; null where no date is known
 * @param example the first occurrence in the order of the input; null in other documents
 */
public record PassageSummary(
    int tokens,
    long documents,
    long occurrences,
    @Nullable FirstDocuments first,
    @Nullable Example example) {
  /**
   * An occurrence.
   *
   * @param key the place of its document in the input
   * @param docId the document
   * @param begin where it begins, in code points
   * @param end where it ends, excluded
   * @param text what stands there, as counted
   */
  public record Example(long key, String docId, long begin, long end, String text) {
    private void pack(PackedWriter out) {
      out.putLong(key).putString(docId).putVarint(begin).putVarint(end).putString(text);
    }

    private static Example unpack(PackedReader in) {
      return new Example(
          in.getLong(), in.getString(), in.getVarint(), in.getVarint(), in.getString());
    }
  }

  /** The same passage in these and in other documents. */
  public PassageSummary plus(PassageSummary other) {
    return new PassageSummary(
        tokens,
        documents + other.documents,
        occurrences + other.occurrences,
        FirstDocuments.ofBoth(first, other.first),
        example == null ? other.example : example);
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(tokens)
        .putVarint(documents)
        .putVarint(occurrences)
        .putNullable(first, FirstDocuments::pack)
        .putNullable(example, Example::pack);
  }

  /** Reads the packed form. */
  public static PassageSummary unpack(PackedReader in) {
    return new PassageSummary(
        in.getCount(),
        in.getVarint(),
        in.getVarint(),
        in.getNullable(FirstDocuments::unpack),
        in.getNullable(Example::unpack));
  }
}
