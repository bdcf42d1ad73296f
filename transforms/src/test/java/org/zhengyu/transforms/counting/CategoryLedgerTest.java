package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.CategoryCounts;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.structure.Zone;

class CategoryLedgerTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2022, 11, 28);
  private static final LocalDate JANUARY = LocalDate.of(2023, 1, 5);

  /** 生态 is 0, 生态/双碳 1, 治理 2; phrase 0 is of 生态/双碳, 1 of 生态, 2 of 治理, 3 of none. */
  private static final int[][] CATEGORIES = {{0, 1}, {0}, {2}, {}};

  private record Place(int phrase, MatchStatus status, int newCategories, int begin, int end) {}

  private static Place token(int phrase, int newCategories, int begin, int end) {
    return new Place(phrase, MatchStatus.TOKEN, newCategories, begin, end);
  }

  private static SortedRun count(String id, LocalDate from, Place... places) {
    PackedWriter value = new PackedWriter();
    new DocumentHead(id, DatedDocuments.day(from), null).pack(value);
    for (Place place : places) {
      new Occurrence(
              place.phrase(),
              "形",
              place.status(),
              null,
              place.newCategories() > 0,
              place.newCategories(),
              Zone.BODY,
              0,
              0,
              place.begin(),
              place.end(),
              "左",
              "右")
          .pack(value);
    }
    SortedRun document = new SortedRunBuilder().add(new PackedWriter().putLong(1), value).build();
    return CategoryLedger.count(document, phrase -> CATEGORIES[phrase]);
  }

  private static Map<Integer, CategoryCounts> counts(SortedRun ledger) {
    Map<Integer, CategoryCounts> counts = new TreeMap<>();
    SortedRunCursor cursor = ledger.cursor();
    while (cursor.next()) {
      counts.put(cursor.keyReader().getInt(), CategoryCounts.unpack(cursor.value()));
    }
    return counts;
  }

  @Test
  void countsAPlaceOnceALevelAndADocumentOnce() {
    SortedRun one =
        count(
            "乙",
            JANUARY,
            token(0, 2, 0, 3),
            token(1, 0, 5, 9),
            new Place(0, MatchStatus.OVERLAPPED, 0, 9, 12),
            token(3, 0, 20, 22));
    SortedRun other = count("甲", NOVEMBER, token(1, 1, 4, 8), token(2, 1, 10, 13));
    SortedRun undated = count("丙", null, token(0, 2, 0, 3));

    assertThat(counts(CategoryLedger.sum(List.of(one, other, undated))))
        .isEqualTo(
            Map.of(
                0,
                new CategoryCounts(5, 3, DatedDocuments.on(NOVEMBER, 1, "甲")),
                1,
                new CategoryCounts(3, 2, DatedDocuments.on(JANUARY, 1, "乙")),
                2,
                new CategoryCounts(1, 1, DatedDocuments.on(NOVEMBER, 1, "甲"))));
  }

  /** Phrase 1 covers the first of phrase 0, and the second begins within the end of it. */
  @Test
  void takesUsesThatShareCharactersForOnePlace() {
    SortedRun ledger =
        count(
            "甲",
            NOVEMBER,
            token(1, 1, 0, 6),
            new Place(0, MatchStatus.NESTED, 1, 0, 3),
            new Place(0, MatchStatus.OVERLAPPED, 0, 5, 8),
            token(0, 0, 8, 11));

    assertThat(counts(ledger))
        .isEqualTo(
            Map.of(
                0,
                new CategoryCounts(2, 1, DatedDocuments.on(NOVEMBER, 1, "甲")),
                1,
                new CategoryCounts(3, 1, DatedDocuments.on(NOVEMBER, 1, "甲"))));
  }

  @Test
  void countsNoOccurrenceThatIsNoUse() {
    SortedRun ledger =
        count(
            "甲",
            NOVEMBER,
            new Place(0, MatchStatus.SPLIT, 0, 0, 3),
            new Place(2, MatchStatus.GUARDED, 0, 5, 9));

    assertThat(counts(ledger)).isEmpty();
    assertThat(counts(CategoryLedger.sum(List.of(SortedRun.EMPTY)))).isEmpty();
  }
}
