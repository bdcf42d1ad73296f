package org.zhengyu.transforms;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.BooleanCoder;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.counting.GatheredSummaries;
import org.zhengyu.transforms.counting.Shards;
import org.zhengyu.transforms.counting.TermMerge;
import org.zhengyu.transforms.counting.TermSummary;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.TermBlock;

/**
 * Merges the counts of all splits, one bucket of terms at a time, and proposes the bucket's terms
 * for the vocabulary: every phrase, and the most frequent content terms.
 *
 * <p>Where documents are dealt to shards, the blocks of a bucket are merged shard by shard and meet
 * summed up, see {@link TermSummary}; what the sums say of the whole corpus goes back to the
 * shards, which alone have the postings of each document.
 */
public final class MergeTerms
    extends PTransform<PCollection<KV<Integer, TermBlock>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The merged buckets, whose documents may be summed up. */
  public static final TupleTag<KV<Integer, TermBlock>> TERMS = new TupleTag<>("terms") {};

  /** The same with the postings of each document, by bucket and shard. */
  public static final TupleTag<KV<Integer, TermBlock>> POSTINGS = new TupleTag<>("postings") {};

  /** Where there are several shards, the sums of each, which {@link #TERMS} are merged from. */
  public static final TupleTag<KV<Integer, TermBlock>> SUMMARIES = new TupleTag<>("summaries") {};

  /** What each bucket proposes for the vocabulary. */
  public static final TupleTag<ProposedTerms> PROPOSALS = new TupleTag<>("proposals") {};

  /** The sizes of the corpus and the number of types, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private static final TellApart SMALL =
      TellApart.of(PROPOSALS, ProposedTerms.coder()).and(FACTS, RunFact.coder());

  /** Every bucket knows the sizes of the corpus; this one tells them. */
  private static final int TELLING_BUCKET = 0;

  private final VocabularyLimits limits;
  private final Shards shards;

  private MergeTerms(VocabularyLimits limits, Shards shards) {
    this.limits = limits;
    this.shards = shards;
  }

  /**
   * Merges terms.
   *
   * @param limits which terms to propose
   */
  public static MergeTerms within(VocabularyLimits limits) {
    return new MergeTerms(limits, Shards.ONE);
  }

  /** Takes blocks by bucket and shard. */
  public MergeTerms fromShards(Shards many) {
    return new MergeTerms(limits, many);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, TermBlock>> blocks) {
    if (shards.count() == 1) {
      PCollectionTuple merged = merge(blocks);
      return merged.and(POSTINGS, merged.get(TERMS));
    }
    PCollection<KV<Integer, TermBlock>> summaries =
        blocks
            .apply("GatherShards", GroupByKey.create())
            .apply("SumUp", ParDo.of(new SumUp(this)))
            .setCoder(blockCoder());
    PCollectionTuple merged = merge(summaries).and(SUMMARIES, summaries);
    PCollection<KV<Integer, KV<Boolean, TermBlock>>> margins =
        merged
            .get(TERMS)
            .apply("TellShards", ParDo.of(new TellShards(this)))
            .setCoder(markedCoder());
    PCollection<KV<Integer, KV<Boolean, TermBlock>>> postings =
        blocks.apply("MarkPostings", ParDo.of(new MarkPostings())).setCoder(markedCoder());
    return merged.and(
        POSTINGS,
        PCollectionList.of(postings)
            .and(margins)
            .apply("AllOfShards", Flatten.pCollections())
            .apply("GatherPostings", GroupByKey.create())
            .apply("MergePostings", ParDo.of(new MergePostings()))
            .setCoder(blockCoder()));
  }

  private PCollectionTuple merge(PCollection<KV<Integer, TermBlock>> blocks) {
    PCollectionTuple merged =
        blocks
            .apply("GatherTerms", GroupByKey.create())
            .apply(
                "Merge",
                ParDo.of(new Merge(this))
                    .withOutputTags(TERMS, TupleTagList.of(TellApart.TOGETHER)));
    return SMALL.kindsOf(merged).and(TERMS, merged.get(TERMS).setCoder(blockCoder()));
  }

  private static Coder<KV<Integer, TermBlock>> blockCoder() {
    return KvCoder.of(VarIntCoder.of(), TermBlock.coder());
  }

  /** Of blocks by bucket and shard, each with whether it has the margins of the whole corpus. */
  private static Coder<KV<Integer, KV<Boolean, TermBlock>>> markedCoder() {
    return KvCoder.of(VarIntCoder.of(), KvCoder.of(BooleanCoder.of(), TermBlock.coder()));
  }

  private static final class Merge
      extends DoFn<KV<Integer, Iterable<TermBlock>>, KV<Integer, TermBlock>> {
    private static final long serialVersionUID = 1L;

    private final MergeTerms transform;

    Merge(MergeTerms transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Iterable<TermBlock> blocks = context.element().getValue();
      List<TermBlock> all = transform.shards.count() == 1 ? list(blocks) : gathered(blocks);
      TermMerge merge = new TermMerge(all, transform.limits);
      int bucket = context.element().getKey();
      context.output(KV.of(bucket, merge.terms()));
      SMALL.output(context, PROPOSALS, merge.proposals());
      SMALL.output(context, FACTS, new RunFact.Types(merge.types()));
      if (bucket == TELLING_BUCKET) {
        SMALL.output(context, FACTS, new RunFact.Counted(merge.terms().totals()));
      }
    }
  }

  private static List<TermBlock> list(Iterable<TermBlock> blocks) {
    List<TermBlock> list = new ArrayList<>();
    blocks.forEach(list::add);
    return list;
  }

  private static List<TermBlock> gathered(Iterable<TermBlock> summaries) {
    GatheredSummaries gathered = new GatheredSummaries();
    summaries.forEach(gathered::add);
    return gathered.blocks();
  }

  /** Merges what a shard has of a bucket, and passes on the sums of that to the bucket. */
  private static final class SumUp
      extends DoFn<KV<Integer, Iterable<TermBlock>>, KV<Integer, TermBlock>> {
    private static final long serialVersionUID = 1L;

    private final MergeTerms transform;

    SumUp(MergeTerms transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      int bucket = transform.shards.bucket(context.element().getKey());
      TermSummary.of(
          list(context.element().getValue()), block -> context.output(KV.of(bucket, block)));
    }
  }

  /** Tells every shard of a bucket what its terms are in the whole corpus. */
  private static final class TellShards
      extends DoFn<KV<Integer, TermBlock>, KV<Integer, KV<Boolean, TermBlock>>> {
    private static final long serialVersionUID = 1L;

    private final MergeTerms transform;

    TellShards(MergeTerms transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      TermBlock margins = context.element().getValue().margins();
      for (int shard = 0; shard < transform.shards.count(); shard++) {
        int number = transform.shards.number(context.element().getKey(), shard);
        context.output(KV.of(number, KV.of(true, margins)));
      }
    }
  }

  /** Marks the blocks of splits, whose margins are to be replaced by those of the whole corpus. */
  private static final class MarkPostings
      extends DoFn<KV<Integer, TermBlock>, KV<Integer, KV<Boolean, TermBlock>>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(ProcessContext context) {
      KV<Integer, TermBlock> block = context.element();
      context.output(KV.of(block.getKey(), KV.of(false, block.getValue())));
    }
  }

  /** Merges the postings that a shard has of a bucket. */
  private static final class MergePostings
      extends DoFn<KV<Integer, Iterable<KV<Boolean, TermBlock>>>, KV<Integer, TermBlock>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(ProcessContext context) {
      List<TermBlock> postings = new ArrayList<>();
      TermBlock margins = null;
      for (KV<Boolean, TermBlock> block : context.element().getValue()) {
        if (block.getKey()) {
          margins = block.getValue();
        } else {
          postings.add(block.getValue());
        }
      }
      context.output(
          KV.of(context.element().getKey(), TermMerge.postings(postings, requireNonNull(margins))));
    }
  }
}
