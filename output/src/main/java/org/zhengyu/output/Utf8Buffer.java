package org.zhengyu.output;

/** A text in UTF-8, encoded into an array that is used again. */
final class Utf8Buffer {

  private byte[] bytes = new byte[64];
  private int length;

  byte[] array() {
    return bytes;
  }

  int length() {
    return length;
  }

  /** A surrogate without its partner, which UTF-8 cannot express, becomes U+FFFD. */
  void set(CharSequence text) {
    length = 0;
    reserve(3L * text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        bytes[length++] = (byte) c;
      } else if (c < 0x800) {
        bytes[length++] = (byte) (0xC0 | (c >> 6));
        bytes[length++] = continuation(c);
      } else if (!Character.isSurrogate(c)) {
        putThree(c);
      } else if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
        int codePoint = Character.toCodePoint(c, text.charAt(++i));
        bytes[length++] = (byte) (0xF0 | (codePoint >> 18));
        bytes[length++] = continuation(codePoint >> 12);
        bytes[length++] = continuation(codePoint >> 6);
        bytes[length++] = continuation(codePoint);
      } else {
        putThree('\uFFFD');
      }
    }
  }

  private void putThree(char c) {
    bytes[length++] = (byte) (0xE0 | (c >> 12));
    bytes[length++] = continuation(c >> 6);
    bytes[length++] = continuation(c);
  }

  private static byte continuation(int bits) {
    return (byte) (0x80 | (bits & 0x3F));
  }

  private void reserve(long capacity) {
    if (capacity > bytes.length) {
      bytes = new byte[Math.toIntExact(Math.max(capacity, 2L * bytes.length))];
    }
  }
}
