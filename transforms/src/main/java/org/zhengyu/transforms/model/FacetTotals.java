package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * The sizes of the groups into which one facet divides the documents that have a value of it.
 *
 * @param groups the size of each value's group
 */
public record FacetTotals(SortedMap<String, GroupSize> groups) implements Serializable {
  /** Copies the map. */
  public FacetTotals {
    groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
  }

  /** The values in their order; a value's place in the list is the number of its group. */
  public List<String> values() {
    return new ArrayList<>(groups.keySet());
  }

  /** The sizes in the order of the values. */
  public List<GroupSize> sizes() {
    return new ArrayList<>(groups.values());
  }

  /** The totals of two disjoint sets of documents together. */
  FacetTotals plus(FacetTotals other) {
    SortedMap<String, GroupSize> sum = new TreeMap<>(groups);
    other.groups.forEach((value, size) -> sum.merge(value, size, GroupSize::plus));
    return new FacetTotals(sum);
  }

  void pack(PackedWriter out) {
    out.putVarint(groups.size());
    groups.forEach(
        (value, size) -> {
          out.putString(value);
          size.pack(out);
        });
  }

  static FacetTotals unpack(PackedReader in) {
    int count = in.getCount();
    SortedMap<String, GroupSize> groups = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      groups.put(in.getString(), GroupSize.unpack(in));
    }
    return new FacetTotals(groups);
  }
}
