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
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;

/** What the README tells a new user to type does what it says. */
class ReadmeTest {
  private static final Pattern COMMAND_BLOCK = Pattern.compile("(?ms)^```(?:sh|sql)\\n(.*?)^```$");

  /** A table as the queries of the notebook name its files. */
  private static final Pattern TABLE_READ = Pattern.compile("'/([a-z_]+)/\\*\\.parquet'");

  @TempDir Path temp;

  /** What a document tells to type, in its order. */
  private static List<String> commands(String document) throws IOException {
    return COMMAND_BLOCK
        .matcher(Files.readString(ZhengyuJob.repository().resolve(document)))
        .results()
        .map(block -> block.group(1).strip())
        .toList();
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
    List<String> words = List.of(commands("README.md").get(0).split(" "));
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

  @Test
  void tellsTheSameCommandsInChinese() throws IOException {
    assertThat(commands("README.zh.md")).isNotEmpty().isEqualTo(commands("README.md"));
  }

  @Test
  void namesEveryTableInChinese() throws IOException {
    List<String> lines = Files.readAllLines(ZhengyuJob.repository().resolve("README.zh.md"));

    for (Table table : Tables.all()) {
      assertThat(lines)
          .anyMatch(
              line ->
                  line.startsWith("| `" + table.name() + "` | " + table.row().chinese() + " |"));
    }
  }
}
