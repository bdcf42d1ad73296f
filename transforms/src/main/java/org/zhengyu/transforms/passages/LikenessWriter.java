package org.zhengyu.transforms.passages;

import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Writes which documents are like earlier ones, for {@link DuplicateClusters}: all in one bucket,
 * in the order of the later document; behind what is known of it, the earlier ones in their order.
 */
final class LikenessWriter {
  static final int DOCUMENT = 0;
  static final int LIKENESS = 1;

  private final BucketWriter out;
  private final PackedWriter key = new PackedWriter();
  private final PackedWriter value = new PackedWriter();

  LikenessWriter(BucketWriter out) {
    this.out = out;
  }

  /**
   * Writes that a document is like an earlier one.
   *
   * @param role its role if that one is an original
   * @param similarity how like it is, 0 to 1
   */
  void add(ClusterMember later, ClusterMember earlier, DuplicateRole role, double similarity) {
    describe(earlier);
    describe(later);
    value.clear();
    value.putDouble(similarity);
    key.clear();
    later.order().pack(key).putByte(LIKENESS).putEnum(role);
    earlier.order().pack(key);
    out.add(0, key, value);
  }

  private void describe(ClusterMember document) {
    value.clear();
    document.pack(value);
    key.clear();
    document.order().pack(key).putByte(DOCUMENT);
    out.add(0, key, value);
  }
}
