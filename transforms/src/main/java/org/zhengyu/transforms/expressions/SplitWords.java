package org.zhengyu.transforms.expressions;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.segment.PartOfSpeech;

/** The types of a split as words of expressions: each with its text, length, hash and roles. */
final class SplitWords {
  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private final SegmentedSplit.Types types;
  private final String[] texts;
  private final int[] lengths;
  private final long[] hashes;
  private final long[] powers;
  private final byte[] roles;
  private final boolean[] phrases;

  SplitWords(SegmentedSplit.Types types, WordRoles wordRoles) {
    this.types = types;
    int size = types.size();
    texts = new String[size];
    lengths = new int[size];
    hashes = new long[size];
    powers = new long[size];
    roles = new byte[size];
    phrases = new boolean[size];
    for (int type = 0; type < size; type++) {
      String text = new String(types.term(type), UTF_8);
      texts[type] = text;
      lengths[type] = text.codePointCount(0, text.length());
      hashes[type] = hash(0, text);
      powers[type] = power(text.length());
      phrases[type] = types.phrase(type) >= 0;
      roles[type] = phrases[type] ? 0 : (byte) wordRoles.of(text, PartOfSpeech.of(types.tag(type)));
    }
  }

  /** The hash of a text behind one whose hash is known: that of both together. */
  static long hash(long before, CharSequence text) {
    long hash = before;
    for (int i = 0; i < text.length(); i++) {
      hash = hash * FACTOR + text.charAt(i);
    }
    return hash;
  }

  static long hash(long before, char next) {
    return before * FACTOR + next;
  }

  private static long power(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= FACTOR;
    }
    return power;
  }

  /** The hash of a text with the type behind it. */
  long hash(long before, int type) {
    return before * powers[type] + hashes[type];
  }

  /** The term. */
  String text(int type) {
    return texts[type];
  }

  /** The term in UTF-8; shared, not to be changed. */
  byte[] term(int type) {
    return types.term(type);
  }

  /** Of every type the code points of its term; shared. */
  int[] lengths() {
    return lengths;
  }

  int length(int type) {
    return lengths[type];
  }

  /** Whether the type has any of these roles, see {@link WordRoles}. */
  boolean is(int type, int anyRole) {
    return (roles[type] & anyRole) != 0;
  }

  boolean isPhrase(int type) {
    return phrases[type];
  }
}
