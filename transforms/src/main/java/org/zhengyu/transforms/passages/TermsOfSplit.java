package org.zhengyu.transforms.passages;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The terms of a split as passages are made of them. A sequence of words travels as their terms in
 * UTF-8, each with a byte behind it that no text has: so a sequence is the beginning of another in
 * bytes if it is one in words, and equal bytes are equal words in any split.
 */
final class TermsOfSplit {
  /** Ends a term. */
  static final int END = 0xFF;

  private final SegmentedSplit.Types types;
  private final String[] texts;
  private final int[] lengths;
  private final long[] hashes;

  TermsOfSplit(SegmentedSplit.Types types) {
    this.types = types;
    int size = types.size();
    texts = new String[size];
    lengths = new int[size];
    hashes = new long[size];
    for (int type = 0; type < size; type++) {
      byte[] term = types.term(type);
      texts[type] = new String(term, UTF_8);
      lengths[type] = texts[type].codePointCount(0, texts[type].length());
      hashes[type] = Shingles.hash(term);
    }
  }

  /** Of every type the code points of its term; shared. */
  int[] lengths() {
    return lengths;
  }

  /** Of every type a hash of its term, the same in every split; shared. */
  long[] hashes() {
    return hashes;
  }

  String text(int type) {
    return texts[type];
  }

  /** Appends the words of some tokens. */
  void put(int[] tokens, int from, int to, PackedWriter out) {
    for (int token = from; token < to; token++) {
      byte[] term = types.term(tokens[token]);
      out.putRaw(term, 0, term.length).putByte(END);
    }
  }

  /** Appends the term of a type as it is. */
  void putWord(int type, PackedWriter out) {
    byte[] term = types.term(type);
    out.putRaw(term, 0, term.length);
  }

  /** How many words these bytes are. */
  static int count(byte[] words, int length) {
    int count = 0;
    for (int i = 0; i < length; i++) {
      count += (words[i] & 0xFF) == END ? 1 : 0;
    }
    return count;
  }
}
