package org.zhengyu.transforms.decode;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The first bytes by which a file may say in which encoding it is. They are no part of the text.
 */
public enum ByteOrderMark {
  /** Of UTF-8. */
  UTF_8(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
  /** Of UTF-32, low bytes first; before UTF-16, with whose mark it begins. */
  UTF_32LE(Charset.forName("UTF-32LE"), "\u00FF\u00FE\0\0"),
  /** Of UTF-32, high bytes first. */
  UTF_32BE(Charset.forName("UTF-32BE"), "\0\0\u00FE\u00FF"),
  /** Of UTF-16, low bytes first. */
  UTF_16LE(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
  /** Of UTF-16, high bytes first. */
  UTF_16BE(StandardCharsets.UTF_16BE, "\u00FE\u00FF"),
  /** Of GB18030. */
  GB18030(Charset.forName("GB18030"), "\u00841\u00953");

  /** No mark has more bytes. */
  public static final int MAX_LENGTH = 4;

  private final Charset charset;
  private final String signature;

  ByteOrderMark(Charset charset, String signature) {
    this.charset = charset;
    this.signature = signature;
  }

  /** The mark that a file begins with, by its first {@link #MAX_LENGTH} bytes; null without one. */
  public static @Nullable ByteOrderMark of(byte[] head) {
    return of(new Bytes(head, 0, head.length));
  }

  static @Nullable ByteOrderMark of(Bytes document) {
    for (ByteOrderMark mark : values()) {
      if (document.startsWith(mark.signature)) {
        return mark;
      }
    }
    return null;
  }

  /** The encoding that it stands for. */
  public Charset charset() {
    return charset;
  }

  /** Its length in bytes, at most {@link #MAX_LENGTH}. */
  public int length() {
    return signature.length();
  }
}
