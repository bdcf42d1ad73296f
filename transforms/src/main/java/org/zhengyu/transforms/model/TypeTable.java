package org.zhengyu.transforms.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The types (distinct terms) of one split of text, numbered from 0 in the order of their first
 * appearance. Looking up a slice of a sentence allocates nothing unless the type is new.
 */
public final class TypeTable {
  private static final int PHRASE_NONE = -1;

  private String[] terms = new String[1024];

  /** The terms in UTF-8, of those for which it was asked. */
  private byte[][] utf8 = new byte[1024][];

  private byte[] tags = new byte[1024];
  private boolean[] content = new boolean[1024];
  private int[] phrases = new int[1024];
  private int size;

  /** Open addressing: type number + 1, or 0 where free. At most half full. */
  private int[] slots = new int[4096];

  /** The number of types. */
  public int size() {
    return size;
  }

  /** The type's term. */
  public String term(int type) {
    return terms[type];
  }

  /** The type's term in UTF-8; shared, not to be changed. */
  public byte[] utf8(int type) {
    byte[] bytes = utf8[type];
    if (bytes == null) {
      bytes = terms[type].getBytes(UTF_8);
      utf8[type] = bytes;
    }
    return bytes;
  }

  /** The type's part of speech, as the segmenter numbers them. */
  public int tag(int type) {
    return tags[type] & 0xFF;
  }

  /** Whether the type may enter the vocabulary by its frequency. */
  public boolean isContent(int type) {
    return content[type];
  }

  /** The lexicon phrase that the type is, or -1. */
  public int phrase(int type) {
    return phrases[type];
  }

  /** The number of the type that the slice spells, or -1 when it is not here yet. */
  public int find(String text, int begin, int end) {
    int slot = slotOf(text, begin, end);
    return slots[slot] - 1;
  }

  /**
   * Adds a type that {@link #find} did not find.
   *
   * @return its number
   */
  public int add(String term, int tag, boolean isContent, int phrase) {
    if (size == terms.length) {
      int grown = size * 2;
      terms = Arrays.copyOf(terms, grown);
      utf8 = Arrays.copyOf(utf8, grown);
      tags = Arrays.copyOf(tags, grown);
      content = Arrays.copyOf(content, grown);
      phrases = Arrays.copyOf(phrases, grown);
    }
    if (size * 2 >= slots.length) {
      rehash();
    }
    terms[size] = term;
    tags[size] = (byte) tag;
    content[size] = isContent;
    phrases[size] = phrase;
    slots[slotOf(term, 0, term.length())] = size + 1;
    return size++;
  }

  /**
   * Sees a type again. A word's tag may differ from place to place; the smallest is kept, so that
   * it does not depend on which place came first.
   */
  public void seeAgain(int type, int tag, boolean isContent) {
    if (tag < tag(type) && phrases[type] == PHRASE_NONE) {
      tags[type] = (byte) tag;
      content[type] = isContent;
    }
  }

  private int slotOf(String text, int begin, int end) {
    int hash = 0;
    for (int i = begin; i < end; i++) {
      hash = hash * 31 + text.charAt(i);
    }
    hash *= 0x9E3779B9;
    int mask = slots.length - 1;
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (slots[slot] != 0 && !spells(terms[slots[slot] - 1], text, begin, end)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static boolean spells(String term, String text, int begin, int end) {
    return term.length() == end - begin && text.startsWith(term, begin);
  }

  private void rehash() {
    slots = new int[slots.length * 2];
    for (int type = 0; type < size; type++) {
      slots[slotOf(terms[type], 0, terms[type].length())] = type + 1;
    }
  }
}
