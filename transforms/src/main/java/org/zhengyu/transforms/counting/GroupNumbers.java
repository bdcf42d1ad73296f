package org.zhengyu.transforms.counting;

import java.util.HashMap;
import java.util.Map;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.TermEntry;

/** Finds the groups of documents, by their numbers in {@link FacetTotals}. */
public final class GroupNumbers {
  /** The number of a document that is in no group. */
  public static final int NONE = -1;

  private GroupNumbers() {}

  /** The group of each document, or {@link #NONE}. */
  public static int[] ofDocuments(DocumentList documents, int facet, FacetTotals totals) {
    Map<String, Integer> numbers = new HashMap<>();
    totals.values().forEach(value -> numbers.put(value, numbers.size()));
    return documents.byGroups(groups -> numbers.getOrDefault(groups.get(facet), NONE));
  }

  /** Counts a term in each group, in place of what was counted before. */
  public static void count(TermEntry entry, int[] groupOfDocument, GroupCounts counts) {
    counts.clear();
    for (int i = 0; i < entry.postings(); i++) {
      int group = groupOfDocument[entry.document(i)];
      if (group != NONE) {
        counts.add(group, entry, i);
      }
    }
  }
}
