package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupComparison;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * Counts the terms of the vocabulary in each period, in the whole corpus and in each group of every
 * facet that has not too many. A group has all phrases, and of the other terms those that enough of
 * its documents have.
 */
public final class PeriodCounter {
  private final Vocabulary vocabulary;
  private final long minDocuments;
  private final List<PeriodCounts.Group> counted = new ArrayList<>();

  private PeriodCounter(Vocabulary vocabulary, long minDocuments) {
    this.vocabulary = vocabulary;
    this.minDocuments = minDocuments;
  }

  /**
   * The counts of the terms of one bucket.
   *
   * @param counted the merged terms
   * @param totals the sizes of all groups and periods
   * @param vocabulary the terms to count
   * @param minDocuments in how many documents of a group a term must stand that is no phrase
   */
  public static PeriodCounts count(
      TermBlock counted, GroupTotals totals, Vocabulary vocabulary, long minDocuments) {
    PeriodCounter counter = new PeriodCounter(vocabulary, minDocuments);
    DocumentList documents = counted.documents();
    for (int facet = 0; facet < totals.facets().size(); facet++) {
      if (facet == Grouping.PERIOD_FACET
          || totals.facet(facet).groups().size() <= GroupComparison.MOST_GROUPS) {
        counter.count(facet, new Cells(facet, totals, documents), counted.entries());
      }
    }
    return new PeriodCounts(counter.counted);
  }

  private void count(int facet, Cells cells, SortedRun entries) {
    int groups = cells.values.size();
    List<SortedRunBuilder> runs = new ArrayList<>(groups);
    for (int group = 0; group < groups; group++) {
      runs.add(new SortedRunBuilder());
    }
    GroupCounts counts = new GroupCounts(cells.begins[groups]);
    PackedWriter packed = new PackedWriter();
    TermEntry entry = new TermEntry();
    SortedRunCursor cursor = entries.cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      if (!vocabulary.holds(cursor.key(), entry)) {
        continue;
      }
      boolean isEverywhere = facet == Grouping.PERIOD_FACET || entry.phrase() >= 0;
      if (!isEverywhere && entry.margins().documents() < minDocuments) {
        continue;
      }
      GroupNumbers.count(entry, cells.cellOfDocument, counts);
      for (int group = 0; group < groups; group++) {
        int from = cells.begins[group];
        int to = cells.begins[group + 1];
        if (isEverywhere || counts.documentFrequency(from, to) >= minDocuments) {
          packed.clear();
          counts.pack(from, to, packed);
          runs.get(group).add(cursor.key(), packed);
        }
      }
    }
    for (int group = 0; group < groups; group++) {
      counted.add(
          new PeriodCounts.Group(
              facet, cells.values.get(group), cells.periods.get(group), runs.get(group).build()));
    }
  }

  /** The periods of all groups of a facet in one row, group by group. */
  private static final class Cells {
    private final List<String> values;
    private final List<FacetTotals> periods;

    /** Where each group begins, and the end of the last. */
    private final int[] begins;

    private final int[] cellOfDocument;

    Cells(int facet, GroupTotals totals, DocumentList documents) {
      values = new ArrayList<>(totals.periods().get(facet).groups().keySet());
      periods = new ArrayList<>(totals.periods().get(facet).groups().values());
      begins = new int[values.size() + 1];
      Map<String, Map<String, Integer>> numbers = new HashMap<>();
      for (int group = 0; group < values.size(); group++) {
        int next = begins[group];
        Map<String, Integer> ofGroup = new HashMap<>();
        for (String period : periods.get(group).values()) {
          ofGroup.put(period, next++);
        }
        numbers.put(values.get(group), ofGroup);
        begins[group + 1] = next;
      }
      cellOfDocument =
          documents.byGroups(
              groups ->
                  numbers
                      .getOrDefault(
                          facet == Grouping.PERIOD_FACET ? Grouping.ALL : groups.get(facet),
                          Map.of())
                      .getOrDefault(groups.get(Grouping.PERIOD_FACET), GroupNumbers.NONE));
    }
  }
}
