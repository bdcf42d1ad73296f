package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tutorial in both languages: what it tells to type, and the answers that it shows. */
class TutorialTest {
  private static final Path DOCS = ZhengyuJob.repository().resolve("docs");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|sql)\\n(.*?)^```$");

  /** A query, and the table of its answer below it. */
  private static final Pattern ANSWERED =
      Pattern.compile("(?ms)^```sql\\n(.*?);\\n```\\n\\n\\|.*?\\n\\|[-|]+\\n((?:\\|.*?\\n)+)");

  @TempDir static Path temp;

  private static String text(String document) throws IOException {
    return Files.readString(DOCS.resolve(document));
  }

  private static List<String> blocks(String document) throws IOException {
    return BLOCK.matcher(text(document)).results().map(MatchResult::group).toList();
  }

  @Test
  void tellsTheSameInBothLanguages() throws IOException {
    assertThat(blocks("tutorial.zh.md")).isNotEmpty().isEqualTo(blocks("tutorial.md"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tutorial.md", "tutorial.zh.md", "report.md"})
  void showsPicturesThatAreThere(String document) throws IOException {
    List<String> pictures =
        Pattern.compile("!\\[.*?]\\((.*?)\\)")
            .matcher(text(document))
            .results()
            .map(picture -> picture.group(1))
            .toList();

    assertThat(pictures).isNotEmpty().allMatch(picture -> Files.exists(DOCS.resolve(picture)));
  }

  @Test
  @Tag("slow")
  void answersAsItSays() throws IOException {
    Result result =
        ZhengyuJob.command(temp.resolve("first"))
            .with("input", Seeds.CORPUS)
            .with("metadata", Seeds.METADATA)
            .with("output", temp.resolve("first"))
            .complete();
    List<MatchResult> queries = ANSWERED.matcher(text("tutorial.md")).results().toList();

    assertThat(queries).hasSize(4);
    for (MatchResult query : queries) {
      List<String> answer = new ArrayList<>();
      for (List<Object> row : result.query(query.group(1))) {
        answer.add("| " + String.join(" | ", row.stream().map(String::valueOf).toList()) + " |");
      }
      assertThat(answer).isEqualTo(query.group(2).lines().toList());
    }
    assertThat(text("tutorial.zh.md")).contains(queries.stream().map(MatchResult::group).toList());
  }
}
