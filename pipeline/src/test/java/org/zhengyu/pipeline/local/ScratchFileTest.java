package org.zhengyu.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFileTest {
  private static final int PLACES = 20;

  @TempDir Path temp;

  private static byte[] bytes(int seed) {
    byte[] bytes = new byte[20_000 * seed];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static ScratchFile.Place append(ScratchFile file, int seed) {
    try {
      return file.append(bytes(seed));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void givesBackWhatManyThreadsWroteAtTheSameTime() throws IOException {
    try (ScratchFile file = ScratchFile.in(temp)) {
      List<ScratchFile.Place> places =
          IntStream.range(0, PLACES).parallel().mapToObj(seed -> append(file, seed)).toList();
      for (int seed = 0; seed < PLACES; seed++) {
        assertThat(file.read(places.get(seed))).isEqualTo(bytes(seed));
      }
    }
  }

  @Test
  void isGoneWhenItIsClosed() throws IOException {
    ScratchFile file = ScratchFile.in(temp);
    append(file, 1);
    file.close();
    assertThat(temp).isEmptyDirectory();
  }
}
