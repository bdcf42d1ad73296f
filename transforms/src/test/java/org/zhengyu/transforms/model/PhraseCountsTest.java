package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PhraseCountsTest {
  private static final LocalDate MONDAY = LocalDate.of(2022, 11, 28);
  private static final LocalDate TUESDAY = LocalDate.of(2022, 11, 29);

  static Arbitrary<PhraseCounts> anyCounts() {
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 1L << 40);
    Arbitrary<FirstDocuments> first = DatedDocuments.any().map(FirstDocuments::of).injectNull(0.3);
    Arbitrary<LocalDate> last = Arbitraries.of(MONDAY, TUESDAY).injectNull(0.3);
    return Combinators.combine(counts, counts, counts, counts, counts, counts, first, last)
        .as(PhraseCounts::new);
  }

  @Provide
  Arbitrary<PhraseCounts> counts() {
    return anyCounts();
  }

  @Property
  void addsUpInAnyOrderAndGrouping(
      @ForAll("counts") PhraseCounts a,
      @ForAll("counts") PhraseCounts b,
      @ForAll("counts") PhraseCounts c) {
    assertThat(a.plus(b)).isEqualTo(b.plus(a));
    assertThat(a.plus(b).plus(c)).isEqualTo(a.plus(b.plus(c)));
    assertThat(a.plus(PhraseCounts.NONE)).isEqualTo(a);
    assertThat(a.plus(b).literal()).isEqualTo(a.literal() + b.literal());
  }

  @Example
  void keepsTheEarliestAndTheLatestUse() {
    PhraseCounts late = used(TUESDAY, 1, "甲");
    PhraseCounts early = used(MONDAY, 2, "乙");
    PhraseCounts undated = new PhraseCounts(1, 2, 5, 1, 3, 4, null, null);

    PhraseCounts all = late.plus(undated).plus(early);

    assertThat(all)
        .isEqualTo(new PhraseCounts(3, 2, 5, 3, 3, 4, DatedDocuments.on(MONDAY, 2, "乙"), TUESDAY));
    assertThat(all.uses()).isEqualTo(10);
    assertThat(all.literal()).isEqualTo(17);
  }

  @Example
  void takesOfDocumentsOfOneDayTheFirstInDocumentOrder() {
    FirstDocuments first = used(MONDAY, 2, "乙").plus(used(MONDAY, 1, "甲")).first();

    assertThat(first.document().id()).isEqualTo("甲");
    assertThat(first.ties()).isEqualTo(2);
  }

  private static PhraseCounts used(LocalDate date, long key, String id) {
    return new PhraseCounts(1, 0, 0, 1, 0, 0, DatedDocuments.on(date, key, id), date);
  }
}
