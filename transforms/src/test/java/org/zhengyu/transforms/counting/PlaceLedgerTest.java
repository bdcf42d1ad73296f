package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.structure.Zone;

class PlaceLedgerTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2022, 11, 28);
  private static final LocalDate JANUARY = LocalDate.of(2023, 1, 5);

  /** A document with one use of each phrase, the second time no longer the first. */
  private static SortedRun document(
      long key, String id, @Nullable LocalDate day, @Nullable String place, int... phrases) {
    PackedWriter value = new PackedWriter();
    Region region = place == null ? null : Region.named(place);
    new DocumentHead(id, DatedDocuments.day(day), region).pack(value);
    for (int phrase : phrases) {
      for (boolean firstUse : new boolean[] {true, false}) {
        new Occurrence(
                phrase, "形", MatchStatus.TOKEN, null, firstUse, 0, Zone.BODY, 0, 0, 0, 1, "左", "右")
            .pack(value);
      }
    }
    return new SortedRunBuilder().add(new PackedWriter().putLong(key), value).build();
  }

  private static String line(int phrase, PlaceLedger.Place place) {
    FirstDocuments first = place.first();
    return phrase + " " + place.region().name() + " " + first.document().id() + " " + first.ties();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void keepsTheFirstDocumentsOfEveryPlaceAndPhrase(int buckets) {
    List<List<SortedRun>> runs = new ArrayList<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      runs.add(new ArrayList<>());
    }
    for (SortedRun document :
        List.of(
            document(1, "甲", JANUARY, "上海市", 0, 4),
            document(2, "乙", NOVEMBER, "上海市", 0),
            document(3, "丙", NOVEMBER, "上海市", 0),
            document(4, "丁", JANUARY, "全国", 0, 1),
            document(5, "戊", null, "全国", 0, 4),
            document(6, "己", NOVEMBER, null, 0, 4))) {
      PlaceLedger.count(
          document, new BucketWriter(buckets, (bucket, run) -> runs.get(bucket).add(run)));
    }

    List<String> lines = new ArrayList<>();
    runs.forEach(
        bucket ->
            PlaceLedger.sum(
                bucket,
                (phrase, places) -> places.forEach(place -> lines.add(line(phrase, place)))));

    assertThat(lines).containsExactlyInAnyOrder("0 上海市 乙 2", "0 全国 丁 1", "1 全国 丁 1", "4 上海市 甲 1");
  }
}
