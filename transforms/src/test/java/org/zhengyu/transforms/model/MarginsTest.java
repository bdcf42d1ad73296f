package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarginsTest {
  private final Margins margins = new Margins(2, 3, 5, 7);

  @Test
  void namesTheMarginOfEachUnit() {
    assertThat(margins.of(ContextUnit.DOCUMENT)).isEqualTo(2);
    assertThat(margins.of(ContextUnit.PARAGRAPH)).isEqualTo(3);
    assertThat(margins.of(ContextUnit.SENTENCE)).isEqualTo(5);
    assertThat(margins.of(ContextUnit.WINDOW)).isEqualTo(7);
  }

  @Test
  void countsTheSentencesOfATermWhereTheUnitIsNoUnitOfText() {
    assertThat(margins.unitsWith(ContextUnit.WINDOW)).isEqualTo(5);
    assertThat(margins.unitsWith(ContextUnit.DOCUMENT)).isEqualTo(2);
    assertThat(margins.unitsWith(ContextUnit.PARAGRAPH)).isEqualTo(3);
    assertThat(margins.unitsWith(ContextUnit.SENTENCE)).isEqualTo(5);
  }

  @Test
  void addsUp() {
    assertThat(margins.plus(new Margins(10, 20, 30, 40))).isEqualTo(new Margins(12, 23, 35, 47));
  }

  @Test
  void totalsNameTheSizeOfEachEventSpaceAndKeepTheShortestDocument() {
    CorpusTotals totals =
        new CorpusTotals(1, 2, 3, 5, 8, 8).plus(new CorpusTotals(10, 20, 30, 50, 80, 4));
    assertThat(totals).isEqualTo(new CorpusTotals(11, 22, 33, 55, 88, 4));
    assertThat(totals.plus(CorpusTotals.NONE)).isEqualTo(totals);
    assertThat(totals.of(ContextUnit.DOCUMENT)).isEqualTo(11);
    assertThat(totals.of(ContextUnit.PARAGRAPH)).isEqualTo(22);
    assertThat(totals.of(ContextUnit.SENTENCE)).isEqualTo(33);
    assertThat(totals.of(ContextUnit.WINDOW)).isEqualTo(55);
  }
}
