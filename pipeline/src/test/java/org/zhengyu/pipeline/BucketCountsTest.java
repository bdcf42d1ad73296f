package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;

class BucketCountsTest {
  private static final long MB = 1 << 20;

  @ParameterizedTest(name = "{0} MB for {1} workers")
  @CsvSource({
    "1, 2, 2, 2, 1", // never one alone
    "12, 4, 3, 3, 1", // one for 4 MB, though each worker could have two
    "100, 2, 25, 13, 4", // one for 4 MB of tokens, for 8 MB of counts
    "100, 10, 25, 20, 4", // two for each worker
    "1024, 2, 256, 64, 32", // enough for two workers
    "1024, 100, 256, 200, 32", // two for each worker
    "8192, 100, 2048, 800, 256", // enough for a hundred: eight for each
    "3072, 2, 768, 96, 96", // a bucket for 32 MB
    "1048576, 2, 4096, 4096, 512" // never more
  })
  void followsTheSizeOfTheInput(long megabytes, int workers, int tokens, int large, int medium) {
    assertThat(BucketCounts.of(0, workers, plan(megabytes, 1), 1))
        .isEqualTo(new BucketCounts(tokens, large, medium, 1));
  }

  @Test
  void takesTheNumberThatIsWanted() {
    assertThat(BucketCounts.of(20, 2, plan(3072, 5000), 1))
        .isEqualTo(new BucketCounts(20, 20, 3, 2));
    assertThat(BucketCounts.of(20, 2, InputPlan.unknown(), 0))
        .isEqualTo(new BucketCounts(20, 20, 3, 1));
  }

  @Test
  void takesTheSameNumberForAnyInputThatIsNotKnown() {
    assertThat(BucketCounts.of(0, 2, InputPlan.unknown(), 0))
        .isEqualTo(new BucketCounts(256, 256, 32, 4));
  }

  @ParameterizedTest(name = "{0} documents")
  @CsvSource({"0, 1", "100000, 1", "100001, 2", "3000000, 30"})
  void keepsTheDocumentsOfABucketFewHoweverShortTheyAre(long documents, int expected) {
    assertThat(BucketCounts.of(0, 2, plan(1024, 64), documents).documents()).isEqualTo(expected);
  }

  private static InputPlan plan(long megabytes, int units) {
    long bytes = megabytes * MB;
    InputFile file = new InputFile(0, "a.jsonl", "a", "", bytes, "jsonl", Compression.NONE);
    return new InputPlan(
        List.of(file),
        IntStream.range(0, units)
            .mapToObj(unit -> new InputSplit(unit, List.of(FileSlice.share(file, unit, units))))
            .toList(),
        List.of());
  }
}
