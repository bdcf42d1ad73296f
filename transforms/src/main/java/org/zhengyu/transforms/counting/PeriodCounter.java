package org.zhengyu.transforms.counting;

import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** Counts the terms of the vocabulary in each period. */
public final class PeriodCounter {
  private PeriodCounter() {}

  /**
   * The counts of the terms of one bucket.
   *
   * @param counted the merged terms
   * @param periods the sizes of all periods
   * @param vocabulary the terms to count
   */
  public static PeriodCounts count(TermBlock counted, FacetTotals periods, Vocabulary vocabulary) {
    int[] groupOfDocument =
        GroupNumbers.ofDocuments(counted.documents(), Grouping.PERIOD_FACET, periods);
    GroupCounts counts = new GroupCounts(periods.groups().size());
    SortedRunBuilder inPeriods = new SortedRunBuilder();
    PackedWriter packed = new PackedWriter();
    TermEntry entry = new TermEntry();
    SortedRunCursor cursor = counted.entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      if (vocabulary.holds(cursor.key(), entry)) {
        GroupNumbers.count(entry, groupOfDocument, counts);
        packed.clear();
        counts.pack(packed);
        inPeriods.add(cursor.key(), packed);
      }
    }
    return new PeriodCounts(periods, inPeriods.build());
  }
}
