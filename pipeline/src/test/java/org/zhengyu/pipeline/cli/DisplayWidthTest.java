package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "链长制, 6",
    "，。《》, 8",
    "“”…—, 4",
    "ＡＢ, 4",
    "ｶﾅ, 2",
    "カナ, 4",
    "한국, 4",
    "𠮷, 2",
    "é, 1",
    "e\u0301, 1",
    "a\u200Bb, 2",
    "😀, 2",
    "'', 0"
  })
  void isThatOfTheCharacters(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @Test
  void cutsAndFillsToTheSameWidth() {
    assertThat(DisplayWidth.padEnd("链长制", 8)).isEqualTo("链长制  ");
    assertThat(DisplayWidth.padEnd("链长制", 5)).isEqualTo("链长 ");
    assertThat(DisplayWidth.padStart("链长制", 8)).isEqualTo("  链长制");
    assertThat(DisplayWidth.padStart("链长制", 5)).isEqualTo(" 长制");
    assertThat(DisplayWidth.padStart("a𠮷", 2)).isEqualTo("𠮷");
    assertThat(DisplayWidth.padEnd("", 2)).isEqualTo("  ");
    assertThat(DisplayWidth.most(List.of("ab", "链长", ""))).isEqualTo(4);
  }
}
