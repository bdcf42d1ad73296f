package org.zhengyu.engines.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.engines.testkit.GeneratedCorpus;
import org.zhengyu.engines.testkit.Program;
import org.zhengyu.engines.testkit.SameTables;

/** The program on Spark, started as a user starts it: the same rows as on the local runner. */
class SparkIT {
  private static final long CORPUS_BYTES = 3_000_000;
  private static final Duration RUN = Duration.ofMinutes(4);

  @Test
  void itYieldsTheSameRows() throws Exception {
    Path work = Program.workFolder("spark");
    GeneratedCorpus.write(work.resolve("generated.jsonl"), CORPUS_BYTES, 20_250_305);
    run(work, "direct");
    run(work, "spark", "--runner=SparkRunner", "--sparkMaster=local[2]");
    assertThat(SameTables.rows(work.resolve("direct"), "cooccurrences")).isGreaterThan(50_000);
    assertThat(SameTables.differences(work.resolve("direct"), work.resolve("spark"))).isEmpty();
  }

  private static void run(Path work, String name, String... options) throws Exception {
    List<String> args = new ArrayList<>(Arrays.asList(options));
    args.add(
        "--input="
            + Program.repository().resolve("seeds/corpus")
            + ","
            + work.resolve("generated.jsonl"));
    args.add("--output=" + work.resolve(name));
    args.add("--units=sentence,paragraph,document,window");
    args.add("--splitBytes=200000");
    try (Program program = Program.start(work.resolve(name + ".log"), args)) {
      assertThat(program.exitCode(RUN)).as("it printed %s", program.printed()).isZero();
    }
  }
}
