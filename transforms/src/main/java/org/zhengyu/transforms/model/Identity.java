package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What decides whether a document is admitted and counted.
 *
 * @param key its place in the input
 * @param id its name
 * @param uri the file that holds it
 * @param textKey equal for the same text; empty when the text has no token, for such texts are not
 *     duplicates of each other
 * @param rank of documents with the same text the lowest is the original, and of those with the
 *     same rank the first
 */
public record Identity(long key, String id, String uri, String textKey, int rank) {
  /** Appends the packed form, which sorts by key. */
  public void pack(PackedWriter out) {
    out.putLong(key).putString(id).putString(uri).putString(textKey).putInt(rank);
  }

  /** Reads the packed form. */
  public static Identity unpack(PackedReader in) {
    return new Identity(in.getLong(), in.getString(), in.getString(), in.getString(), in.getInt());
  }

  /** Appends the packed form that sorts by rank and key. */
  public void packByRank(PackedWriter out) {
    out.putInt(rank);
    pack(out);
  }

  /** Reads the packed form that sorts by rank. */
  public static Identity unpackByRank(PackedReader in) {
    in.getInt();
    return unpack(in);
  }
}
