package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of small results whose words are counted by hand. */
class CompareCommandTest {
  @TempDir static Path temp;
  private static Path first;
  private static Path second;
  private static Path renamed;
  private static Path otherLexicon;

  private record Ended(int exitCode, String printed, String complaint) {
    List<String> lines() {
      return printed.lines().toList();
    }
  }

  private static Ended compare(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            Stream.concat(Stream.of("compare"), Stream.of(words).map(String::valueOf))
                .toArray(String[]::new),
            Locale.ROOT,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  /** Both have 甲.txt; the first 乙.txt, with 教育 twice, the second 丙.txt, with 双碳 and 根基. */
  @BeforeAll
  static void analyze() {
    String shared = "数字经济促进实体经济。数字经济促进实体经济。";
    Path corpus = temp.resolve("one");
    write(corpus.resolve("甲.txt"), shared);
    write(corpus.resolve("乙.txt"), "教育优先。教育优先。");
    first = result("first", corpus, "数字经济\n实体经济\n双碳\n");
    corpus = temp.resolve("two");
    write(corpus.resolve("甲.txt"), shared);
    write(corpus.resolve("丙.txt"), "双碳是根基。数字经济促进实体经济。");
    second = result("second", corpus, "数字经济\n实体经济\n双碳\n");
    corpus = temp.resolve("three");
    write(corpus.resolve("丁.txt"), shared);
    write(corpus.resolve("戊.txt"), "教育优先。教育优先。");
    renamed = result("renamed", corpus, "数字经济\n实体经济\n双碳\n");
    otherLexicon = result("other-lexicon", temp.resolve("one"), "数字经济\n");
  }

  private static Path result(String name, Path corpus, String lexicon) {
    Path folder = temp.resolve(name);
    ZhengyuJob.into(folder)
        .over(corpus)
        .with("lexicon", write(temp.resolve(name + ".txt"), lexicon))
        .with("minJointFrequency", 1)
        .complete();
    return folder;
  }

  private static List<String> row(String kind, String term) {
    return compare(first, second, "--csv").lines().stream()
        .map(line -> List.of(line.split(",", -1)))
        .filter(cells -> cells.get(0).equals(kind) && cells.get(2).equals(term))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhatIsNewGoneAndChanged() {
    assertThat(row("phrase", "双碳").subList(1, 6)).containsExactly("new", "双碳", "", "0", "1");
    assertThat(row("phrase", "数字经济").subList(1, 6))
        .containsExactly("changed", "数字经济", "", "2", "3");
    assertThat(row("phrase", "数字经济").subList(8, 10)).containsExactly("1", "1");
    assertThat(row("term", "教育").subList(1, 6)).containsExactly("gone", "教育", "", "2", "0");
    assertThat(row("pair", "实体经济").subList(1, 6))
        .containsExactly("changed", "实体经济", "数字经济", "2", "3");
    assertThat(row("pair", "优先").subList(1, 6)).containsExactly("gone", "优先", "教育", "2", "0");
  }

  /** 数字经济 is 2 of 10 words, and 3 of 12: 甲 has 6, 乙 4, 丙 6. */
  @Test
  void setsTheTwoAgainstEachOtherAsKeynessDoes() {
    List<String> row = row("term", "数字经济");
    assertThat(row.subList(6, 8)).containsExactly("10", "12");
    assertThat(Double.parseDouble(row.get(11)))
        .isCloseTo(Math.log(3.0 / 12 / (2.0 / 10)) / Math.log(2), within(1e-12));
    double expected =
        2
            * (3 * Math.log(3 / (5 * 12 / 22.0))
                + 2 * Math.log(2 / (5 * 10 / 22.0))
                + 9 * Math.log(9 / (17 * 12 / 22.0))
                + 8 * Math.log(8 / (17 * 10 / 22.0)));
    assertThat(Double.parseDouble(row.get(10))).isCloseTo(expected, within(1e-9));
  }

  @Test
  void tellsWhetherItIsTheTextsThatDiffer() {
    List<String> lines = compare(first, second).lines();
    assertThat(lines.get(0))
        .isEqualTo("Texts: 1 in both, 1 only in " + first + ", 1 only in " + second);
    assertThat(lines.get(1)).isEqualTo("  only in " + first + ": 乙.txt");
    assertThat(lines.get(2)).isEqualTo("  only in " + second + ": 丙.txt");
    assertThat(lines.get(3)).isEqualTo("Version, lexicon, stop words and settings are the same.");
    assertThat(compare(first, second, "--lang=zh").printed()).contains("短语（按 uses）：新增 1，");
  }

  @Test
  void knowsTextsByWhatTheySay() {
    List<String> lines = compare(first, renamed).lines();
    assertThat(lines.get(0)).startsWith("Texts: 2 in both, 0 only in ");
    assertThat(lines)
        .contains("Phrases by uses: 0 new, 0 gone, 0 changed, 2 the same")
        .noneMatch(line -> line.contains("→"));
  }

  @Test
  void namesWhatDiffersInsteadOfKeyness() {
    Ended ended = compare(first, otherLexicon);
    assertThat(ended.lines())
        .anyMatch(
            line -> line.startsWith("lexicon: first.txt ") && line.contains("| other-lexicon.txt "))
        .contains("No G² and no ratio, for counts mean something else by: lexicon");
    assertThat(ended.printed()).doesNotContain("log2 ratio");
    assertThat(compare(first, otherLexicon, "--csv").lines().get(1)).endsWith(",,");
  }

  @Test
  void comparesWhatBothHave() {
    Path small = temp.resolve("small");
    ZhengyuJob.into(small).over(temp.resolve("two")).with("tables", "phrases").complete();
    assertThat(compare(first, small).lines())
        .contains(
            "Texts: not compared, for a result has no table of documents",
            "terms: not compared, for a result has no terms.f",
            "cooccurrences: not compared, for a result has no cooccurrences.o11");
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertWrong("OUT2", "compared with itself", compare(first, first));
    assertWrong("OUT2", "compared with itself", compare(first, first + "/"));
    assertWrong("OUT1", "no complete result", compare(temp.resolve("none"), first));
    assertWrong("OUT2", "no complete result", compare(first, temp.resolve("one")));
    assertWrong("OUT2", "required", compare(first));
    assertWrong("--most", "at least 1", compare(first, second, "--most=0"));
  }

  private static void assertWrong(String flag, String part, Ended ended) {
    assertThat(ended.exitCode()).isEqualTo(2);
    assertThat(ended.complaint())
        .hasLineCount(1)
        .startsWith("zhengyu: " + flag + ": ")
        .contains(part);
    assertThat(ended.printed()).isEmpty();
  }
}
