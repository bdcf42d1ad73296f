package org.zhengyu.transforms;

import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.passages.JoinedSplit;

/**
 * Joins what splits are told with their tokens, by a grouping: what a {@link JoinedSplit} is made
 * of. As a side input every worker would hold what all splits are told.
 */
final class TellSplits
    extends PTransform<
        PCollection<KV<Long, SortedRun>>, PCollection<KV<Long, Iterable<SortedRun>>>> {
  private static final long serialVersionUID = 1L;

  private final transient PCollection<KV<Long, SortedRun>> chunks;

  private TellSplits(PCollection<KV<Long, SortedRun>> chunks) {
    this.chunks = chunks;
  }

  /** Tells the splits of these chunks, see {@link CutTokens}. */
  static TellSplits of(PCollection<KV<Long, SortedRun>> chunks) {
    return new TellSplits(chunks);
  }

  /** The coder of what splits are told, by their keys. */
  static Coder<KV<Long, SortedRun>> toldCoder() {
    return KvCoder.of(VarLongCoder.of(), SortedRun.coder());
  }

  @Override
  public PCollection<KV<Long, Iterable<SortedRun>>> expand(PCollection<KV<Long, SortedRun>> told) {
    return PCollectionList.of(chunks)
        .and(told)
        .apply("TokensAndTold", Flatten.pCollections())
        .apply("Join", GroupByKey.create());
  }
}
