package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The sizes of all groups of documents, and of their parts in each period. A document counts when
 * it has at least one token.
 *
 * @param facets the groups of each facet; empty when nothing was counted
 * @param periods as many: the groups of each facet by period, of the period itself all documents
 */
public record GroupTotals(List<FacetTotals> facets, List<PeriodTotals> periods)
    implements Serializable {
  /** Nothing counted. */
  public static final GroupTotals NONE = new GroupTotals(List.of(), List.of());

  private static final FacetTotals NO_GROUPS = new FacetTotals(new TreeMap<>());

  /** Copies the lists. */
  public GroupTotals {
    facets = List.copyOf(facets);
    periods = List.copyOf(periods);
  }

  /** The groups of a facet. */
  public FacetTotals facet(int number) {
    return facets.isEmpty() ? NO_GROUPS : facets.get(number);
  }

  /** The totals of two disjoint parts of a corpus together. */
  public GroupTotals plus(GroupTotals other) {
    if (facets.isEmpty() || other.facets.isEmpty()) {
      return facets.isEmpty() ? other : this;
    }
    List<FacetTotals> sum = new ArrayList<>(facets.size());
    List<PeriodTotals> sumOfPeriods = new ArrayList<>(facets.size());
    for (int i = 0; i < facets.size(); i++) {
      sum.add(facets.get(i).plus(other.facets.get(i)));
      sumOfPeriods.add(periods.get(i).plus(other.periods.get(i)));
    }
    return new GroupTotals(sum, sumOfPeriods);
  }

  /** The coder. */
  public static Coder<GroupTotals> coder() {
    return PackedCoder.of(GroupTotals.class, GroupTotals::pack, GroupTotals::unpack);
  }

  private void pack(PackedWriter out) {
    out.putList(facets, FacetTotals::pack).putList(periods, PeriodTotals::pack);
  }

  private static GroupTotals unpack(PackedReader in) {
    return new GroupTotals(in.getList(FacetTotals::unpack), in.getList(PeriodTotals::unpack));
  }
}
