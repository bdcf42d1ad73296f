package org.zhengyu.pipeline.notebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Language;
import org.zhengyu.pipeline.AnalyzeCorpus;
import org.zhengyu.pipeline.Python;
import org.zhengyu.pipeline.RunConfig;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.Progress;

/**
 * The notebook, executed on real results. It wants a Python that has Jupyter, pandas, matplotlib
 * and DuckDB; without one these tests are skipped.
 */
@Tag("slow")
final class NotebookRunTest {
  private static final String NEEDED = "duckdb, ipykernel, matplotlib, nbconvert, pandas";

  @TempDir Path folder;

  private static String python;

  @BeforeAll
  static void findPython() throws InterruptedException {
    python = Python.with(NEEDED);
    assumeTrue(python != null, "no Python here has all of this: " + NEEDED);
  }

  /** The notebook on the result of a run of the samples, with its outputs. */
  private JsonNode executed(String... options) throws Exception {
    Path result = folder.resolve("result");
    List<String> words = new ArrayList<>(List.of(options));
    words.add("--input=" + Notebooks.ROOT.resolve("seeds/corpus"));
    words.add("--output=" + result);
    run(words);
    Path copy = Files.createDirectories(folder.resolve("notebooks/queries")).getParent();
    for (String query : Notebooks.queries()) {
      Files.writeString(copy.resolve("queries/" + query + ".sql"), Notebooks.sql(query));
    }
    String notebook = Files.readString(Notebooks.FOLDER.resolve("first-look.ipynb"));
    assertThat(notebook).contains("../out/first\\\"  #");
    Files.writeString(
        copy.resolve("first-look.ipynb"),
        notebook.replace("../out/first\\\"  #", result + "\\\"  #"));
    List<String> command =
        List.of(
            python,
            "-m",
            "nbconvert",
            "--to",
            "notebook",
            "--execute",
            "--allow-errors",
            "--output",
            "done.ipynb",
            "first-look.ipynb");
    Process nbconvert =
        new ProcessBuilder(command)
            .directory(copy.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(nbconvert.waitFor()).as("exit code of nbconvert").isZero();
    return new ObjectMapper().readTree(copy.resolve("done.ipynb").toFile());
  }

  private static void run(List<String> words) throws IOException, UsageException {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true, UTF_8);
    AnalyzeCorpus.run(
        RunConfig.of(words.toArray(new String[0])),
        Progress.of(new Console(nowhere, nowhere, false, Language.ENGLISH)));
  }

  /** What the cells put out: {@code cell: text} where it is printed, else what kind it is of. */
  private static List<String> outputs(JsonNode notebook) {
    List<String> outputs = new ArrayList<>();
    for (JsonNode cell : notebook.path("cells")) {
      for (JsonNode output : cell.path("outputs")) {
        String kind = output.path("output_type").asText();
        StringBuilder text = new StringBuilder();
        output.path("text").forEach(line -> text.append(line.asText()));
        String what =
            switch (kind) {
              case "stream" -> text.toString().strip();
              case "error" -> "error " + output.path("evalue").asText();
              default -> output.path("data").has("image/png") ? "picture" : "table";
            };
        outputs.add(cell.path("id").asText() + ": " + what);
      }
    }
    return outputs;
  }

  @Test
  void answersEverythingOnTheResultOfTheFirstCommand() throws Exception {
    List<String> outputs =
        outputs(
            executed(
                "--metadata=" + Notebooks.ROOT.resolve("seeds/metadata.csv"),
                "--groupBy=region",
                "--tables=+tokens"));

    assertThat(outputs)
        .noneMatch(output -> output.contains(": error") || output.contains("left out"))
        .contains(
            "top-plot: picture",
            "years-plot: picture",
            "compared-plot: picture",
            "concordance: 链长: 49 uses",
            "groups-tables: table");
  }

  @Test
  void leavesOutWhatAResultHasNoTableFor() throws Exception {
    List<String> outputs = outputs(executed("--tables=documents,phrases"));

    assertThat(outputs)
        .noneMatch(output -> output.contains(": error"))
        .contains("overview: table", "new-table: table")
        .anyMatch(output -> output.startsWith("pairs-table: pairs-of-phrase is left out"));
  }
}
