package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells a new user to type does what it says. */
class ReadmeTest {
  private static final Pattern COMMAND_BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

  /** A table as the queries of the notebook name its files. */
  private static final Pattern TABLE_READ = Pattern.compile("'/([a-z_]+)/\\*\\.parquet'");

  @TempDir Path temp;

  private static String firstCommand(String readme) throws IOException {
    String text = Files.readString(ZhengyuJob.repository().resolve(readme));
    return COMMAND_BLOCK
        .matcher(text)
        .results()
        .map(block -> block.group(1).strip())
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> tablesOfTheNotebook() throws IOException {
    Set<String> tables = new TreeSet<>();
    try (Stream<Path> queries = Files.list(ZhengyuJob.repository().resolve("notebooks/queries"))) {
      for (Path query : queries.toList()) {
        TABLE_READ
            .matcher(Files.readString(query))
            .results()
            .map((MatchResult read) -> read.group(1))
            .forEach(tables::add);
      }
    }
    return tables;
  }

  @Test
  @Tag("slow")
  void givesWithItsFirstCommandAllThatTheNotebookNeeds() throws IOException {
    List<String> words = List.of(firstCommand("README.md").split(" "));
    Path output = temp.resolve("first");
    ZhengyuJob job = ZhengyuJob.command(output);
    for (String word : words.subList(1, words.size())) {
      String argument =
          word.startsWith("--output=")
              ? "--output=" + output
              : word.replace("=seeds/", "=" + ZhengyuJob.seeds() + "/");
      job = job.withArgument(argument);
    }
    ZhengyuJob.Ended ended = job.run();

    assertThat(words).first().isEqualTo("./zhengyu");
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out().lines()).last().isEqualTo("report: " + output.resolve("report.html"));
    assertThat(output.resolve("report.html")).isRegularFile();
    assertThat(ended.result().query("select doc_id from documents where year is null")).isEmpty();
    assertThat(tablesOfTheNotebook())
        .isNotEmpty()
        .allMatch(table -> Files.isDirectory(output.resolve(table)));
  }
}
