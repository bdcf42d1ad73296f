package org.zhengyu.transforms.passages;

import java.util.Arrays;

/**
 * A sketch of a {@link ShingleSet}. Two documents agree in one of its numbers with the chance of
 * their similarity, which is the share of shared shingles in all of both (Broder 1997). One hash
 * serves all numbers: its range is divided, and each number is the smallest hash of a part (Li,
 * Owen and Zhang 2012); a part without any takes that of another (Shrivastava 2017).
 *
 * <p>Numbers are taken together in bands of {@value #ROWS}. Documents of similarity s have one of
 * the {@value #BANDS} bands in common with a chance of about 1 − (1 − s³)³²: 0.986 for a half,
 * 0.9999 for two thirds, 0.03 for a tenth.
 */
final class MinHashes {
  static final int BANDS = 32;
  private static final int ROWS = 3;
  private static final int PARTS = BANDS * ROWS;
  private static final long FACTOR = 0x9E3779B97F4A7C15L;
  private static final long NONE = -1;

  private MinHashes() {}

  /** A number for each band; of documents without a shingle there is none. */
  static long[] bandsOf(ShingleSet shingles) {
    long[] smallest = new long[PARTS];
    Arrays.fill(smallest, NONE);
    for (long hash : shingles.hashes()) {
      int part = Shingles.bucket(hash, PARTS);
      if (smallest[part] == NONE) {
        smallest[part] = hash;
      }
    }
    long[] bands = new long[BANDS];
    for (int band = 0; band < BANDS; band++) {
      long all = band;
      for (int row = 0; row < ROWS; row++) {
        all = Shingles.mix(all * FACTOR + ofPart(band * ROWS + row, smallest));
      }
      bands[band] = all;
    }
    return bands;
  }

  /** The smallest hash of a part, or of the first that has one in an order of its own. */
  private static long ofPart(int part, long[] smallest) {
    int from = part;
    for (long attempt = 1; smallest[from] == NONE; attempt++) {
      long random = Shingles.mix(part * FACTOR + attempt) >>> (Long.SIZE - Shingles.BITS);
      from = Shingles.bucket(random, PARTS);
    }
    return smallest[from];
  }
}
