package org.zhengyu.pipeline.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void tellsTheTimeLeftFromWhatIsDone() {
    assertThat(Progress.line(0.25, 10, "2 of 8 units segmented"))
        .isEqualTo(" 25 %  2 of 8 units segmented, about 30 s left");
  }

  @Test
  void tellsNoTimeBeforeAnythingIsDone() {
    assertThat(Progress.line(0, 5, "0 of 8 units segmented"))
        .isEqualTo("  0 %  0 of 8 units segmented");
  }
}
