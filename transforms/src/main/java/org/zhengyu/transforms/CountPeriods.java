package org.zhengyu.transforms;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.PeriodCounter;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary;

/** Counts the terms of the vocabulary in each period, of the whole corpus and of each group. */
public final class CountPeriods
    extends PTransform<
        PCollection<KV<Integer, TermBlock>>, PCollection<KV<Integer, PeriodCounts>>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Vocabulary> vocabulary;
  private final PCollectionView<GroupTotals> groups;
  private final long minDocuments;

  private CountPeriods(
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<GroupTotals> groups,
      long minDocuments) {
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.minDocuments = minDocuments;
  }

  /**
   * Counts by period.
   *
   * @param vocabulary the terms to count
   * @param groups the sizes of the groups and periods
   * @param minDocuments in how many documents of a group a term must stand that is no phrase
   */
  public static CountPeriods of(
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<GroupTotals> groups,
      long minDocuments) {
    return new CountPeriods(vocabulary, groups, minDocuments);
  }

  @Override
  public PCollection<KV<Integer, PeriodCounts>> expand(PCollection<KV<Integer, TermBlock>> terms) {
    return terms
        .apply("Count", ParDo.of(new Count(this)).withSideInputs(vocabulary, groups))
        .setCoder(KvCoder.of(VarIntCoder.of(), PeriodCounts.coder()));
  }

  private static final class Count extends DoFn<KV<Integer, TermBlock>, KV<Integer, PeriodCounts>> {
    private static final long serialVersionUID = 1L;

    private final CountPeriods transform;

    Count(CountPeriods transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(
          KV.of(
              context.element().getKey(),
              PeriodCounter.count(
                  context.element().getValue(),
                  context.sideInput(transform.groups),
                  context.sideInput(transform.vocabulary),
                  transform.minDocuments)));
    }
  }
}
