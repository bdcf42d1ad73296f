package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The studies: every command in them is carried out anew on the documents they are of, and every
 * answer compared. Skipped without these documents.
 */
class StudiesTest {
  private static final Path STUDIES = ZhengyuJob.repository().resolve("docs/studies");

  /** A command with its words, of which some are between quotation marks. */
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\./zhengyu (--input=.*)$");

  private static final Pattern WORD = Pattern.compile("(?:[^\\s\"]|\"[^\"]*\")+");

  /** A line that is written to a file. */
  private static final Pattern FILE = Pattern.compile("(?m)^printf '%s\\\\n' '(.*)' >(\\S+)$");

  /** A query, and the table of its answer below it. */
  private static final Pattern ANSWERED =
      Pattern.compile("(?ms)^```sql\\n(.*?);\\n```\\n\\n\\|.*?\\n\\|[-|]+\\n((?:\\|.*?\\n)*)");

  /** A concordance or a contrast, and what it prints. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "(?ms)^```sh\\n\\./zhengyu ((?:kwic|contrast) .*?)\\n```\\n\\n```text\\n(.*?)^```$");

  private static final Pattern QUERY = Pattern.compile("(?m)^```sql$");

  @TempDir Path temp;

  private static String text(String study) throws IOException {
    return Files.readString(STUDIES.resolve(study));
  }

  private List<String> words(String command) {
    return WORD.matcher(command)
        .results()
        .map(word -> word.group().replace("\"", ""))
        .map(word -> word.replace("economies.txt", temp.resolve("economies.txt").toString()))
        .map(word -> word.replaceFirst("^(--output=|)out/", "$1" + temp + "/"))
        .toList();
  }

  private static String run(List<String> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            words.toArray(new String[0]),
            Locale.ROOT,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    assertThat(exitCode).as("exit code; %s", err.toString(UTF_8)).isZero();
    return out.toString(UTF_8);
  }

  /** The folder of a result that a command is to write. */
  private static String output(List<String> words) {
    return words.stream()
        .filter(word -> word.startsWith("--output="))
        .map(word -> word.substring("--output=".length()))
        .findFirst()
        .orElseThrow();
  }

  /** A query is put to the result of the last command before it. */
  @ParameterizedTest
  @ValueSource(strings = {"slogans.md", "guangdong.md", "economies.md"})
  @Tag("slow")
  void answerAsTheySay(String study) throws IOException {
    String reports = ZhengyuJob.shared("corpus/work-reports").toString();
    String text = text(study);
    Matcher file = FILE.matcher(text);
    while (file.find()) {
      ZhengyuJob.write(temp.resolve(file.group(2)), file.group(1) + "\n");
    }
    List<MatchResult> commands = COMMAND.matcher(text).results().toList();

    assertThat(commands).isNotEmpty();
    for (int i = 0; i < commands.size(); i++) {
      List<String> words =
          words(commands.get(i).group(1)).stream()
              .map(word -> word.replaceFirst("=work-reports", "=" + reports))
              .toList();
      run(words);
      int end = i + 1 < commands.size() ? commands.get(i + 1).start() : text.length();
      assertAnswers(new Result(Path.of(output(words))), text.substring(commands.get(i).end(), end));
    }
  }

  private void assertAnswers(Result result, String part) {
    List<MatchResult> queries = ANSWERED.matcher(part).results().toList();
    assertThat(queries).isNotEmpty().hasSameSizeAs(QUERY.matcher(part).results().toList());
    for (MatchResult query : queries) {
      List<String> answer = new ArrayList<>();
      for (List<Object> row : result.query(query.group(1))) {
        answer.add("| " + String.join(" | ", row.stream().map(String::valueOf).toList()) + " |");
      }
      assertThat(answer).as(query.group(1)).isEqualTo(query.group(2).lines().toList());
    }
    PRINTED
        .matcher(part)
        .results()
        .forEach(
            kwic ->
                assertThat(run(words(kwic.group(1)))).as(kwic.group(1)).isEqualTo(kwic.group(2)));
  }

  /** Nobody reads the number of a picture, so at least each must be there. */
  @Test
  void showPicturesAndNameStudiesThatAreThere() throws IOException {
    List<String> named = new ArrayList<>();
    for (String study : List.of("README.md", "slogans.md", "guangdong.md", "economies.md")) {
      Pattern.compile("\\]\\(([^)#]+)")
          .matcher(text(study))
          .results()
          .forEach(link -> named.add(link.group(1)));
    }

    assertThat(named)
        .contains("slogans.md", "guangdong.md", "economies.md")
        .allMatch(link -> Files.exists(STUDIES.resolve(link)));
  }
}
