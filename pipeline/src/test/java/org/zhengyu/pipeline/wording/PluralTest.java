package org.zhengyu.pipeline.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PluralTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "%,d {hit|hits} in %,d {sentence|sentences}; 1; 2; 1 hit in 2 sentences",
        "%,d {hit|hits} in %,d {sentence|sentences}; 0; 1; 0 hits in 1 sentence",
        "%,d {hit|hits} in %,d {sentence|sentences}; 1001; 1001; 1,001 hits in 1,001 sentences",
        "%2$d of %1$d {document|documents}; 1; 7; 7 of 1 document",
        "%d %% or %d {document is|documents are}; 1; 2; 1 % or 2 documents are",
        "%d and %d; 1; 2; 1 and 2",
      })
  void choosesByTheNumberBefore(String format, long first, long second, String expected) {
    assertThat(String.format(Locale.ROOT, Plural.chosen(format, first, second), first, second))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"{a|b} 1", "1 {a|b}", "$1 \\\\1"})
  void leavesWhatIsSpokenOfAsItIs(String name) {
    assertThat(String.format(Locale.ROOT, Plural.chosen("%s of %d {a|b}", name, 1L), name, 1L))
        .isEqualTo(name + " of 1 a");
  }
}
