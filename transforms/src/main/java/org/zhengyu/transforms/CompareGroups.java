package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
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
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.counting.GatheredSummaries;
import org.zhengyu.transforms.counting.GroupComparer;
import org.zhengyu.transforms.counting.GroupResampler;
import org.zhengyu.transforms.counting.Shards;
import org.zhengyu.transforms.counting.TermMerge;
import org.zhengyu.transforms.input.Exclusions;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.ResampledTerms;
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
 *
 * <p>Is applied to what {@link MergeTerms} puts out. Of terms that come from shards what is
 * resampled is added up over these, and all else is told from their sums.
 */
public final class CompareGroups extends PTransform<PCollectionTuple, PCollectionTuple> {
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
  private final Shards shards;

  private CompareGroups(
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<GroupTotals> groups,
      @Nullable String referenceGroup,
      Exclusions exclusions,
      long seed,
      int buckets,
      Shards shards) {
    this.vocabulary = vocabulary;
    this.groups = groups;
    this.referenceGroup = referenceGroup;
    this.exclusions = exclusions;
    this.seed = seed;
    this.buckets = buckets;
    this.shards = shards;
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
    return new CompareGroups(
        vocabulary, groups, referenceGroup, exclusions, seed, buckets, Shards.ONE);
  }

  /** Takes terms that were merged from shards. */
  public CompareGroups fromShards(Shards many) {
    return new CompareGroups(vocabulary, groups, referenceGroup, exclusions, seed, buckets, many);
  }

  @Override
  public PCollectionTuple expand(PCollectionTuple terms) {
    PCollectionTuple compared =
        shards.count() == 1
            ? compare(terms.get(MergeTerms.TERMS), new Compare(this))
            : compare(gathered(terms), new CompareSums(this));
    compared.get(COMPARISONS).setCoder(GatherRuns.runCoder());
    compared.get(FACTS).setCoder(RunFact.coder());
    return compared;
  }

  private <T> PCollectionTuple compare(
      PCollection<KV<Integer, T>> buckets, DoFn<KV<Integer, T>, KV<Integer, SortedRun>> function) {
    return buckets.apply(
        "Compare",
        ParDo.of(function)
            .withSideInputs(vocabulary, groups)
            .withOutputTags(COMPARISONS, TupleTagList.of(FACTS)));
  }

  /** What is known of each bucket, shard by shard. */
  private PCollection<KV<Integer, Iterable<ResampledTerms>>> gathered(PCollectionTuple terms) {
    Coder<KV<Integer, ResampledTerms>> coder = KvCoder.of(VarIntCoder.of(), ResampledTerms.coder());
    return PCollectionList.of(
            terms
                .get(MergeTerms.SUMMARIES)
                .apply("Counts", ParDo.of(new TakeCounts()))
                .setCoder(coder))
        .and(
            terms
                .get(MergeTerms.POSTINGS)
                .apply("Resample", ParDo.of(new Resample(this)).withSideInputs(vocabulary, groups))
                .setCoder(coder))
        .apply("AllOfShards", Flatten.pCollections())
        .apply("GatherShards", GroupByKey.create());
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

  private static final class CompareSums
      extends DoFn<KV<Integer, Iterable<ResampledTerms>>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final CompareGroups transform;

    CompareSums(CompareGroups transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<SortedRun> resampled = new ArrayList<>();
      GatheredSummaries counted = new GatheredSummaries();
      for (ResampledTerms part : context.element().getValue()) {
        resampled.add(part.resampled());
        counted.add(part.terms());
      }
      long hidden =
          GroupComparer.compare(
              TermMerge.merged(counted.blocks()),
              resampled,
              context.sideInput(transform.groups),
              context.sideInput(transform.vocabulary),
              transform.referenceGroup,
              value -> transform.exclusions.of(value)::hide,
              new BucketWriter(
                  transform.buckets, (bucket, run) -> context.output(KV.of(bucket, run))));
      context.output(FACTS, new RunFact.Hidden(hidden));
    }
  }

  private static final class TakeCounts
      extends DoFn<KV<Integer, TermBlock>, KV<Integer, ResampledTerms>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(ProcessContext context) {
      KV<Integer, TermBlock> bucket = context.element();
      context.output(
          KV.of(bucket.getKey(), new ResampledTerms(bucket.getValue(), SortedRun.EMPTY)));
    }
  }

  private static final class Resample
      extends DoFn<KV<Integer, TermBlock>, KV<Integer, ResampledTerms>> {
    private static final long serialVersionUID = 1L;

    private final CompareGroups transform;

    Resample(CompareGroups transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      int bucket = transform.shards.bucket(context.element().getKey());
      GroupResampler.resample(
          context.element().getValue(),
          context.sideInput(transform.groups),
          context.sideInput(transform.vocabulary),
          transform.referenceGroup,
          transform.seed,
          run -> context.output(KV.of(bucket, new ResampledTerms(TermBlock.NONE, run))));
    }
  }
}
