package org.zhengyu.transforms.counting;

import java.util.Arrays;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.ReplicateSums;

/**
 * What {@link GroupResampler} says of the shards of a bucket, added up term by term: asked facet by
 * facet, and in the order of the terms.
 */
final class ResampledRuns {
  private final SortedRunMerge merge;
  private final long[] inReplicates = new long[Bootstrap.REPLICATES];
  private boolean hasKey;

  ResampledRuns(Iterable<SortedRun> runs) {
    merge = SortedRunMerge.of(runs);
    hasKey = merge.nextKey();
  }

  static PackedWriter key(int facet, byte[] term) {
    return new PackedWriter(term.length + 1).putByte(facet).putRaw(term, 0, term.length);
  }

  /** The sums of a facet, later than those of the facet before. */
  Resampling ofFacet(int facet) {
    return (sums, term, entry) -> addTo(sums, key(facet, term).toByteArray());
  }

  private void addTo(ReplicateSums[] sums, byte[] key) {
    while (hasKey && Arrays.compareUnsigned(merge.key(), key) < 0) {
      hasKey = merge.nextKey();
    }
    if (!hasKey || !Arrays.equals(merge.key(), key)) {
      return;
    }
    while (merge.nextValue()) {
      PackedReader value = merge.value();
      while (value.hasMore()) {
        int group = value.getCount();
        for (int replicate = 0; replicate < inReplicates.length; replicate++) {
          inReplicates[replicate] = value.getVarint();
        }
        sums[group].add(inReplicates);
      }
    }
  }
}
