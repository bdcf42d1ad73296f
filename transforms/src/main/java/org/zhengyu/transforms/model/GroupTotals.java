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
 * The sizes of all groups of documents. A document counts when it has at least one token.
 *
 * @param facets the groups of each facet; empty when nothing was counted
 */
public record GroupTotals(List<FacetTotals> facets) implements Serializable {
  /** Nothing counted. */
  public static final GroupTotals NONE = new GroupTotals(List.of());

  private static final FacetTotals NO_GROUPS = new FacetTotals(new TreeMap<>());

  /** Copies the list. */
  public GroupTotals {
    facets = List.copyOf(facets);
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
    for (int i = 0; i < facets.size(); i++) {
      sum.add(facets.get(i).plus(other.facets.get(i)));
    }
    return new GroupTotals(sum);
  }

  /** The coder. */
  public static Coder<GroupTotals> coder() {
    return PackedCoder.of(GroupTotals.class, GroupTotals::pack, GroupTotals::unpack);
  }

  private void pack(PackedWriter out) {
    out.putList(facets, FacetTotals::pack);
  }

  private static GroupTotals unpack(PackedReader in) {
    return new GroupTotals(in.getList(FacetTotals::unpack));
  }
}
