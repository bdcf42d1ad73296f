package org.zhengyu.transforms.passages;

import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * A split together with what it is told: both travel as entries of runs under the key of the split,
 * the tokens in chunks, for whatever is sorted on its way must not be large.
 */
public final class JoinedSplit {
  private static final int CHUNK = 0;
  private static final int TOLD = 1;

  private final SegmentedSplit split;
  private final SortedRunMerge told;
  private final boolean isTold;

  private JoinedSplit(SegmentedSplit split, SortedRunMerge told, boolean isTold) {
    this.split = split;
    this.told = told;
    this.isTold = isTold;
  }

  /** Cuts the tokens of a split in chunks, and passes these on under its key. */
  public static void cut(SegmentedSplit split, SplitWriter.Receiver receiver) {
    PackedWriter packed = new PackedWriter();
    split.pack(packed);
    long keyOfSplit = split.key();
    PackedWriter key = new PackedWriter();
    PackedWriter chunk = new PackedWriter();
    int number = 0;
    for (int from = 0; from < packed.size(); from += BucketWriter.MOST_IN_RUN) {
      key.clear();
      key.putByte(CHUNK).putInt(number++);
      chunk.clear();
      chunk.putRaw(packed.array(), from, Math.min(BucketWriter.MOST_IN_RUN, packed.size() - from));
      receiver.run(keyOfSplit, new SortedRunBuilder().add(key, chunk).build());
    }
  }

  /** Begins the key of something that a split is told; what follows says in which order. */
  static PackedWriter startKey(PackedWriter key) {
    key.clear();
    return key.putByte(TOLD);
  }

  /** Joins all that is under the key of a split. */
  public static JoinedSplit of(Iterable<SortedRun> runs) {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    PackedWriter packed = new PackedWriter(BucketWriter.MOST_IN_RUN);
    boolean more = merge.nextKey();
    while (more && merge.key()[0] == CHUNK) {
      while (merge.nextValue()) {
        PackedReader chunk = merge.value();
        packed.putRaw(chunk.array(), chunk.position(), chunk.remaining());
      }
      more = merge.nextKey();
    }
    SegmentedSplit split =
        SegmentedSplit.unpack(new PackedReader(packed.array(), 0, packed.size()));
    return new JoinedSplit(split, merge, more);
  }

  /** The tokens. */
  public SegmentedSplit split() {
    return split;
  }

  /** Takes what the split is told. */
  interface Told {
    /** An entry: what stands behind {@link #startKey}, and its value. */
    void entry(PackedReader key, PackedReader value);
  }

  /** Hands over what the split is told, in the order of the keys; once, and each key once. */
  void tell(Told receiver) {
    for (boolean more = isTold; more; more = told.nextKey()) {
      byte[] key = told.key();
      told.nextValue();
      receiver.entry(new PackedReader(key, 1, key.length - 1), told.value());
    }
  }
}
