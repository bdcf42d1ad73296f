package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.counting.GroupComparer;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Compares the use of every term of the vocabulary between the groups of documents, facet by facet.
 * All comparisons of one group come together in one bucket, in runs from the facet's number (a
 * byte), the group's value and the term to a {@link Comparison}. Terms that neither side has are
 * left out: nothing is tested there.
 */
public final class CompareGroups
    extends PTransform<
        PCollection<KV<Integer, TermBlock>>, PCollection<KV<Integer, Iterable<SortedRun>>>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Vocabulary> vocabulary;
  private final PCollectionView<GroupTotals> groups;
  private final @Nullable String referenceGroup;
  private final long seed;
  private final int buckets;

  private CompareGroups(
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<GroupTotals> groups,
      @Nullable String referenceGroup,
      long seed,
      int buckets) {
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.referenceGroup = referenceGroup;
    this.seed = seed;
    this.buckets = buckets;
  }

  /**
   * Compares groups.
   *
   * @param vocabulary the terms to compare
   * @param groups the sizes of the groups, by the same seed
   * @param referenceGroup the value to compare all others with; null for the rest of each
   * @param seed of the bootstrap
   * @param buckets into how many buckets the groups are dealt
   */
  public static CompareGroups of(
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<GroupTotals> groups,
      @Nullable String referenceGroup,
      long seed,
      int buckets) {
    return new CompareGroups(vocabulary, groups, referenceGroup, seed, buckets);
  }

  @Override
  public PCollection<KV<Integer, Iterable<SortedRun>>> expand(
      PCollection<KV<Integer, TermBlock>> terms) {
    return terms
        .apply("Compare", ParDo.of(new Compare(this)).withSideInputs(vocabulary, groups))
        .setCoder(GatherRuns.runCoder())
        .apply("GatherGroups", GroupByKey.create());
  }

  private static final class Compare extends DoFn<KV<Integer, TermBlock>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final CompareGroups transform;

    Compare(CompareGroups transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      GroupComparer.compare(
          context.element().getValue(),
          context.sideInput(transform.groups),
          context.sideInput(transform.vocabulary),
          transform.referenceGroup,
          transform.seed,
          new BucketWriter(transform.buckets, (bucket, run) -> context.output(KV.of(bucket, run))));
    }
  }
}
