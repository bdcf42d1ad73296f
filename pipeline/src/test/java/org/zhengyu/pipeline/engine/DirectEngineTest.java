package org.zhengyu.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.zhengyu.pipeline.plan.UsageException;

class DirectEngineTest {
  private final DirectEngine engine = new DirectEngine();
  private final long heap = Runtime.getRuntime().maxMemory();

  @Test
  void takesWhatTheHeapHasRoomFor() {
    assertThatCode(() -> engine.requireRoomFor(new Workload(heap / 5, 10, 10)))
        .doesNotThrowAnyException();
    assertThatCode(() -> engine.requireRoomFor(new Workload(0, 0, 0))).doesNotThrowAnyException();
  }

  @Test
  void refusesInOneLineWhatItHasNotAndNamesTheWaysOut() {
    assertThatThrownBy(() -> engine.requireRoomFor(new Workload(heap, 10, 10)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--input: some ")
        .hasMessageContaining("ZHENGYU_JAVA_OPTS=-Xmx")
        .hasMessageContaining("--runner=FlinkRunner");
  }
}
