package org.zhengyu.transforms.model;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;

/**
 * The terms of one bucket by period, in the whole corpus and in each group of documents.
 *
 * @param groups the groups, by facet and value
 */
public record PeriodCounts(List<Group> groups) {
  /** Copies the list. */
  public PeriodCounts {
    groups = List.copyOf(groups);
  }

  /**
   * The terms in one group.
   *
   * @param facet the number of the facet; that of the period for the whole corpus
   * @param value the group
   * @param periods the periods in which it has documents
   * @param terms from the term in UTF-8 to its packed {@link GroupCounts} by period
   */
  public record Group(int facet, String value, FacetTotals periods, SortedRun terms) {
    private void pack(PackedWriter out) {
      out.putVarint(facet).putString(value);
      periods.pack(out);
      terms.pack(out);
    }

    private static Group unpack(PackedReader in) {
      return new Group(in.getCount(), in.getString(), FacetTotals.unpack(in), SortedRun.unpack(in));
    }
  }

  /** The coder. */
  public static Coder<PeriodCounts> coder() {
    return PackedCoder.of(PeriodCounts.class, PeriodCounts::pack, PeriodCounts::unpack);
  }

  private void pack(PackedWriter out) {
    out.putList(groups, Group::pack);
  }

  private static PeriodCounts unpack(PackedReader in) {
    return new PeriodCounts(in.getList(Group::unpack));
  }
}
