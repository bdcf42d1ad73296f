package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.beam.sdk.PipelineResult;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Dataset;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.pipeline.plan.SplitPlanner;
import org.zhengyu.pipeline.rows.Tables;

/** What is in the output folder after runs that replace a result, are refused, or die. */
class OverwriteTest {
  @TempDir Path temp;
  private Path first;
  private Path second;
  private Path output;

  @BeforeEach
  void writeTwoCorpora() {
    first = temp.resolve("first");
    write(first.resolve("a.txt"), "推进产业链建设。");
    write(first.resolve("b.txt"), "推进城市更新。");
    second = temp.resolve("second");
    write(second.resolve("c.txt"), "环境保护。");
    output = temp.resolve("deep/down/result");
  }

  private static Map<String, Long> files(Path folder) throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path file : entries.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.size(file));
      }
    }
    return files;
  }

  @Test
  void replacesAResultWholeAndNeverMixesOldRowsWithNew() throws IOException {
    ZhengyuJob.into(output).over(first).with("buckets", 5).complete();
    Result result =
        ZhengyuJob.into(output)
            .over(second)
            .with("buckets", 1)
            .with("tables", "terms,documents")
            .with("overwrite", true)
            .complete();
    assertThat(result.tables()).containsExactly("documents", "terms");
    assertThat(result.texts("select doc_id from documents")).containsExactly("c.txt");
    assertThat(result.texts("select term from terms")).containsExactly("保护", "环境");
    assertThat(files(output).keySet())
        .containsExactly(
            "_SUCCESS",
            "_manifest.json",
            "datapackage.json",
            "documents/part-00000.parquet",
            "load.sql",
            "report.html",
            "terms/part-00000.parquet");
  }

  @Test
  void refusesAnOlderResultWithoutBeingTold() throws IOException {
    ZhengyuJob.into(output).over(first).complete();
    Map<String, Long> before = files(output);
    ZhengyuJob.Ended refused = ZhengyuJob.into(output).over(second).run();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err()).contains("--output: ", "--overwrite");
    assertThat(files(output)).isEqualTo(before);
  }

  @Test
  void refusesToReplaceAFolderWithFilesOfSomebodyElse() throws IOException {
    ZhengyuJob.into(output).over(first).complete();
    write(output.resolve("terms/notes.txt"), "mine");
    Map<String, Long> before = files(output);
    ZhengyuJob.Ended refused = ZhengyuJob.into(output).over(second).with("overwrite", true).run();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err().lines()).hasSize(1);
    assertThat(refused.err()).contains("--output: ", "notes.txt");
    assertThat(files(output)).isEqualTo(before);
  }

  @Test
  void deletesNoFolderThatIsNamedLikeThatOfARun() throws IOException {
    ZhengyuJob.into(output).over(first).complete();
    write(output.resolve("_incomplete-drafts/thesis.docx"), "mine");
    Map<String, Long> before = files(output);
    ZhengyuJob.Ended refused = ZhengyuJob.into(output).over(second).with("overwrite", true).run();
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "zhengyu: --output: The output folder "
                + output
                + "/ holds _incomplete-drafts/, which no run of zhengyu wrote: move it away, or name"
                + " another folder\n");
    assertThat(files(output)).isEqualTo(before);
  }

  @Test
  void readsNothingThatLiesInWhatADeadRunLeft() throws IOException {
    Dataset dead = Dataset.open(output.toString(), Tables.all(), false);
    dead.begin();
    Path folder = Path.of(dead.stagingFolder());
    write(folder.resolve("c.txt"), "推进");
    write(folder.resolve("words.csv"), "推进");
    Map<String, Long> before = files(output);
    for (ZhengyuJob job :
        List.of(
            ZhengyuJob.into(output).over(folder),
            ZhengyuJob.into(output).over(folder.resolve("c.txt")),
            ZhengyuJob.into(output).over(first).with("lexicon", folder.resolve("words.csv")))) {
      ZhengyuJob.Ended refused = job.with("overwrite", true).run();
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.err().lines()).hasSize(1);
      assertThat(refused.err()).contains("--output: ", "which an unfinished run left");
      assertThat(files(output)).isEqualTo(before);
    }
  }

  /** A file that opens and then fails to be read, as on a broken disk. */
  private Path unreadableDisk() throws IOException {
    Path memory = Path.of("/proc/self/mem");
    Assumptions.assumeTrue(Files.isReadable(memory), "no file here that fails when it is read");
    Path corpus = temp.resolve("broken");
    write(corpus.resolve("a.txt"), "推进产业链建设。");
    Files.createSymbolicLink(corpus.resolve("z.txt"), memory);
    return corpus;
  }

  @Test
  void leavesNothingOfARunThatDies() throws IOException {
    ZhengyuJob.Ended died = ZhengyuJob.into(output).over(unreadableDisk()).run();
    assertThat(died.exitCode()).isEqualTo(1);
    assertThat(died.out()).isEmpty();
    assertThat(died.err().lines().filter(line -> !line.contains(" %  ")))
        .containsExactly("zhengyu: the run failed: IOException: Input/output error");
    assertThat(temp.resolve("deep")).doesNotExist();
  }

  @Test
  void saysWhereARunDiedToThoseWhoAskForTheTrace() throws IOException {
    System.setProperty("zhengyu.trace", "true");
    try {
      assertThat(ZhengyuJob.into(output).over(unreadableDisk()).run().err())
          .contains("zhengyu: the run failed: IOException: Input/output error", "\tat ");
    } finally {
      System.clearProperty("zhengyu.trace");
    }
  }

  @Test
  void keepsTheOldResultWhenTheRunThatWasToReplaceItDies() throws IOException {
    ZhengyuJob.into(output).over(first).complete();
    Map<String, Long> before = files(output);
    ZhengyuJob.Ended died =
        ZhengyuJob.into(output).over(unreadableDisk()).with("overwrite", true).run();
    assertThat(died.exitCode()).isEqualTo(1);
    assertThat(files(output)).isEqualTo(before);
    assertThat(new Result(output).texts("select doc_id from documents order by doc_id"))
        .containsExactly("a.txt", "b.txt");
  }

  @Test
  void rejectsAFileThatIsGoneWhenItIsReadAndReadsTheRest() throws Exception {
    write(first.resolve("c.jsonl"), "{\"text\": \"环境保护。\"}\n");
    RunConfig config =
        RunConfig.of(
            "--input=" + first,
            "--output=" + output,
            "--tables=documents,rejections",
            "--targetParallelism=2");
    InputPlan plan = InputPlanner.with(SplitPlanner.forWorkers(2)).plan(first.toString());
    Files.delete(first.resolve("a.txt"));
    Files.delete(first.resolve("c.jsonl"));
    Dataset dataset = Dataset.open(output.toString(), Tables.all(), false);
    dataset.begin();
    assertThat(
            new CorpusPipeline(config, plan, /* documents= */ 0, dataset)
                .build()
                .run()
                .waitUntilFinish())
        .isEqualTo(PipelineResult.State.DONE);
    Result staged = new Result(Path.of(dataset.stagingFolder()));
    assertThat(staged.texts("select doc_id from documents")).containsExactly("b.txt");
    assertThat(staged.set("select uri, stage, reason from rejections"))
        .containsExactlyInAnyOrder(
            Rows.row(first.resolve("a.txt").toString(), "read", "unreadable"),
            Rows.row(first.resolve("c.jsonl").toString(), "read", "unreadable"));
  }
}
