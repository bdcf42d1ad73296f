package org.zhengyu.transforms;

import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.counting.GroupNumbers;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.KeynessCounts;
import org.zhengyu.transforms.stats.ReplicateSums;
import org.zhengyu.transforms.stats.ReplicateWeights;

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

    private final PCollectionView<Vocabulary> vocabularyView;
    private final PCollectionView<GroupTotals> groupsView;
    private final @Nullable String referenceGroup;
    private final long seed;
    private final int buckets;

    Compare(CompareGroups transform) {
      this.vocabularyView = transform.vocabulary;
      this.groupsView = transform.groups;
      this.referenceGroup = transform.referenceGroup;
      this.seed = transform.seed;
      this.buckets = transform.buckets;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      Vocabulary vocabulary = context.sideInput(vocabularyView);
      GroupTotals totals = context.sideInput(groupsView);
      TermBlock counted = context.element().getValue();
      List<CountedDocument> documents = counted.documents();
      Weights weights = new Weights(seed, documents);
      BucketWriter runs =
          new BucketWriter(buckets, (bucket, run) -> context.output(KV.of(bucket, run)));
      for (int facet = Grouping.FIRST_FIELD_FACET; facet < totals.facets().size(); facet++) {
        FacetTotals groups = totals.facet(facet);
        GroupComparison comparison = GroupComparison.of(groups, referenceGroup);
        if (comparison != null) {
          Facet compared =
              new Facet(
                  groups, comparison, GroupNumbers.ofDocuments(documents, facet, groups), weights);
          compared.compare(facet, counted, vocabulary, buckets, runs);
        }
      }
      runs.passAll();
    }
  }

  /** The weights of documents in all replicates, drawn when they are first asked for. */
  private static final class Weights {
    /** The weights that are kept; those of further documents are drawn each time. */
    private static final int MOST_KEPT = (64 << 20) / ReplicateWeights.BYTES;

    private final long seed;
    private final List<CountedDocument> documents;
    private final ReplicateWeights[] drawn;
    private final ReplicateWeights notKept = new ReplicateWeights();

    Weights(long seed, List<CountedDocument> documents) {
      this.seed = seed;
      this.documents = documents;
      this.drawn = new ReplicateWeights[Math.min(documents.size(), MOST_KEPT)];
    }

    ReplicateWeights of(int document) {
      if (document >= drawn.length) {
        notKept.draw(seed, documents.get(document).id());
        return notKept;
      }
      if (drawn[document] == null) {
        drawn[document] = new ReplicateWeights();
        drawn[document].draw(seed, documents.get(document).id());
      }
      return drawn[document];
    }
  }

  /** Compares the groups of one facet, term by term. */
  private static final class Facet {
    private final List<String> values;
    private final GroupComparison comparison;
    private final int[] groupOfDocument;
    private final Weights weights;
    private final GroupCounts counts;
    private final boolean anyResampled;

    /** Tokens of each replicate, in each group and in what it is compared with. */
    private final long[][] resampledTokens;

    private final long[][] resampledOtherTokens;

    /** Occurrences of the current term in each replicate, by group and in all. */
    private final ReplicateSums[] sums;

    private final long[][] resampled;
    private final long[] resampledInAll = new long[Bootstrap.REPLICATES];

    Facet(FacetTotals totals, GroupComparison comparison, int[] groupOfDocument, Weights weights) {
      this.values = totals.values();
      this.comparison = comparison;
      this.groupOfDocument = groupOfDocument;
      this.weights = weights;
      int groups = comparison.groups();
      counts = new GroupCounts(groups);
      resampledTokens =
          totals.sizes().stream().map(GroupSize::resampledTokens).toArray(long[][]::new);
      long[] allTokens = new long[Bootstrap.REPLICATES];
      for (long[] tokens : resampledTokens) {
        addAll(allTokens, tokens);
      }
      resampledOtherTokens = new long[groups][];
      boolean any = false;
      for (int group = 0; group < groups; group++) {
        if (comparison.isTarget(group) && comparison.isResampled(group)) {
          any = true;
          resampledOtherTokens[group] =
              comparison.resampledOther(group, resampledTokens, allTokens);
        }
      }
      anyResampled = any;
      sums = new ReplicateSums[any ? groups : 0];
      Arrays.setAll(sums, group -> new ReplicateSums());
      resampled = new long[sums.length][];
    }

    void compare(
        int facet, TermBlock counted, Vocabulary vocabulary, int buckets, BucketWriter runs) {
      TermEntry entry = new TermEntry();
      PackedWriter key = new PackedWriter();
      PackedWriter value = new PackedWriter();
      int[] bucketOf = bucketsOfGroups(facet, buckets);
      SortedRunCursor cursor = counted.entries().cursor();
      while (cursor.next()) {
        byte[] term = cursor.key();
        entry.read(cursor.value());
        if (!vocabulary.holds(term, entry)) {
          continue;
        }
        GroupNumbers.count(entry, groupOfDocument, counts);
        long termFrequency = counts.termFrequency();
        if (anyResampled && termFrequency > 0) {
          resample(entry);
        }
        for (int group = 0; group < counts.groups(); group++) {
          if (!comparison.isTarget(group)) {
            continue;
          }
          KeynessCounts compared = comparison.counts(group, counts, termFrequency);
          if (compared.f1() + compared.f2() == 0) {
            continue;
          }
          key.clear();
          key.putByte(facet).putString(values.get(group)).putRaw(term, 0, term.length);
          value.clear();
          new Comparison(compared, interval(group)).pack(value);
          runs.add(bucketOf[group], key, value);
        }
      }
    }

    private int[] bucketsOfGroups(int facet, int buckets) {
      int[] bucketOf = new int[values.size()];
      for (int group = 0; group < bucketOf.length; group++) {
        bucketOf[group] =
            Buckets.of(
                new PackedWriter().putByte(facet).putString(values.get(group)).toByteArray(),
                buckets);
      }
      return bucketOf;
    }

    private void resample(TermEntry entry) {
      for (ReplicateSums ofGroup : sums) {
        ofGroup.clear();
      }
      for (int i = 0; i < entry.postings(); i++) {
        int group = groupOfDocument[entry.document(i)];
        if (group != GroupNumbers.NONE) {
          sums[group].add(weights.of(entry.document(i)), entry.frequency(i));
        }
      }
      Arrays.fill(resampledInAll, 0);
      for (int group = 0; group < sums.length; group++) {
        resampled[group] = sums[group].sums();
        addAll(resampledInAll, resampled[group]);
      }
    }

    private Interval interval(int group) {
      if (resampledOtherTokens[group] == null) {
        return new Interval(Double.NaN, Double.NaN);
      }
      return Keyness.logRatioBootstrap(
          resampled[group],
          resampledTokens[group],
          comparison.resampledOther(group, resampled, resampledInAll),
          resampledOtherTokens[group]);
    }

    private static void addAll(long[] sums, long[] more) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += more[i];
      }
    }
  }
}
