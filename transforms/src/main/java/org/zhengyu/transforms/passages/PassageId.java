package org.zhengyu.transforms.passages;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.zhengyu.transforms.decode.Digests;

/**
 * The name of a passage: the first 12 bytes of the SHA-256 of its words. So a passage has the same
 * name in every result; two that share one are to be expected from some 10¹⁴ passages on.
 */
public final class PassageId {
  static final int BYTES = 12;

  private PassageId() {}

  static byte[] of(byte[] words, int from, int to) {
    MessageDigest digest = Digests.sha256();
    digest.update(words, from, to - from);
    return Arrays.copyOf(digest.digest(), BYTES);
  }

  /** As the tables have it, from what a key begins with. */
  public static String toString(byte[] key) {
    return HexFormat.of().formatHex(key, 0, BYTES);
  }
}
