package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files, their slices, and the keys of what they hold. */
class InputModelTest {
  private static final int LAST_FILE = (1 << 24) - 1;
  private static final long LAST_OFFSET = (1L << 39) - 1;

  @Property
  void keysAscendByFileAndThenByOffset(
      @ForAll @IntRange(max = LAST_FILE) int fileA,
      @ForAll @LongRange(max = LAST_OFFSET) long offsetA,
      @ForAll @IntRange(max = LAST_FILE) int fileB,
      @ForAll @LongRange(max = LAST_OFFSET) long offsetB) {
    long a = DocumentKey.of(fileA, offsetA);
    long b = DocumentKey.of(fileB, offsetB);
    assertThat(a).isNotNegative();
    int expected = fileA != fileB ? Integer.compare(fileA, fileB) : Long.compare(offsetA, offsetB);
    assertThat(Long.compare(a, b)).isEqualTo(expected);
  }

  @Example
  void refusesAKeyThereIsNoRoomFor() {
    assertThat(DocumentKey.of(LAST_FILE, LAST_OFFSET)).isEqualTo(Long.MAX_VALUE);
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentKey.of(LAST_FILE + 1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentKey.of(0, LAST_OFFSET + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentKey.of(-1, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> DocumentKey.of(0, -1));
  }

  @ParameterizedTest
  @CsvSource({"报告.txt, NONE", "x.ndjson.GZ, GZIP", "x.gz, GZIP", "gz, NONE", "x.gz.txt, NONE"})
  void tellsTheCompressionByTheName(String name, Compression compression) {
    assertThat(Compression.ofName(name)).isEqualTo(compression);
  }

  @Example
  void weighsASliceByTheTextItStandsFor() {
    InputFile file = new InputFile(0, "u", "n", "", 100, "jsonl", Compression.NONE);
    assertThat(FileSlice.whole(file).textBytes()).isEqualTo(100);
    assertThat(FileSlice.range(file, 30, 50, 4).textBytes()).isEqualTo(20);
    assertThat(FileSlice.range(file, 30, Long.MAX_VALUE, 4).textBytes()).isEqualTo(70);
    assertThat(FileSlice.share(file, 3, 4).textBytes()).isEqualTo(25);
    assertThat(
            new InputSplit(0, List.of(FileSlice.range(file, 0, 30, 1), FileSlice.share(file, 0, 2)))
                .textBytes())
        .isEqualTo(80);
  }

  @Example
  void weighsACompressedFileAtFourTimesItsStoredBytes() {
    InputFile file = new InputFile(0, "u", "n", "", 100, "jsonl", Compression.GZIP);
    assertThat(file.textBytes()).isEqualTo(400);
    assertThat(FileSlice.whole(file).textBytes()).isEqualTo(400);
    assertThat(FileSlice.share(file, 0, 8).textBytes()).isEqualTo(50);
  }

  @Example
  void letsOneSliceOfAFileSpeakForTheWhole() {
    InputFile file = new InputFile(0, "u", "n", "", 100, "jsonl", Compression.NONE);
    assertThat(FileSlice.whole(file).isFirst()).isTrue();
    assertThat(FileSlice.range(file, 0, 50, 1).isFirst()).isTrue();
    assertThat(FileSlice.range(file, 50, 100, 3).isFirst()).isFalse();
    assertThat(FileSlice.share(file, 0, 2).isFirst()).isTrue();
    assertThat(FileSlice.share(file, 1, 2).isFirst()).isFalse();
  }
}
