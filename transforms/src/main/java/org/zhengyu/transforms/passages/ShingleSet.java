package org.zhengyu.transforms.passages;

import java.util.Arrays;

/**
 * The shingles of a document that say how like another it is: each once, of {@value #LENGTH} words,
 * also across the ends of paragraphs, for a reprint may break its lines elsewhere.
 *
 * <p>Broder (1997), On the resemblance and containment of documents.
 */
final class ShingleSet {
  /** The words of a shingle. */
  static final int LENGTH = 5;

  private static final ShingleSet EMPTY = new ShingleSet(new long[0]);

  private final long[] hashes;

  private ShingleSet(long[] hashes) {
    this.hashes = hashes;
  }

  /** The shingles of a document; none if it is shorter than one. */
  static ShingleSet of(DocumentTokens tokens, long[] hashesOfTypes) {
    int count = tokens.count() - LENGTH + 1;
    if (count < 1) {
      return EMPTY;
    }
    long[] hashes = new long[tokens.count()];
    Shingles.hash(tokens, 0, tokens.count(), LENGTH, hashesOfTypes, hashes);
    Arrays.sort(hashes, 0, count);
    int size = 1;
    for (int i = 1; i < count; i++) {
      if (hashes[i] != hashes[size - 1]) {
        hashes[size++] = hashes[i];
      }
    }
    return new ShingleSet(Arrays.copyOf(hashes, size));
  }

  /** Their hashes, ascending; shared. */
  long[] hashes() {
    return hashes;
  }

  int size() {
    return hashes.length;
  }

  /** How many of some shingles, one at least and ascending by their hashes, are among these. */
  long common(long[] others) {
    long common = 0;
    int at = Arrays.binarySearch(hashes, others[0]);
    at = at < 0 ? -at - 1 : at;
    for (long other : others) {
      while (at < hashes.length && hashes[at] < other) {
        at++;
      }
      if (at == hashes.length) {
        break;
      }
      common += hashes[at] == other ? 1 : 0;
    }
    return common;
  }
}
