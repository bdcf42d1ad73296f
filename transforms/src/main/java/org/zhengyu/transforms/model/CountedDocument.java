package org.zhengyu.transforms.model;

import java.util.List;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A document as counting knows it.
 *
 * @param key its place in the input, see {@link DocumentKey}
 * @param id its name
 * @param tokens its length in tokens
 * @param groups its value of every facet by which documents are grouped, in the order of the
 *     facets; empty where it is not known
 */
public record CountedDocument(long key, String id, long tokens, List<String> groups) {
  /** Copies the list. */
  public CountedDocument {
    groups = List.copyOf(groups);
  }

  void pack(PackedWriter out) {
    out.putLong(key)
        .putString(id)
        .putVarint(tokens)
        .putList(groups, (group, each) -> each.putString(group));
  }

  static CountedDocument unpack(PackedReader in) {
    return new CountedDocument(
        in.getLong(), in.getString(), in.getVarint(), in.getList(PackedReader::getString));
  }
}
