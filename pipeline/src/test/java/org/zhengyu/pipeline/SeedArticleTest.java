package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real newspaper article, of which the phrases were counted by hand. */
class SeedArticleTest {
  @TempDir static Path temp;
  private static String text;
  private static Result result;

  @BeforeAll
  static void run() throws IOException {
    Path folder = ZhengyuJob.shared("corpus/seed");
    try (Stream<Path> files = Files.list(folder)) {
      text = Files.readString(files.findFirst().orElseThrow(), UTF_8);
    }
    result = ZhengyuJob.into(temp.resolve("result")).over(folder).complete();
  }

  @ParameterizedTest
  @CsvSource({"六个城市, 4", "链长制, 1", "走在前、开新局, 1", "一二三四六十, 1", "四梁八柱, 1", "5个1, 1"})
  void usesPhrasesAsOftenAsAReaderCounts(String phrase, long uses) {
    assertThat(result.set("select tf, df from phrases where phrase = '" + phrase + "'"))
        .containsExactly(Rows.row(uses, 1L));
    assertThat(result.number("select count(*) from tokens where phrase = '" + phrase + "'"))
        .isEqualTo(uses);
  }

  @Test
  void findsEveryPlaceOfAPhraseInTheText() {
    List<List<Object>> places =
        result.query(
            "select begin_offset, end_offset, form, context_left, context_right from phrase_occurrences");
    assertThat(places).hasSizeGreaterThan(20);
    for (List<Object> place : places) {
      assertThat(Seeds.slice(text, (Long) place.get(0), (Long) place.get(1)))
          .as("%s", place)
          .isEqualTo(place.get(2));
    }
  }

  @Test
  void findsEveryTokenInTheText() {
    for (List<Object> token : result.query("select begin_offset, end_offset, form from tokens")) {
      assertThat(Seeds.slice(text, (Long) token.get(0), (Long) token.get(1)))
          .as("%s", token)
          .isEqualTo(token.get(2));
    }
  }
}
