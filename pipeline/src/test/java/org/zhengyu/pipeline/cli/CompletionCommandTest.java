package org.zhengyu.pipeline.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;

/** The script for shells, asked by bash itself. */
class CompletionCommandTest {
  @TempDir Path folder;
  private Path script;

  private record Sample(String name, List<Option<?>> options) implements Command {
    @Override
    public Wording meaning() {
      return new Wording(name, name);
    }

    @Override
    public ExitCode run(Request request, Console console) {
      return ExitCode.COMPLETE;
    }
  }

  @BeforeEach
  void writeTheScript() throws IOException {
    List<String> units = List.of("sentence", "section", "window");
    Command run =
        new Sample(
            "run",
            List.of(
                Option.of("input", ValueTypes.path("PATH"), "a", "一"),
                Option.of("units", ValueTypes.choices(units, name -> name), "b", "二"),
                Option.of("overwrite", ValueTypes.flag(), "c", "三")));
    Command describe =
        new Sample(
            "describe",
            List.of(
                Option.operand(
                    "TABLE",
                    ValueTypes.choice(List.of("terms", "tokens"), name -> name),
                    "d",
                    "四")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, UTF_8);
    CompletionCommand command = new CompletionCommand(List.of(run, describe));
    command.run(null, new Console(printed, printed, false, Language.ENGLISH));
    script = Files.write(folder.resolve("completion"), out.toByteArray());
  }

  /** What bash would offer after this line. */
  private List<String> offers(String line) throws IOException, InterruptedException {
    String ask =
        """
        source "$1" || exit
        COMP_LINE=$2 COMP_POINT=${#2}
        read -ra COMP_WORDS <<<"$2"
        case $2 in *' ') COMP_WORDS+=('') ;; esac
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        _zhengyu
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    Process bash =
        new ProcessBuilder("bash", "--norc", "-c", ask, "bash", script.toString(), line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String offered = new String(bash.getInputStream().readAllBytes(), UTF_8);
    assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return offered.lines().toList();
  }

  @Test
  void offersCommandsAndTheOptionsOfTheDefault() throws Exception {
    assertThat(offers("./zhengyu "))
        .contains("run", "describe", "completion", "--input=", "--overwrite", "--help");
    assertThat(offers("zhengyu --in")).containsExactly("--input=");
    assertThat(offers("zhengyu de")).containsExactly("describe");
  }

  @Test
  void offersTheOptionsOfACommandOnlyAfterIt() throws Exception {
    assertThat(offers("zhengyu describe t")).containsExactly("terms", "tokens");
    assertThat(offers("zhengyu describe --in")).containsOnly("");
    assertThat(offers("zhengyu run --ov")).containsExactly("--overwrite");
  }

  @Test
  void offersTheValuesOfAnOptionAndFurtherOnesAfterAComma() throws Exception {
    assertThat(offers("zhengyu --units=se")).containsExactly("sentence", "section");
    assertThat(offers("zhengyu --units=sentence,w")).containsExactly("sentence,window");
    assertThat(offers("zhengyu --overwrite=")).containsExactly("true", "false");
  }

  @Test
  void offersTheFilesThereAreForAPath() throws Exception {
    Files.createFile(folder.resolve("corpus.txt"));
    assertThat(offers("zhengyu --input=cor")).containsExactly("corpus.txt");
  }
}
