package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContingencyTableTest {
  @Test
  void derivesTheOtherCellsAndTheirExpectations() {
    // The window example: 改革 and 人民 in 30 slots.
    ContingencyTable table = new ContingencyTable(2, 8, 6, 30);
    assertThat(table.o12()).isEqualTo(6);
    assertThat(table.o21()).isEqualTo(4);
    assertThat(table.o22()).isEqualTo(18);
    assertThat(table.r2()).isEqualTo(22);
    assertThat(table.c2()).isEqualTo(24);
    assertThat(table.e11()).isEqualTo(1.6);
    assertThat(table.e12()).isEqualTo(6.4);
    assertThat(table.e21()).isEqualTo(4.4);
    assertThat(table.e22()).isEqualTo(17.6);
    assertThat(table.crossDifference()).isEqualTo(12);
    assertThat(table.deviation()).isEqualTo(0.4);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 0, 10, a count",
    "0, -1, 0, 10, a count",
    "0, 0, -1, 10, a count",
    "0, 0, 0, -1, a count",
    "3, 2, 5, 10, o12",
    "3, 5, 2, 10, o21",
    "1, 6, 6, 10, o22",
    "0, 11, 0, 10, o22",
    "0, 9223372036854775807, 9223372036854775807, 5, o22",
    "0, 9223372036854775807, 9223372036854775807, 9223372036854775807, o22",
  })
  void refusesATableOfMixedEventSpacesAndSaysWhichCellIsNegative(
      long o11, long r1, long c1, long n, String cell) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ContingencyTable(o11, r1, c1, n))
        .withMessageStartingWith(cell)
        .withMessageContaining("r1=" + r1);
  }

  @Test
  void keepsTheLastDigitOfALargeDeviation() {
    long n = 1_000_000_000_000_000_000L;
    long r1 = 1_000_000_001L;
    long c1 = n - 1_000_000_000L + 1;
    // o11 n - r1 c1 with o11 = 10^9: 10^27 - (10^27 - 10^18 + 10^9 + 10^18 - 10^9 + 1) = -1.
    assertThat(new ContingencyTable(1_000_000_000L, r1, c1, n).crossDifference()).isEqualTo(-1);
  }
}
