package org.zhengyu.transforms.input;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;

/**
 * What {@link ReadersTest} holds of any bytes, of bytes that are led by the code which they reach.
 * {@code .ci/fuzz} looks for new ones; else those are tried that are known.
 */
@Tag("slow")
class ReadersFuzzTest {
  /** The first byte is the format, what follows the file. */
  @FuzzTest(maxDuration = "5m")
  void readAnyBytes(byte[] input) {
    if (input.length > 0) {
      String name = ReadersTest.NAMES.get((input[0] & 0xFF) % ReadersTest.NAMES.size());
      ReadersTest.readsWithoutAFault(name, Arrays.copyOfRange(input, 1, input.length));
    }
  }
}
