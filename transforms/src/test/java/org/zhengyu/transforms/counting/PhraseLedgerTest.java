package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PhraseCounts;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.structure.Zone;

class PhraseLedgerTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2022, 11, 28);
  private static final LocalDate JANUARY = LocalDate.of(2023, 1, 5);

  /** A document and the statuses of its occurrences: phrase number and status by turns. */
  private static SortedRun document(long key, String id, LocalDate from, Object... occurrences) {
    PackedWriter value = new PackedWriter();
    new DocumentHead(id, DatedDocuments.day(from), null).pack(value);
    Set<Object> used = new HashSet<>();
    for (int i = 0; i < occurrences.length; i += 2) {
      int phrase = (Integer) occurrences[i];
      MatchStatus status = (MatchStatus) occurrences[i + 1];
      boolean firstUse = status.isUse() && used.add(phrase);
      new Occurrence(phrase, "形", status, null, firstUse, 0, Zone.BODY, 0, 0, i, i + 1, "左", "右")
          .pack(value);
    }
    return new SortedRunBuilder().add(new PackedWriter().putLong(key), value).build();
  }

  private static Map<Integer, PhraseCounts> counts(SortedRun ledger) {
    Map<Integer, PhraseCounts> counts = new TreeMap<>();
    SortedRunCursor cursor = ledger.cursor();
    while (cursor.next()) {
      counts.put(cursor.keyReader().getInt(), PhraseCounts.unpack(cursor.value()));
    }
    return counts;
  }

  @Test
  void addsUpAllStatusesOverDocumentsAndParts() {
    SortedRun one =
        PhraseLedger.count(
            document(
                1,
                "乙",
                JANUARY,
                0,
                MatchStatus.TOKEN,
                0,
                MatchStatus.GUARDED,
                0,
                MatchStatus.TOKEN,
                1,
                MatchStatus.NESTED));
    SortedRun other =
        PhraseLedger.count(
            document(9, "甲", NOVEMBER, 0, MatchStatus.OVERLAPPED, 1, MatchStatus.SPLIT));
    Map<Integer, PhraseCounts> expected =
        Map.of(
            0,
            new PhraseCounts(2, 0, 1, 2, 0, 1, DatedDocuments.on(NOVEMBER, 9, "甲"), JANUARY),
            1,
            new PhraseCounts(0, 1, 0, 1, 1, 0, DatedDocuments.on(JANUARY, 1, "乙"), JANUARY));
    assertThat(counts(PhraseLedger.sum(List.of(one, other)))).isEqualTo(expected);
    assertThat(counts(PhraseLedger.sum(List.of(other, one)))).isEqualTo(expected);
    assertThat(counts(PhraseLedger.sum(List.of(SortedRun.EMPTY)))).isEmpty();
  }

  /** Phrase 2 twice; 0 and 1 once each, told by number; 3 never. */
  @Test
  void namesTheMostFrequentFirstAndOfEqualOnesAsTold() {
    SortedRun ledger =
        PhraseLedger.count(
            document(
                1,
                "甲",
                null,
                0,
                MatchStatus.TOKEN,
                1,
                MatchStatus.OVERLAPPED,
                2,
                MatchStatus.TOKEN,
                2,
                MatchStatus.NESTED,
                3,
                MatchStatus.SPLIT));
    assertThat(PhraseLedger.mostFrequent(ledger, 9, Comparator.naturalOrder()))
        .extracting(Map.Entry::getKey)
        .containsExactly(2, 0, 1);
    assertThat(PhraseLedger.mostFrequent(ledger, 2, Comparator.reverseOrder()))
        .extracting(Map.Entry::getKey)
        .containsExactly(2, 1);
  }
}
