package org.zhengyu.transforms.decode;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests by which bytes are told apart; every Java platform has these two. */
public final class Digests {
  private Digests() {}

  /** A new SHA-256. */
  public static MessageDigest sha256() {
    return digest("SHA-256");
  }

  /** A new MD5: quicker, and not safe against those who want two texts to have the same. */
  public static MessageDigest md5() {
    return digest("MD5");
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has " + algorithm, e);
    }
  }
}
