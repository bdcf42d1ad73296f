package org.zhengyu.transforms.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;

/** Any text has a layout whose paragraphs follow each other in it. */
@Tag("slow")
class LayoutFuzzTest {
  @FuzzTest(maxDuration = "5m")
  void findParagraphsInAnyText(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    int end = 0;
    for (Paragraph paragraph : DocumentStructure.of(text, Folding.LOOK_ALIKES)) {
      int length = paragraph.text().length();
      assertThat(paragraph.text()).isNotBlank();
      assertThat(paragraph.begin(0)).isGreaterThanOrEqualTo(end);
      end = paragraph.end(length);
      assertThat(end).isGreaterThan(paragraph.begin(0));
    }
    assertThat(end).isLessThanOrEqualTo(text.codePointCount(0, text.length()));
  }
}
