package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  /** The second has {@code \} where the first has the character itself. */
  @ParameterizedTest
  @CsvSource({
    "a\u001b[2J, a\\u001b[2J",
    "a\u0000b, a\\u0000b",
    "'a\nb\tc\r', a\\u000ab\\u0009c\\u000d",
    "a\u007F\u0085\u009B31mb, a\\u007f\\u0085\\u009b31mb",
    "a\u2028b\u2029c, a\\u2028b\\u2029c",
    "txt.\u202Efdp, txt.\\u202efdp",
    "\u2066a\u2069\u200F, \\u2066a\\u2069\\u200f",
  })
  void writesWhatMovesOrTurnsOtherCharactersAsItsCode(String text, String visible) {
    assertThat(Visible.of(text)).isEqualTo(visible);
  }

  @ParameterizedTest
  @CsvSource({"改革 2024.txt", "𠀀𪚥", "“走在前、开新局”", "e\u0301", "👩\u200D🔬", "a\\u001b"})
  void leavesAllElseAsItIs(String text) {
    assertThat(Visible.of(text)).isEqualTo(text);
  }
}
