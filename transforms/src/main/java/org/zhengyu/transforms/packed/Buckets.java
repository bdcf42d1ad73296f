package org.zhengyu.transforms.packed;

/** Which bucket a key belongs to: the same on every worker, runner and machine. */
public final class Buckets {
  private Buckets() {}

  /** The bucket, from 0 to {@code buckets - 1}, of a key by a hash of its bytes. */
  public static int of(byte[] key, int buckets) {
    int hash = 0;
    for (byte b : key) {
      hash = hash * 31 + b;
    }
    hash *= 0x9E3779B9;
    return Math.floorMod(hash ^ (hash >>> 15), buckets);
  }
}
