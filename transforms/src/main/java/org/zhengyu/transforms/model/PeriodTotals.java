package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The sizes of the groups of one facet in each period, of documents that have both.
 *
 * @param groups the periods of each value's group
 */
public record PeriodTotals(SortedMap<String, FacetTotals> groups) implements Serializable {
  /** Copies the map. */
  public PeriodTotals {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /** The totals of two disjoint sets of documents together. */
  PeriodTotals plus(PeriodTotals other) {
    SortedMap<String, FacetTotals> sum = new TreeMap<>(groups);
    other.groups.forEach((value, periods) -> sum.merge(value, periods, FacetTotals::plus));
    return new PeriodTotals(sum);
  }

  void pack(PackedWriter out) {
    out.putVarint(groups.size());
    groups.forEach(
        (value, periods) -> {
          out.putString(value);
          periods.pack(out);
        });
  }

  static PeriodTotals unpack(PackedReader in) {
    int count = in.getCount();
    SortedMap<String, FacetTotals> groups = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      groups.put(in.getString(), FacetTotals.unpack(in));
    }
    return new PeriodTotals(groups);
  }
}
