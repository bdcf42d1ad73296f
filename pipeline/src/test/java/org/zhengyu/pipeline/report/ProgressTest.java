package org.zhengyu.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.zhengyu.output.Wording;

class ProgressTest {
  private static final Wording MESSAGE = new Wording("2 of 8 splits segmented", "分片 2 / 8 已分词");

  @Test
  void tellsTheTimeLeftFromWhatIsDone() {
    assertThat(Progress.line(0.25, 10, MESSAGE))
        .isEqualTo(
            new Wording(
                " 25 %  2 of 8 splits segmented, about 30 s left", " 25 %  分片 2 / 8 已分词，约剩 30 秒"));
  }

  @Test
  void tellsNoTimeBeforeAnythingIsDone() {
    assertThat(Progress.line(0, 5, MESSAGE).english()).isEqualTo("  0 %  2 of 8 splits segmented");
  }
}
