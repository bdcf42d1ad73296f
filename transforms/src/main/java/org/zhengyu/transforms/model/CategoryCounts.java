package org.zhengyu.transforms.model;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * How often the phrases of one category are used, with those of the categories within it.
 *
 * @param uses places where one is used: uses that share characters are one place
 * @param df documents with such a place
 * @param first the documents that may be the first with one, of those of which a date is known
 */
public record CategoryCounts(long uses, long df, @Nullable FirstDocuments first) {
  /** No use. */
  public static final CategoryCounts NONE = new CategoryCounts(0, 0, null);

  /** The counts in two disjoint sets of places together, of which at most one has a document. */
  public CategoryCounts plus(CategoryCounts other) {
    return new CategoryCounts(
        uses + other.uses, df + other.df, FirstDocuments.ofBoth(first, other.first));
  }

  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(uses).putVarint(df).putNullable(first, FirstDocuments::pack);
  }

  /** Reads the packed form. */
  public static CategoryCounts unpack(PackedReader in) {
    return new CategoryCounts(
        in.getVarint(), in.getVarint(), in.getNullable(FirstDocuments::unpack));
  }
}
