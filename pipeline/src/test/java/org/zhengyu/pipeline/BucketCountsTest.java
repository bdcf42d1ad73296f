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
    "1, 2, 2, 2, 2, 1", // never one alone
    "12, 4, 3, 3, 3, 1", // one for 4 MB, though each worker could have two
    "100, 2, 25, 13, 13, 4", // one for 4 MB of tokens, for 8 MB of counts
    "100, 10, 25, 20, 20, 4", // two for each worker
    "1024, 2, 256, 64, 64, 32", // enough for two workers
    "1024, 100, 256, 200, 200, 32", // two for each worker
    "8192, 100, 2048, 800, 800, 256", // enough for a hundred: eight for each
    "6144, 2, 1536, 96, 192, 192", // a bucket for 64 MB, for 32 MB of sequences
    "1048576, 2, 4096, 4096, 4096, 512" // never more
  })
  void followsTheSizeOfTheInput(
      long megabytes, int workers, int tokens, int terms, int sequences, int occurrences) {
    assertThat(BucketCounts.of(0, workers, plan(megabytes, 1), 1, 1))
        .isEqualTo(new BucketCounts(tokens, terms, sequences, occurrences, 1));
  }

  @ParameterizedTest(name = "{0} shards, {1} workers")
  @CsvSource({
    "1, 2, 160", // a bucket for 64 MB
    "2, 2, 80",
    "3, 2, 64", // enough for two workers
    "3, 100, 267", // eight slots for each of a hundred
    "80, 100, 200" // two buckets for each, that they are written by
  })
  void hasFewerBucketsOfTermsWhereEachLiesInShards(int shards, int workers, int expected) {
    BucketCounts one = BucketCounts.of(0, workers, plan(10_240, 1), 1, 1);
    assertThat(BucketCounts.of(0, workers, plan(10_240, 1), 1, shards))
        .isEqualTo(
            new BucketCounts(
                one.tokens(), expected, one.sequences(), one.occurrences(), one.documents()));
  }

  @Test
  void takesTheNumberThatIsWanted() {
    assertThat(BucketCounts.of(20, 2, plan(3072, 5000), 1, 1))
        .isEqualTo(new BucketCounts(20, 20, 20, 3, 2));
    assertThat(BucketCounts.of(20, 2, InputPlan.unknown(), 0, 1))
        .isEqualTo(new BucketCounts(20, 20, 20, 3, 1));
  }

  @Test
  void takesTheSameNumberForAnyInputThatIsNotKnown() {
    assertThat(BucketCounts.of(0, 2, InputPlan.unknown(), 0, 1))
        .isEqualTo(new BucketCounts(256, 256, 256, 32, 4));
  }

  @ParameterizedTest(name = "{0} documents")
  @CsvSource({"0, 1", "100000, 1", "100001, 2", "3000000, 30"})
  void keepsTheDocumentsOfABucketFewHoweverShortTheyAre(long documents, int expected) {
    assertThat(BucketCounts.of(0, 2, plan(1024, 64), documents, 1).documents()).isEqualTo(expected);
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
