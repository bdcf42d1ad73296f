package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.passages.JoinedSplit;

/**
 * Cuts the tokens of splits in chunks, by the keys of the splits: what splits are told reaches them
 * by a grouping with these. They are made once, however often the splits are told.
 */
public final class CutTokens
    extends PTransform<PCollection<SegmentedSplit>, PCollection<KV<Long, SortedRun>>> {
  private static final long serialVersionUID = 1L;

  private CutTokens() {}

  /** Cuts. */
  public static CutTokens inChunks() {
    return new CutTokens();
  }

  @Override
  public PCollection<KV<Long, SortedRun>> expand(PCollection<SegmentedSplit> splits) {
    return splits.apply("Cut", ParDo.of(new Cut())).setCoder(TellSplits.toldCoder());
  }

  private static final class Cut extends DoFn<SegmentedSplit, KV<Long, SortedRun>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element SegmentedSplit split, OutputReceiver<KV<Long, SortedRun>> chunks) {
      JoinedSplit.cut(split, (key, chunk) -> chunks.output(KV.of(key, chunk)));
    }
  }
}
