package org.zhengyu.output;

import java.util.Arrays;

/**
 * Texts with numbers from 0, of which lists are made: a text that is in many of them is looked up
 * once. Texts are added and never changed; one of them may be there twice. Not thread-safe.
 */
public final class TextPool {

  private byte[][] texts = new byte[64][];
  private int size;

  /**
   * Adds a text.
   *
   * @param utf8 valid UTF-8 (which is not checked); kept, not to be changed
   * @return its number
   */
  public int add(byte[] utf8) {
    if (size == texts.length) {
      texts = Arrays.copyOf(texts, 2 * size);
    }
    texts[size] = utf8;
    return size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  byte[] get(int number) {
    return texts[number];
  }
}
