package org.zhengyu.pipeline.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputFormat;

class UnitPlannerTest {
  private static final long MB = 1 << 20;

  @ParameterizedTest(name = "{0} files of 1 MB for {1} workers")
  @CsvSource({
    "2, 2, 2", // a file is the least
    "16, 2, 8", // four for each worker: 2 MB
    "100, 2, 13", // 8 MB
    "256, 20, 86", // four for each worker: 3.2 MB are three files
    "512, 2, 64", // 8 MB: no more than 64
    "1024, 2, 64", // 16 MB
    "4096, 2, 256" // and no larger
  })
  void cutsSeveralUnitsForEachWorkerButNotMany(int files, int workers, int units) throws Exception {
    assertThat(
            UnitPlanner.forWorkers(workers)
                .cut(IntStream.range(0, files).mapToObj(UnitPlannerTest::file).toList()))
        .hasSize(units);
  }

  private static InputFile file(int number) {
    return new InputFile(number, number + ".txt", number + "", "", MB, InputFormat.TEXT, false);
  }
}
