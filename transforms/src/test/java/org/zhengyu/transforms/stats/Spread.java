package org.zhengyu.transforms.stats;

import java.util.Arrays;

/** A word in all the parts of a corpus, also in those without it. */
final class Spread {
  private Spread() {}

  static PartCounts of(long[] counts, long[] sizes) {
    DispersionAccumulator accumulator = new DispersionAccumulator();
    for (int i = 0; i < sizes.length; i++) {
      accumulator.add(counts[i], sizes[i]);
    }
    return accumulator.within(parts(sizes));
  }

  static Parts parts(long[] sizes) {
    return new Parts(
        sizes.length, Arrays.stream(sizes).sum(), Arrays.stream(sizes).min().orElseThrow());
  }
}
