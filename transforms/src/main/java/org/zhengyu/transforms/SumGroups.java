package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.stats.ReplicateSums;
import org.zhengyu.transforms.stats.ReplicateWeights;

/**
 * Adds up the sizes of all groups of documents; the one result is {@link GroupTotals#NONE} without
 * documents. The groups of fields are resampled too, those of periods are not.
 */
public final class SumGroups
    extends PTransform<PCollection<SegmentedSplit>, PCollection<GroupTotals>> {
  private static final long serialVersionUID = 1L;

  private final PCollectionView<Admissions> admissions;
  private final long seed;

  private SumGroups(PCollectionView<Admissions> admissions, long seed) {
    this.admissions = admissions;
    this.seed = seed;
  }

  /**
   * Adds up groups.
   *
   * @param admissions which documents count
   * @param seed of the bootstrap
   */
  public static SumGroups of(PCollectionView<Admissions> admissions, long seed) {
    return new SumGroups(admissions, seed);
  }

  @Override
  public PCollection<GroupTotals> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply("Measure", ParDo.of(new Measure(this)).withSideInputs(admissions))
        .setCoder(GroupTotals.coder())
        .apply("Sum", CombineAll.by(new Sum(), GroupTotals.coder()));
  }

  private static final class Measure extends DoFn<SegmentedSplit, GroupTotals> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Admissions> view;
    private final long seed;

    Measure(SumGroups transform) {
      this.view = transform.admissions;
      this.seed = transform.seed;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<SortedMap<String, GroupSum>> facets = new ArrayList<>();
      ReplicateWeights weights = new ReplicateWeights();
      for (CountedDocument document :
          context.element().documents(context.sideInput(view)::counts)) {
        if (document.tokens() == 0) {
          continue;
        }
        List<String> groups = document.groups();
        if (groups.size() > Grouping.FIRST_FIELD_FACET) {
          weights.draw(seed, document.id());
        }
        for (int facet = 0; facet < groups.size(); facet++) {
          if (facet == facets.size()) {
            facets.add(new TreeMap<>());
          }
          if (!groups.get(facet).equals(Grouping.UNKNOWN)) {
            boolean isResampled = facet >= Grouping.FIRST_FIELD_FACET;
            facets
                .get(facet)
                .computeIfAbsent(groups.get(facet), group -> new GroupSum(isResampled))
                .add(document.tokens(), weights);
          }
        }
      }
      context.output(new GroupTotals(facets.stream().map(Measure::totals).toList()));
    }

    private static FacetTotals totals(SortedMap<String, GroupSum> groups) {
      SortedMap<String, GroupSize> sizes = new TreeMap<>();
      groups.forEach((value, sum) -> sizes.put(value, sum.size()));
      return new FacetTotals(sizes);
    }
  }

  /** The size of one group in one split. */
  private static final class GroupSum {
    private final @Nullable ReplicateSums resampled;
    private long documents;
    private long tokens;

    GroupSum(boolean isResampled) {
      resampled = isResampled ? new ReplicateSums() : null;
    }

    void add(long tokensOfDocument, ReplicateWeights weights) {
      documents++;
      tokens += tokensOfDocument;
      if (resampled != null) {
        resampled.add(weights, tokensOfDocument);
      }
    }

    GroupSize size() {
      return resampled == null
          ? new GroupSize(documents, tokens)
          : new GroupSize(documents, tokens, resampled.sums());
    }
  }

  private static final class Sum extends Combine.BinaryCombineFn<GroupTotals> {
    private static final long serialVersionUID = 1L;

    @Override
    public GroupTotals apply(GroupTotals left, GroupTotals right) {
      return left.plus(right);
    }

    @Override
    public GroupTotals identity() {
      return GroupTotals.NONE;
    }
  }
}
