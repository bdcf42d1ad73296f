package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.counting.GroupComparer;
import org.zhengyu.transforms.input.Exclusions;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * Compares the use of every term of the vocabulary between the groups of documents, facet by facet.
 * All comparisons of one group are of one bucket, in runs from the facet's number (a byte), the
 * group's value and the term to a {@link Comparison}. Terms that neither side has are left out:
 * nothing is tested there.
 */
public final class CompareGroups
    extends PTransform<PCollection<KV<Integer, TermBlock>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The comparisons. */
  public static final TupleTag<KV<Integer, SortedRun>> COMPARISONS =
      new TupleTag<>("comparisons") {};

  /** How many comparisons are not to be shown, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private final PCollectionView<Vocabulary> vocabulary;
  private final PCollectionView<GroupTotals> groups;
  private final @Nullable String referenceGroup;
  private final Exclusions exclusions;
  private final long seed;
  private final int buckets;

  private CompareGroups(
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<GroupTotals> groups,
      @Nullable String referenceGroup,
      Exclusions exclusions,
      long seed,
      int buckets) {
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.referenceGroup = referenceGroup;
    this.exclusions = exclusions;
    this.seed = seed;
    this.buckets = buckets;
  }

  /**
   * Compares groups.
   *
   * @param vocabulary the terms to compare
   * @param groups the sizes of the groups, by the same seed
   * @param referenceGroup the value to compare all others with; null for the rest of each
   * @param exclusions what is compared only, and not shown
   * @param seed of the bootstrap
   * @param buckets into how many buckets the groups are dealt
   */
  public static CompareGroups of(
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<GroupTotals> groups,
      @Nullable String referenceGroup,
      Exclusions exclusions,
      long seed,
      int buckets) {
    return new CompareGroups(vocabulary, groups, referenceGroup, exclusions, seed, buckets);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, TermBlock>> terms) {
    PCollectionTuple compared =
        terms.apply(
            "Compare",
            ParDo.of(new Compare(this))
                .withSideInputs(vocabulary, groups)
                .withOutputTags(COMPARISONS, TupleTagList.of(FACTS)));
    compared.get(COMPARISONS).setCoder(GatherRuns.runCoder());
    compared.get(FACTS).setCoder(RunFact.coder());
    return compared;
  }

  private static final class Compare extends DoFn<KV<Integer, TermBlock>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final CompareGroups transform;

    Compare(CompareGroups transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      long hidden =
          GroupComparer.compare(
              context.element().getValue(),
              context.sideInput(transform.groups),
              context.sideInput(transform.vocabulary),
              transform.referenceGroup,
              value -> transform.exclusions.of(value)::hide,
              transform.seed,
              new BucketWriter(
                  transform.buckets, (bucket, run) -> context.output(KV.of(bucket, run))));
      context.output(FACTS, new RunFact.Hidden(hidden));
    }
  }
}
