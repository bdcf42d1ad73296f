package org.zhengyu.transforms;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.Shards;
import org.zhengyu.transforms.counting.TermTally;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;

/**
 * Counts the terms of each segmented split in the documents that count: frequencies in documents,
 * paragraphs, sentences and window slots. The counts leave in one block a bucket of terms, which is
 * of the shard of the split, by {@link Shards#number}; each has the sizes of the split.
 */
public final class CountTerms
    extends PTransform<PCollection<SegmentedSplit>, PCollection<KV<Integer, TermBlock>>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Admissions> admissions;
  private final int buckets;
  private final int window;
  private final Shards shards;

  private CountTerms(
      PCollectionView<Admissions> admissions, int buckets, int window, Shards shards) {
    this.admissions = admissions;
    this.buckets = buckets;
    this.window = window;
    this.shards = shards;
  }

  /**
   * Counts terms.
   *
   * @param admissions which documents count
   * @param buckets into how many buckets terms are dealt
   * @param window the reach of the window in words; 0 when its slots are not wanted
   */
  public static CountTerms of(PCollectionView<Admissions> admissions, int buckets, int window) {
    return new CountTerms(admissions, buckets, window, Shards.ONE);
  }

  /** Deals the splits to shards. */
  public CountTerms inShards(Shards many) {
    return new CountTerms(admissions, buckets, window, many);
  }

  @Override
  public PCollection<KV<Integer, TermBlock>> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("Count", ParDo.of(new Count(this)).withSideInputs(admissions))
        .setCoder(KvCoder.of(VarIntCoder.of(), TermBlock.coder()));
  }

  private static final class Count extends DoFn<SegmentedSplit, KV<Integer, TermBlock>> {
    private static final long serialVersionUID = 1L;

    private final CountTerms transform;

    Count(CountTerms transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      TermTally tally =
          TermTally.of(
              context.element(), context.sideInput(transform.admissions)::counts, transform.window);
      if (tally.isEmpty()) {
        return;
      }
      int shard = transform.shards.of(tally.firstKey());
      tally.deal(
          transform.buckets,
          (bucket, block) -> context.output(KV.of(transform.shards.number(bucket, shard), block)));
    }
  }
}
