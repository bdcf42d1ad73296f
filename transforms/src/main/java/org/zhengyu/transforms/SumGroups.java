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
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.SegmentedUnit;
import org.zhengyu.transforms.stats.Bootstrap;

/**
 * Adds up the sizes of all groups of documents; the one result is {@link GroupTotals#NONE} without
 * documents. The groups of fields are resampled too, those of periods are not.
 */
public final class SumGroups
    extends PTransform<PCollection<SegmentedUnit>, PCollection<GroupTotals>> {
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
  public PCollection<GroupTotals> expand(PCollection<SegmentedUnit> units) {
    return units
        .apply("Measure", ParDo.of(new Measure(this)).withSideInputs(admissions))
        .setCoder(GroupTotals.coder())
        .apply("Sum", CombineAll.by(new Sum(), GroupTotals.coder()));
  }

  private static final class Measure extends DoFn<SegmentedUnit, GroupTotals> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Admissions> view;
    private final long seed;

    Measure(SumGroups transform) {
      this.view = transform.admissions;
      this.seed = transform.seed;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<SortedMap<String, GroupSize>> facets = new ArrayList<>();
      byte[] weights = new byte[Bootstrap.REPLICATES];
      for (CountedDocument document :
          context.element().documents(context.sideInput(view)::counts)) {
        if (document.tokens() == 0) {
          continue;
        }
        List<String> groups = document.groups();
        if (groups.size() > Grouping.FIRST_FIELD_FACET) {
          Bootstrap.weights(seed, document.id(), weights);
        }
        for (int facet = 0; facet < groups.size(); facet++) {
          if (facet == facets.size()) {
            facets.add(new TreeMap<>());
          }
          if (!groups.get(facet).equals(Grouping.UNKNOWN)) {
            facets
                .get(facet)
                .merge(groups.get(facet), sizeOf(facet, document, weights), GroupSize::plus);
          }
        }
      }
      context.output(new GroupTotals(facets.stream().map(FacetTotals::new).toList()));
    }

    private static GroupSize sizeOf(int facet, CountedDocument document, byte[] weights) {
      long[] resampled = new long[facet < Grouping.FIRST_FIELD_FACET ? 0 : weights.length];
      Bootstrap.add(resampled, weights, document.tokens());
      return new GroupSize(1, document.tokens(), resampled);
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
