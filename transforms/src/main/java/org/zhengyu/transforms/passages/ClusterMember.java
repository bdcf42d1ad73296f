package org.zhengyu.transforms.passages;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A document that may be in a cluster.
 *
 * @param key its place in the input
 * @param id its name
 * @param date what is known of its date; null without one
 */
record ClusterMember(long key, String id, @Nullable KnownDate date) {
  /** The current document. */
  static ClusterMember of(DocumentTokens tokens) {
    return new ClusterMember(
        tokens.document().key(), tokens.document().id(), tokens.standing().date());
  }

  DocumentOrder order() {
    return DocumentOrder.of(date, key);
  }

  void pack(PackedWriter out) {
    out.putLong(key).putString(id).putNullable(date, KnownDate::pack);
  }

  static ClusterMember unpack(PackedReader in) {
    return new ClusterMember(in.getLong(), in.getString(), in.getNullable(KnownDate::unpack));
  }
}
