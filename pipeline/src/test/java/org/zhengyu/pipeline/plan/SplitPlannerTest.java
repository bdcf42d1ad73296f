package org.zhengyu.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;

class SplitPlannerTest {
  private static final long MB = 1 << 20;

  @ParameterizedTest(name = "{0} files of 1 MB for {1} workers")
  @CsvSource({
    "2, 8, 2", // a file is the least
    "16, 2, 2", // one for each worker
    "31, 2, 2", // 15.5 MB, and the last file finds room
    "34, 2, 4", // two for each worker: 8.5 MB are nine files
    "100, 2, 8", // four for each: 12.5 MB are thirteen files
    "256, 20, 20", // 12.8 MB
    "1024, 2, 61" // 16 MB, and room for one file more
  })
  void cutsAsManySplitsForEachWorkerAndNoneLarge(int files, int workers, int splits)
      throws Exception {
    assertThat(
            SplitPlanner.forWorkers(workers)
                .cut(IntStream.range(0, files).mapToObj(SplitPlannerTest::file).toList()))
        .hasSize(splits);
  }

  @ParameterizedTest(name = "{0} MB of compressed JSONL for {1} workers")
  @CsvSource({
    "1, 2, 2", // one share for each worker
    "60, 4, 4",
    "60, 20, 8", // each reads the whole stream: never more than eight
    "250, 2, 4", // 62.5 MB each
    "4096, 2, 8"
  })
  void dealsCompressedLinesInFewShares(long megabytes, int workers, int shares) throws Exception {
    InputFile file =
        new InputFile(0, "a.jsonl.gz", "a", "", megabytes * MB / 4, "jsonl", Compression.GZIP);
    assertThat(SplitPlanner.forWorkers(workers).cut(List.of(file)))
        .flatExtracting(InputSplit::slices)
        .extracting(FileSlice::shares)
        .hasSize(shares)
        .containsOnly(shares);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, 4", "UTF-16LE, 1", "UTF-16BE, 1", "UTF-32LE, 1", "UTF-32BE, 1"})
  void cutsLinesOnlyWhereTheirEndIsOneByte(String encoding, int slices, @TempDir Path folder)
      throws Exception {
    Path path = folder.resolve("a.jsonl");
    byte[] bytes = "\uFEFF{}\n{}\n{}\n{}\n".getBytes(Charset.forName(encoding));
    Files.write(path, bytes);
    InputFile file =
        new InputFile(0, path.toString(), "a", "", bytes.length, "jsonl", Compression.NONE);
    assertThat(SplitPlanner.forWorkers(2).withSplitBytes(1).cut(List.of(file)))
        .flatExtracting(InputSplit::slices)
        .hasSize(slices);
  }

  private static InputFile file(int number) {
    return new InputFile(number, number + ".txt", number + "", "", MB, "text", Compression.NONE);
  }
}
