package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.counting.TermMerge;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.TermBlock;

/**
 * Merges the counts of all splits, one bucket of terms at a time, and proposes the bucket's terms
 * for the vocabulary: every phrase, and the most frequent content terms.
 */
public final class MergeTerms
    extends PTransform<PCollection<KV<Integer, TermBlock>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The merged buckets. */
  public static final TupleTag<KV<Integer, TermBlock>> TERMS = new TupleTag<>("terms") {};

  /** What each bucket proposes for the vocabulary. */
  public static final TupleTag<ProposedTerms> PROPOSALS = new TupleTag<>("proposals") {};

  /** The number of types, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private final VocabularyLimits limits;

  private MergeTerms(VocabularyLimits limits) {
    this.limits = limits;
  }

  /**
   * Merges terms.
   *
   * @param limits which terms to propose
   */
  public static MergeTerms within(VocabularyLimits limits) {
    return new MergeTerms(limits);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, TermBlock>> blocks) {
    PCollectionTuple merged =
        blocks
            .apply("GatherTerms", GroupByKey.create())
            .apply(
                "Merge",
                ParDo.of(new Merge(this))
                    .withOutputTags(TERMS, TupleTagList.of(PROPOSALS).and(FACTS)));
    merged.get(TERMS).setCoder(KvCoder.of(VarIntCoder.of(), TermBlock.coder()));
    merged.get(PROPOSALS).setCoder(ProposedTerms.coder());
    merged.get(FACTS).setCoder(RunFact.coder());
    return merged;
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
      List<TermBlock> blocks = new ArrayList<>();
      context.element().getValue().forEach(blocks::add);
      TermMerge merge = new TermMerge(blocks, transform.limits);
      context.output(KV.of(context.element().getKey(), merge.terms()));
      context.output(PROPOSALS, merge.proposals());
      context.output(FACTS, new RunFact.Types(merge.types()));
    }
  }
}
