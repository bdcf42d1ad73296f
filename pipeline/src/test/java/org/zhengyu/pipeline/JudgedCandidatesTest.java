package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Candidates of the work reports of 31 provinces, 2026, against what a reader judged and what
 * {@code docs/words.md} names. The lexicon is the starter lexicon without all of these.
 */
@Tag("slow")
class JudgedCandidatesTest {
  private static final Path DOCS = ZhengyuJob.repository().resolve("docs");
  private static final Path STARTER =
      ZhengyuJob.repository().resolve("seeds/lexicon/policy-phrases.csv");
  private static final String JUDGED =
      "(select * from read_csv('%s', header = true, all_varchar = true) where reports = 'provinces"
          + " 2026')";

  @TempDir static Path temp;
  private static Result result;
  private static String judged;
  private static List<String> named;

  @BeforeAll
  static void analyze() throws IOException {
    Path reports = ZhengyuJob.shared("corpus/work-reports/txt");
    Path corpus = Files.createDirectory(temp.resolve("corpus"));
    try (Stream<Path> all = Files.list(reports)) {
      for (Path report : all.filter(each -> name(each).startsWith("prov-2026")).toList()) {
        Files.copy(report, corpus.resolve(name(report)));
      }
    }
    judged = JUDGED.formatted(DOCS.resolve("candidates-judged.csv"));
    named = namedInDocs();
    Set<String> known = new HashSet<>(named);
    for (String line : Files.readAllLines(DOCS.resolve("candidates-judged.csv"), UTF_8)) {
      known.add(line.split(",", -1)[1]);
    }
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(corpus)
            .with("lexicon", starterWithout(known))
            .with("tables", "candidates,terms,phrases")
            .complete();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static List<String> namedInDocs() throws IOException {
    Matcher list =
        Pattern.compile("The 55: ([^.]+)\\.").matcher(Files.readString(DOCS.resolve("words.md")));
    assertThat(list.find()).isTrue();
    return List.of(list.group(1).split("\\s+", -1));
  }

  private static Path starterWithout(Collection<String> known) throws IOException {
    List<String> rest =
        Files.readAllLines(STARTER, UTF_8).stream()
            .filter(row -> Stream.of(row.split("[,|]", -1)).noneMatch(known::contains))
            .collect(Collectors.toList());
    return ZhengyuJob.write(temp.resolve("lexicon.csv"), String.join("\n", rest) + "\n");
  }

  @Test
  void areMostlyPhrases() {
    assertThat(
            result.number(
                "select count(*) from candidates join "
                    + judged
                    + " using (candidate) where rank <= 200 and is_phrase = 'yes'"))
        .isGreaterThanOrEqualTo(160);
  }

  /** All but five that are terms of the vocabulary, which are no candidates, and four rare ones. */
  @Test
  void haveNearlyAllThatIsNamed() {
    assertThat(named).hasSize(55);
    List<String> missing = new ArrayList<>(named);
    missing.removeAll(texts("select candidate from candidates where rank <= 500"));
    assertThat(missing).hasSizeLessThanOrEqualTo(9);
    assertThat(texts("select term from terms")).contains("三资", "三北", "五个一工程", "家门口", "两院");
    assertThat(texts("select candidate from candidates where rank <= 500"))
        .contains("两重", "小巨人", "内卷式", "一老一小", "大湾区", "具身智能", "以旧换新", "投资于人", "商业航天", "首店");
    assertThat(named).doesNotContainAnyElementsOf(texts("select phrase from phrases"));
  }

  private static Set<String> texts(String sql) {
    return result.set(sql).stream().map(row -> (String) row.get(0)).collect(Collectors.toSet());
  }
}
