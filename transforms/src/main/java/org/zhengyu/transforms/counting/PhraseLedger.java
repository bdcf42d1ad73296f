package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PhraseCounts;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * The ledger of phrases: for each that occurs, how many of its literal occurrences have each
 * status, in how many documents it is used, and when first and last.
 */
public final class PhraseLedger {
  private PhraseLedger() {}

  /**
   * Counts the occurrences of some documents.
   *
   * @param occurrences from a document's key to its {@link DocumentHead} and {@link Occurrence}s
   * @return from a phrase's number in four bytes to its packed {@link PhraseCounts}
   */
  public static SortedRun count(SortedRun occurrences) {
    SortedMap<Integer, PhraseCounts> counts = new TreeMap<>();
    SortedRunCursor cursor = occurrences.cursor();
    while (cursor.next()) {
      count(cursor.keyReader().getLong(), cursor.value(), counts);
    }
    return NumberedCounts.pack(counts, PhraseCounts::pack);
  }

  private static void count(long key, PackedReader packed, Map<Integer, PhraseCounts> counts) {
    FirstDocuments document = DocumentHead.unpack(packed).ifDated(key);
    while (packed.hasMore()) {
      Occurrence occurrence = Occurrence.unpack(packed);
      counts.merge(occurrence.phrase(), PhraseCounts.of(occurrence, document), PhraseCounts::plus);
    }
  }

  /** Adds up ledgers of several parts, as {@link #count} makes them. */
  public static SortedRun sum(Iterable<SortedRun> ledgers) {
    return NumberedCounts.sum(
        ledgers, PhraseCounts::unpack, PhraseCounts::plus, PhraseCounts::pack);
  }

  /** The numbers of the phrases with most uses, with their counts, the most frequent first. */
  public static List<Map.Entry<Integer, PhraseCounts>> mostFrequent(
      SortedRun ledger, int most, Comparator<Integer> tieBreak) {
    List<Map.Entry<Integer, PhraseCounts>> used = new ArrayList<>();
    SortedRunCursor cursor = ledger.cursor();
    while (cursor.next()) {
      PhraseCounts counts = PhraseCounts.unpack(cursor.value());
      if (counts.uses() > 0) {
        used.add(Map.entry(cursor.keyReader().getInt(), counts));
      }
    }
    used.sort(
        Comparator.comparingLong(
                (Map.Entry<Integer, PhraseCounts> entry) -> -entry.getValue().uses())
            .thenComparing(Map.Entry::getKey, tieBreak));
    return used.subList(0, Math.min(most, used.size()));
  }
}
