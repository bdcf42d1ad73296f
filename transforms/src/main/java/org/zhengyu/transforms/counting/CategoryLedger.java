package org.zhengyu.transforms.counting;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.CategoryCounts;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * The ledger of categories: in how many places, and in how many documents, phrases of each are
 * used, and when first. A category is counted as if it were one phrase with all of its phrases for
 * variants: of uses that share characters the leftmost counts, and of those the longest.
 */
public final class CategoryLedger {
  private final IntFunction<int[]> categories;
  private final SortedMap<Integer, CategoryCounts> counts = new TreeMap<>();

  /** Where, in the current document, the last place of a category ends. */
  private final Map<Integer, Long> ends = new HashMap<>();

  private CategoryLedger(IntFunction<int[]> categories) {
    this.categories = categories;
  }

  /**
   * Counts the occurrences of some documents.
   *
   * @param occurrences from a document's key to its {@link DocumentHead} and {@link Occurrence}s,
   *     these by where they begin, and the longer first
   * @param categories the categories of a phrase, the outermost first
   * @return from a category's number in four bytes to its packed {@link CategoryCounts}
   */
  public static SortedRun count(SortedRun occurrences, IntFunction<int[]> categories) {
    CategoryLedger ledger = new CategoryLedger(categories);
    SortedRunCursor cursor = occurrences.cursor();
    while (cursor.next()) {
      ledger.add(cursor.keyReader().getLong(), cursor.value());
    }
    return NumberedCounts.pack(ledger.counts, CategoryCounts::pack);
  }

  private void add(long key, PackedReader packed) {
    FirstDocuments document = DocumentHead.unpack(packed).ifDated(key);
    ends.clear();
    while (packed.hasMore()) {
      Occurrence occurrence = Occurrence.unpack(packed);
      if (occurrence.status().isUse()) {
        addUse(occurrence, document);
      }
    }
  }

  private void addUse(Occurrence occurrence, @Nullable FirstDocuments document) {
    int[] levels = categories.apply(occurrence.phrase());
    int known = levels.length - occurrence.newCategories();
    for (int level = 0; level < levels.length; level++) {
      int category = levels[level];
      if (ends.getOrDefault(category, 0L) <= occurrence.begin()) {
        ends.put(category, occurrence.end());
        CategoryCounts place =
            level >= known ? new CategoryCounts(1, 1, document) : new CategoryCounts(1, 0, null);
        counts.merge(category, place, CategoryCounts::plus);
      }
    }
  }

  /** Adds up ledgers of several parts, as {@link #count} makes them. */
  public static SortedRun sum(Iterable<SortedRun> ledgers) {
    return NumberedCounts.sum(
        ledgers, CategoryCounts::unpack, CategoryCounts::plus, CategoryCounts::pack);
  }
}
