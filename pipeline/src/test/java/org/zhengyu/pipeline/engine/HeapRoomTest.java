package org.zhengyu.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.UsageException;

class HeapRoomTest {
  private final long heap = Runtime.getRuntime().maxMemory();

  @Test
  void takesWhatTheHeapHasRoomFor() {
    assertThatCode(() -> HeapRoom.require(new InputSizes(heap / 5, 10, 10, 0, 4)))
        .doesNotThrowAnyException();
    assertThatCode(() -> HeapRoom.require(new InputSizes(0, 0, 0, 0, 4)))
        .doesNotThrowAnyException();
  }

  @Test
  void asksForMoreWhereMoreIsHeldOfTheText() {
    assertThatThrownBy(() -> HeapRoom.require(new InputSizes(heap / 5, 10, 10, 0, 6)))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void refusesInOneLineWhatItHasNotAndNamesTheWaysOut() {
    assertThatThrownBy(() -> HeapRoom.require(new InputSizes(heap, 10, 10, 0, 4)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--input: some ")
        .hasMessageContaining("ZHENGYU_JAVA_OPTS=-Xmx")
        .hasMessageContaining("--runner=FlinkRunner");
  }

  @Test
  void refusesTooManyDocumentsTooLargeOnesAndTooMuchMetadataHoweverLittleTextThereIs() {
    for (InputSizes sizes :
        List.of(
            new InputSizes(10, heap / 1000, 10, 0, 4),
            new InputSizes(10, 1, heap / 8, 0, 4),
            new InputSizes(10, 1, 10, heap / 4, 4))) {
      assertThatThrownBy(() -> HeapRoom.require(sizes)).isInstanceOf(UsageException.class);
    }
  }
}
