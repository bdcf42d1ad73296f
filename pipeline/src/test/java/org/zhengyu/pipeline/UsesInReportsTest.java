package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Phrases of work reports that stand mostly within longer ones or across them, with the starter
 * lexicon, which has these too. All their literal occurrences are uses: a reader looked at each.
 */
@Tag("slow")
class UsesInReportsTest {
  @TempDir static Path temp;
  private static Path reports;
  private static Result result;

  @BeforeAll
  static void analyze() {
    reports = ZhengyuJob.shared("corpus/work-reports/txt");
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(reports)
            .with("metadata", ZhengyuJob.shared("corpus/work-reports/metadata.csv"))
            .with("tables", "documents,terms,phrases,phrase_occurrences,trends,bursts")
            .complete();
  }

  /** How often the characters of a phrase stand in reports whose names fit. */
  private static int literal(String phrase, String files) throws IOException {
    List<Path> chosen;
    try (Stream<Path> all = Files.list(reports)) {
      chosen = all.filter(file -> file.getFileName().toString().matches(files)).toList();
    }
    int found = 0;
    for (Path file : chosen) {
      String text = Files.readString(file, UTF_8);
      for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
        found++;
      }
    }
    return found;
  }

  @ParameterizedTest
  @CsvSource({
    "小康社会, national-20(1[3-9]|2[0-3])\\.txt, 42",
    "稳中求进, .*, 95",
    "低碳转型, .*, 27",
  })
  void countWhateverCoversThem(String phrase, String files, int uses) throws IOException {
    assertThat(literal(phrase, files)).isEqualTo(uses);
    assertThat(
            result.number(
                "select count(*) from phrase_occurrences where is_use and phrase = '%s'"
                        .formatted(phrase)
                    + " and regexp_full_match(doc_id, '%s')".formatted(files)))
        .isEqualTo(uses);
  }

  /** Of its uses; of those that no longer phrase covers, the first would end in 2016. */
  @ParameterizedTest
  @CsvSource({"小康社会, 2003, 2023", "稳中求进, 2012, 2026"})
  void burstAsLongAsTheyAreUsed(String phrase, String first, String last) {
    assertThat(
            result.query(
                "select period_from, period_to from bursts where term = '%s' and facet = 'corpus'"
                    .formatted(phrase)))
        .isEqualTo(List.of(Rows.row(first, last)));
  }

  /** By plain search 碳达峰 stands 22 times in 11 of the laws. */
  @Test
  void areUsesInsideLongerOnesInLawsToo() throws IOException {
    List<String> laws;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(ZhengyuJob.shared("corpus/laws.jsonl.gz"))),
                UTF_8))) {
      laws = lines.lines().filter(line -> line.contains("碳达峰")).toList();
    }
    Path input = ZhengyuJob.write(temp.resolve("laws.jsonl"), String.join("\n", laws));
    Result found =
        ZhengyuJob.into(temp.resolve("laws"))
            .over(input)
            .with("lexicon", ZhengyuJob.write(temp.resolve("my.csv"), "碳达峰\n碳达峰碳中和\n"))
            .with("tables", "phrases")
            .complete();

    assertThat(laws).hasSize(11);
    assertThat(found.query("select literal, uses, df from phrases where phrase = '碳达峰'"))
        .isEqualTo(List.of(Rows.row(22L, 22L, 11L)));
  }
}
