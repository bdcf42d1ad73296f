package org.zhengyu.engines.flink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.plan.UsageException;

class DirectMemoryTest {
  /** Two workers: 128 and twice 32 for what they hand each other, 96 for their connections. */
  @Test
  void saysHowMuchIsNeededWhereJavaMayTakeLess() throws UsageException {
    DirectMemory.require(2, 288);
    assertThatExceptionOfType(UsageException.class)
        .isThrownBy(() -> DirectMemory.require(2, 287))
        .withMessage(
            "--runner: Flink in this process needs 288 MB outside the heap, and Java may take 287 MB"
                + " there: give it ZHENGYU_JAVA_OPTS=-XX:MaxDirectMemorySize=288m")
        .satisfies(
            refusal ->
                assertThat(refusal.in(Language.CHINESE)).contains("需要 288 MB", "至多可用 287 MB"));
  }
}
