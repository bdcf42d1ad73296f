package org.zhengyu.pipeline.engine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.pipeline.plan.InputSizes;
import org.zhengyu.pipeline.plan.UsageException;

class HeapRoomTest {
  private final long heap = Runtime.getRuntime().maxMemory();

  private static InputSizes sizes(long textBytes, int timesHeld) {
    return new InputSizes(textBytes, 10, 10, Math.min(textBytes, 100), 0, timesHeld);
  }

  @Test
  void takesWhatTheHeapHasRoomFor() {
    for (boolean holdsAll : new boolean[] {true, false}) {
      assertThatCode(() -> HeapRoom.require(sizes(heap / 5, 4), holdsAll))
          .doesNotThrowAnyException();
      assertThatCode(() -> HeapRoom.require(sizes(0, 4), holdsAll)).doesNotThrowAnyException();
    }
  }

  @Test
  void asksForMoreWhereMoreIsHeldOfTheText() {
    assertThatThrownBy(() -> HeapRoom.require(sizes(heap / 5, 6), true))
        .isInstanceOf(UsageException.class);
    assertThatThrownBy(() -> HeapRoom.require(sizes(heap * 3, 6), false))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void takesMoreThanItHoldsWhereFilesTakeTheRest() {
    assertThatCode(() -> HeapRoom.require(sizes(heap * 3, 4), false)).doesNotThrowAnyException();
  }

  @Test
  void refusesInOneLineWhatItHasNotAndNamesTheWaysOut() {
    assertThatThrownBy(() -> HeapRoom.require(sizes(heap * 5, 4), false))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--input: some ")
        .hasMessageContaining("ZHENGYU_JAVA_OPTS=-Xmx")
        .hasMessageContaining("--runner=FlinkRunner");
  }

  @Test
  void refusesTooMuchOfAnyKindHoweverLittleThereIsOfTheOthers() {
    for (InputSizes sizes :
        List.of(
            new InputSizes(10, heap / 1000, 10, 10, 0, 4),
            new InputSizes(10, 1, heap / 8, 10, 0, 4),
            new InputSizes(10, 1, 10, heap / 2, 0, 4),
            new InputSizes(10, 1, 10, 10, heap / 4, 4))) {
      assertThatThrownBy(() -> HeapRoom.require(sizes, false)).isInstanceOf(UsageException.class);
    }
  }
}
