package org.zhengyu.transforms.counting;

import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.stats.ReplicateSums;

/** Knows how often the terms of a facet's groups are in every replicate of the bootstrap. */
@FunctionalInterface
interface Resampling {
  /** Adds the occurrences of a term, given in UTF-8, to the sums of each group. */
  void addTo(ReplicateSums[] sums, byte[] term, TermEntry entry);
}
