package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.List;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Finds the documents that have a band in common, and tells the split of the earlier one with which
 * it is to be compared. Of those with the same band each is compared with the first {@value #MOST}
 * in their order and no others: an original is among the first of what is like it, and a form that
 * is filled in ten thousand times does not lead to all pairs of these.
 */
public final class BandMerge {
  static final int MOST = 32;

  private record Member(DocumentOrder order, long split) {}

  private BandMerge() {}

  /** Merges a bucket. */
  public static void merge(Iterable<SortedRun> runs, SplitWriter out) {
    List<Member> first = new ArrayList<>();
    long current = 0;
    PackedWriter key = new PackedWriter();
    PackedWriter nothing = new PackedWriter(1);
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      merge.nextValue();
      PackedReader in = new PackedReader(merge.key());
      long band = in.getLong();
      Member member = new Member(DocumentOrder.unpack(in), merge.value().getLong());
      if (band != current) {
        first.clear();
        current = band;
      }
      for (Member earlier : first) {
        JoinedSplit.startKey(key)
            .putLong(earlier.order.key())
            .putLong(member.split)
            .putLong(member.order.key());
        out.add(earlier.split, key, nothing);
      }
      if (first.size() < MOST) {
        first.add(member);
      }
    }
    out.passAll();
  }
}
