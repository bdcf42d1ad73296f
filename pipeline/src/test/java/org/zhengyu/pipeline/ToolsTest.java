package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The examples of docs/tools.md, as they stand there, on a result of the samples. Each tool that is
 * not installed is skipped.
 */
@Tag("slow")
class ToolsTest {
  @TempDir static Path temp;
  private static Result result;

  @BeforeAll
  static void analyzeTheSamples() {
    result =
        ZhengyuJob.command(temp.resolve("out/first"))
            .with("input", Seeds.CORPUS)
            .with("output", temp.resolve("out/first"))
            .with("tables", "phrases")
            .complete();
  }

  /** The first example in a language under a heading. */
  private static String example(String heading, String language) throws IOException {
    String text = Files.readString(ZhengyuJob.repository().resolve("docs/tools.md"));
    Matcher block =
        Pattern.compile("(?ms)^## " + heading + "$.*?^```" + language + "\\n(.*?)^```$")
            .matcher(text);
    assertThat(block.find()).as(heading).isTrue();
    return block.group(1);
  }

  private static List<String> expected() {
    return result.texts(
        "select phrase || ' ' || uses || ' ' || df from phrases where uses > 0"
            + " order by uses desc, phrase");
  }

  @Test
  void opensInDuckDb() throws IOException {
    List<String> answer =
        result.query(example("DuckDB", "sql").replace(";", "")).stream()
            .map(row -> row.get(0) + " " + row.get(1) + " " + row.get(2))
            .toList();

    assertThat(answer).hasSizeGreaterThan(100).isEqualTo(expected());
  }

  @ParameterizedTest
  @CsvSource({
    "pandas, answer.values.tolist(), 'pandas, pyarrow'",
    "polars, answer.rows(), polars",
    "pyarrow, '[list(row.values()) for row in answer.to_pylist()]', pyarrow"
  })
  void opensIn(String tool, String rows, String modules) throws Exception {
    String script = example(tool, "python") + "for row in " + rows + ":\n    print(*row)\n";

    assertThat(printed(script, modules)).isEqualTo(expected());
  }

  @Test
  void saysInPythonWhatAColumnMeans() throws Exception {
    String script = example("What the columns mean", "python") + "print(answer['uses'])\n";

    assertThat(printed(script, "json")).singleElement().asString().contains("use");
  }

  /** What a script of Python prints in the folder above {@code out}. */
  private static List<String> printed(String script, String modules) throws Exception {
    Path errors = temp.resolve("errors.txt");
    String python = Python.with(modules);
    assumeTrue(python != null, "no Python here has " + modules);
    Process process =
        new ProcessBuilder(python, "-c", script)
            .directory(temp.toFile())
            .redirectError(errors.toFile())
            .start();
    List<String> lines = process.inputReader().lines().toList();
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return lines;
  }
}
