package org.zhengyu.transforms.counting;

import java.io.Serializable;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * Deals documents to shards, as buckets deal terms: the postings of a bucket lie in one slot for
 * each shard, so that a word of every document is in no slot whole.
 *
 * @param count how many shards there are, at least 1
 */
public record Shards(int count) implements Serializable {
  /** All documents together. */
  public static final Shards ONE = new Shards(1);

  /** The shard of a split, by the key of one of its documents. */
  public int of(long documentKey) {
    return Buckets.of(new PackedWriter().putLong(documentKey).toByteArray(), count);
  }

  /** The number of what a shard has of a bucket. */
  public int number(int bucket, int shard) {
    return Math.addExact(Math.multiplyExact(bucket, count), shard);
  }

  /** The bucket of which a number is. */
  public int bucket(int number) {
    return number / count;
  }
}
