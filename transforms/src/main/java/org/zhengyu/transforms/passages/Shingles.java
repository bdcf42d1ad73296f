package org.zhengyu.transforms.passages;

/**
 * Hashes of shingles: as many tokens in a row as the shortest passage has. They depend on the terms
 * alone, so they are the same in every split. That two shingles have the same hash costs time and
 * changes nothing, for what is found by hashes is compared word by word.
 */
final class Shingles {
  /** Where no shingle begins, because the piece ends before. */
  static final long NONE = -1;

  /** The bits of a hash. */
  static final int BITS = 62;

  private static final long FACTOR = 0x9E3779B97F4A7C15L;

  private Shingles() {}

  /** The hash of a term. */
  static long hash(byte[] term) {
    long hash = 0;
    for (byte b : term) {
      hash = (hash ^ b) * FACTOR;
      hash ^= hash >>> 32;
    }
    return mix(hash);
  }

  /** The finalizer of MurmurHash3 (Appleby 2011), which is in the public domain. */
  static long mix(long hash) {
    long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  /**
   * The hashes of the shingles of a document, by the token with which each begins.
   *
   * @param length how many tokens a shingle has
   * @param hashesOfTypes of every type the hash of its term
   * @param reused taken for the answer if it is long enough
   */
  static long[] of(DocumentTokens tokens, int length, long[] hashesOfTypes, long[] reused) {
    long[] hashes = reused.length >= tokens.count() ? reused : new long[2 * tokens.count()];
    for (int piece = 0; piece < tokens.pieces(); piece++) {
      hash(tokens, tokens.pieceBegin(piece), tokens.pieceEnd(piece), length, hashesOfTypes, hashes);
    }
    return hashes;
  }

  /** Puts the hashes of the shingles that lie between two tokens where each begins. */
  static void hash(
      DocumentTokens tokens, int begin, int end, int length, long[] hashesOfTypes, long[] hashes) {
    long power = 1;
    for (int i = 0; i < length; i++) {
      power *= FACTOR;
    }
    int[] types = tokens.types();
    long rolling = 0;
    for (int token = begin; token < end; token++) {
      hashes[token] = NONE;
      rolling = rolling * FACTOR + hashesOfTypes[types[token]];
      int first = token - length + 1;
      if (first > begin) {
        rolling -= power * hashesOfTypes[types[first - 1]];
      }
      if (first >= begin) {
        hashes[first] = mix(rolling) >>> (Long.SIZE - BITS);
      }
    }
  }

  /** The hash of the shingle that begins a passage. */
  static long of(int[] passage, int length, long[] hashesOfTypes) {
    long rolling = 0;
    for (int word = 0; word < length; word++) {
      rolling = rolling * FACTOR + hashesOfTypes[passage[word]];
    }
    return mix(rolling) >>> (Long.SIZE - BITS);
  }

  /** The bucket of a hash: the smaller hash is in no later bucket. */
  static int bucket(long hash, int buckets) {
    return (int) (((hash >>> (BITS / 2)) * buckets) >>> (BITS / 2));
  }
}
