package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run makes of the files of its lexicon, and what it says of them. */
class LexiconFilesTest {
  private static final LocalDate MARCH = LocalDate.of(2021, 3, 1);

  @TempDir Path temp;
  private ZhengyuJob job;

  @BeforeEach
  void prepareADocument() {
    write(temp.resolve("corpus/a.txt"), "推进双碳工作，落实碳达峰方案。发展新质生产力。");
    job =
        ZhengyuJob.into(temp.resolve("result"))
            .over(temp.resolve("corpus"))
            .with("tables", "phrases,phrase_occurrences");
  }

  private static JsonNode manifest(Result result) throws IOException {
    return new ObjectMapper().readTree(result.manifest());
  }

  /** The line about the lexicon, behind which only the report is named. */
  private static String coverage(ZhengyuJob.Ended ended) {
    List<String> lines = ended.out().lines().toList();
    assertThat(lines.get(lines.size() - 1)).startsWith("report: ");
    return lines.get(lines.size() - 2);
  }

  @Test
  void areReadInTheirOrderAndWhatTheyDifferInIsReportedAtOnce() throws IOException {
    Path mine = write(temp.resolve("my.csv"), "短语,类别\n碳达峰,气候\n双碳工作,工作\n");
    Path found = write(temp.resolve("candidates.csv"), "phrase,category\n双碳工作,找到的\n");
    ZhengyuJob.Ended ended = job.with("lexicon", "starter," + mine + "," + found).run();

    Result result = ended.result();
    assertThat(
            result.query(
                "select phrase, category, variants, tf from phrases"
                    + " where phrase in ('双碳', '碳达峰', '双碳工作', '新质生产力')"))
        .containsExactlyInAnyOrder(
            Rows.row("双碳", "ecology", 3L, 0L),
            Rows.row("双碳工作", "找到的", 0L, 1L),
            Rows.row("碳达峰", "气候", 0L, 1L),
            Rows.row("新质生产力", "industry", 0L, 1L));
    String moved = "碳达峰 \\(%s:2 instead of built-in policy-phrases.csv:\\d+\\)".formatted(mine);
    String changed = "双碳工作 \\(%s:2 instead of %s:3\\)".formatted(found, mine);
    assertThat(ended.out())
        .containsPattern(
            "warning: 2 forms stand in several lexicons, and the last is right: "
                + moved
                + ", "
                + changed);
    JsonNode manifest = manifest(result);
    assertThat(manifest.get("notes").get(0).textValue()).matches("lexicon: " + moved);
    assertThat(manifest.get("notes").get(1).textValue()).matches("lexicon: " + changed);
    assertThat(manifest.get("lexicon").get("files").findValuesAsText("file"))
        .containsExactly("built-in policy-phrases.csv", mine.toString(), found.toString());
    // 双碳 is used within 双碳工作.
    assertThat(manifest.get("lexicon").get("found").intValue()).isEqualTo(4);
  }

  @Test
  void endARunWithHowManyPhrasesAreFoundAndTheCategoriesWithoutAny() {
    Path mine =
        write(
            temp.resolve("my.csv"),
            "双碳,生态/气候\n蓝天保卫战,生态/大气\n新质生产力,产业\n链长制,产业\n河长制,治理/水\n湖长制,治理\n六个城市");

    assertThat(coverage(job.with("lexicon", mine).run()))
        .isEqualTo("lexicon: 7 phrases, 2 found; none of 生态/大气, 治理");
  }

  @Test
  void endARunWithoutCategoriesWhereAllAreFound() {
    Path mine = write(temp.resolve("my.csv"), "双碳,生态\n新质生产力\n六个城市");

    assertThat(coverage(job.with("lexicon", mine).run())).isEqualTo("lexicon: 3 phrases, 2 found");
  }

  @Test
  void ofWhichNothingOccursAreAWarningThatSaysWhatToDo() throws IOException {
    Path mine = write(temp.resolve("my.csv"), "链长制,产业");
    ZhengyuJob.Ended ended = job.with("lexicon", mine).run();

    assertThat(ended.out())
        .contains("warning: no phrase of the lexicon is found: see in the table phrases");
    assertThat(manifest(ended.result()).get("warnings").get(0).textValue())
        .startsWith("no phrase of the lexicon is found");
    assertThat(coverage(ended)).isEqualTo("lexicon: 1 phrase, 0 found; none of 产业");
  }

  @Test
  void ofPhrasesWithinWhichASentenceEndsSayThatTheyAreNotFound() throws IOException {
    Path mine = write(temp.resolve("my.csv"), "双碳\n十年树木。百年树人\n中国向何处去？\n《路在何方？》的歌\n");
    ZhengyuJob.Ended ended = job.with("lexicon", mine).run();

    assertThat(ended.out())
        .contains(
            "warning: 1 phrase holds the end of a sentence and is never found: 十年树木。百年树人; list");
    assertThat(manifest(ended.result()).get("notes").get(0).textValue())
        .isEqualTo("lexicon: 十年树木。百年树人 (a sentence ends within it)");
  }

  @Test
  void inTraditionalCharactersSayThatSimplifiedOnesDoNotMatch() {
    Path mine = write(temp.resolve("my.csv"), "數位經濟\n創新驅動\n雙碳\n");
    String warning = "warning: the lexicon is in traditional characters";

    assertThat(job.with("lexicon", mine).run().out()).contains(warning);
    assertThat(job.with("foldTraditional", true).with("overwrite", true).run().out())
        .doesNotContain(warning);
  }

  @Test
  void areReadInTheEncodingOfASpreadsheet() {
    Path mine = write(temp.resolve("my.csv"), "短语;类别\n双碳;生态\n", Charset.forName("GBK"));

    assertThat(job.with("lexicon", mine).complete().query("select phrase, tf from phrases"))
        .containsExactly(Rows.row("双碳", 1L));
  }

  @Test
  void giveCategoriesLevelsThatAreCountedEach() {
    write(temp.resolve("corpus/b.txt"), "推进生态文明建设，落实碳达峰方案。\n\n碳达峰与链长制。");
    Path metadata =
        write(temp.resolve("metadata.csv"), "file,date\na.txt,2022-01-05\nb.txt,2021-03-01\n");
    Path mine =
        write(temp.resolve("my.csv"), "碳达峰,生态/双碳\n双碳,生态/双碳\n生态文明,生态\n链长制,产业/链\n河长制,治理/水\n六个城市");

    assertThat(
            job.with("lexicon", mine)
                .with("metadata", metadata)
                .with("tables", "categories")
                .complete()
                .query("select * from categories"))
        .containsExactly(
            Rows.row("生态", 1L, 3L, 5L, 2L, MARCH, MARCH, "b.txt", 1L),
            Rows.row("生态/双碳", 2L, 2L, 4L, 2L, MARCH, MARCH, "b.txt", 1L),
            Rows.row("产业", 1L, 1L, 1L, 1L, MARCH, MARCH, "b.txt", 1L),
            Rows.row("产业/链", 2L, 1L, 1L, 1L, MARCH, MARCH, "b.txt", 1L),
            Rows.row("治理", 1L, 1L, 0L, 0L, null, null, null, null),
            Rows.row("治理/水", 2L, 1L, 0L, 0L, null, null, null, null));
  }
}
