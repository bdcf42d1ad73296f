package org.zhengyu.transforms.decode;

/** The bytes of a document within an array. */
final class Bytes {
  final byte[] array;
  final int offset;
  final int length;

  Bytes(byte[] array, int offset, int length) {
    this.array = array;
    this.offset = offset;
    this.length = length;
  }

  int at(int index) {
    return array[offset + index] & 0xFF;
  }

  int firstBeyondAscii() {
    int i = 0;
    while (i < length && at(i) < 0x80) {
      i++;
    }
    return i;
  }

  /** Whether the first bytes are those of a signature written in ISO 8859-1. */
  boolean startsWith(String signature) {
    if (length < signature.length()) {
      return false;
    }
    for (int i = 0; i < signature.length(); i++) {
      if (at(i) != signature.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
