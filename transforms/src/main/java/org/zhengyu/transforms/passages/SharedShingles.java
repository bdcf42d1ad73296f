package org.zhengyu.transforms.passages;

import java.util.Arrays;

/** The shingles of one split that stand in several documents of the corpus. */
final class SharedShingles {
  private static final int INDEX_BITS = 16;

  /** Sorted: the hash, and behind it one bit that says whether a passage may begin with it. */
  private long[] shingles = new long[1 << 12];

  private int size;

  /** Where the hashes with the same first bits begin. */
  private final int[] starts = new int[(1 << INDEX_BITS) + 1];

  /** What a split was told of its shingles. */
  SharedShingles(JoinedSplit split) {
    split.tell((key, value) -> add(key.getLong(), value.getBoolean()));
    int next = 0;
    for (int first = 0; first < starts.length; first++) {
      while (next < size && (int) (shingles[next] >>> 1 >>> shift()) < first) {
        next++;
      }
      starts[first] = next;
    }
  }

  private static int shift() {
    return Shingles.BITS - INDEX_BITS;
  }

  private void add(long hash, boolean mayBegin) {
    if (size == shingles.length) {
      shingles = Arrays.copyOf(shingles, 2 * size);
    }
    shingles[size++] = hash << 1 | (mayBegin ? 1 : 0);
  }

  private int find(long hash) {
    int first = (int) (hash >>> shift());
    int at = Arrays.binarySearch(shingles, starts[first], starts[first + 1], hash << 1 | 1);
    if (at >= 0) {
      return at;
    }
    int before = -at - 1;
    return before > starts[first] && shingles[before - 1] >>> 1 == hash ? before - 1 : -1;
  }

  /** Whether the shingle stands in several documents. */
  boolean contains(long hash) {
    return find(hash) >= 0;
  }

  /** Whether it does, and not always behind the same word. */
  boolean mayBegin(long hash) {
    int at = find(hash);
    return at >= 0 && (shingles[at] & 1) != 0;
  }
}
