package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What decides whether a document is admitted and counted.
 *
 * @param key its place in the input
 * @param id its name
 * @param uri the file that holds it
 * @param sha256 of its text, hexadecimal; empty when the text has no token, for such texts are not
 *     duplicates of each other
 */
public record Identity(long key, String id, String uri, String sha256) {
  /** Appends the packed form, which sorts by key. */
  public void pack(PackedWriter out) {
    out.putLong(key).putString(id).putString(uri).putString(sha256);
  }

  /** Reads the packed form. */
  public static Identity unpack(PackedReader in) {
    return new Identity(in.getLong(), in.getString(), in.getString(), in.getString());
  }
}
