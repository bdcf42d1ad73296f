package org.zhengyu.transforms.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.input.Dates;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Source;
import org.zhengyu.transforms.structure.DocumentStructure;
import org.zhengyu.transforms.structure.Folding;

class TextFactsTest {
  private static final String REPORT =
      "政府工作报告\n——2024年3月5日在第十四届全国人民代表大会第二次会议上\n\n各位代表：\n" + "现在，我代表国务院，向大会报告政府工作，请予审议。\n";

  /** The day of the text counts where it is within what is given, and nowhere else. */
  @ParameterizedTest
  @CsvSource({
    "2024, 2024-03-05, text",
    "2024-03, 2024-03-05, text",
    "2023, 2023-01-01, metadata",
    "2024-03-04, 2024-03-04, metadata",
    ", 2024-03-05, text"
  })
  void aDayWithinWhatIsGivenMakesThatMorePrecise(String given, String first, String source) {
    Description.Builder known = Description.NONE.with();
    if (given != null) {
      known.date(Dates.parse(given, Source.METADATA));
    }

    Description filled =
        TextFacts.fill(known.build(), DocumentStructure.of(REPORT, Folding.of(false)));

    KnownDate date = filled.date();
    assertThat(date.first()).isEqualTo(LocalDate.parse(first));
    assertThat(date.source()).hasToString(source);
    assertThat(filled.inferred().contains("date")).isEqualTo(source.equals("text"));
  }
}
