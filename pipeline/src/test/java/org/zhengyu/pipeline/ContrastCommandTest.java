package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
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

/** Contrasts of two terms in small results whose sentences are counted by hand. */
class ContrastCommandTest {
  private static final int DOCUMENTS = 12;

  @TempDir static Path temp;
  private static Path result;

  private record Ended(int exitCode, String printed, String complaint) {
    List<String> lines() {
      return printed.lines().toList();
    }
  }

  private static Ended contrast(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            Stream.concat(Stream.of("contrast"), Stream.of(words).map(String::valueOf))
                .toArray(String[]::new),
            Locale.ROOT,
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8));
    return new Ended(exitCode, out.toString(UTF_8), err.toString(UTF_8));
  }

  /**
   * In every document 数字经济 and 实体经济 stand in two sentences each: 互联网 beside the first, 金融 beside
   * the second, 企业 once beside either. The first document has them together once more.
   */
  @BeforeAll
  static void analyze() {
    Path corpus = temp.resolve("corpus");
    for (int d = 0; d < DOCUMENTS; d++) {
      write(
          corpus.resolve("文" + d + ".txt"),
          "互联网促进数字经济。金融支持实体经济。企业发展数字经济。企业发展实体经济。"
              + "民生是根基。教育优先。就业稳定。".repeat(4)
              + (d == 0 ? "数字经济融入实体经济。" : ""));
    }
    result = temp.resolve("result");
    ZhengyuJob.into(result)
        .over(corpus)
        .with("lexicon", write(temp.resolve("lexicon.txt"), "数字经济\n实体经济\n"))
        .with("keepDuplicates", true)
        .complete();
  }

  private static List<String> row(String term) {
    return contrast(result, "数字经济", "实体经济", "--csv").lines().stream()
        .map(line -> List.of(line.split(",", -1)))
        .filter(cells -> cells.get(0).equals(term))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void tellsWhatStandsBesideOneOnlyAndBesideBoth() {
    List<String> internet = row("互联网");
    assertThat(internet.subList(1, 4)).containsExactly("数字经济", "12", "25");
    assertThat(internet.subList(5, 10)).containsExactly("0", "25", "", "12", "");
    assertThat(Double.parseDouble(internet.get(10))).isPositive();
    List<String> finance = row("金融");
    assertThat(finance.subList(1, 4)).containsExactly("实体经济", "0", "25");
    assertThat(Double.parseDouble(finance.get(11))).isNegative();
    List<String> firms = row("企业");
    assertThat(firms.get(1)).isEqualTo("both");
    assertThat(List.of(firms.get(2), firms.get(5), firms.get(8))).containsExactly("12", "12", "12");
    assertThat(Double.parseDouble(firms.get(9))).isZero();
  }

  @Test
  void isMirroredWhenTheTermsAreExchanged() {
    List<String> turned =
        contrast(result, "实体经济", "数字经济", "--csv").lines().stream()
            .filter(line -> line.startsWith("互联网,"))
            .map(line -> List.of(line.split(",", -1)))
            .findFirst()
            .orElseThrow();
    List<String> internet = row("互联网");
    assertThat(turned.subList(5, 8)).isEqualTo(internet.subList(2, 5));
    assertThat(Double.parseDouble(turned.get(11))).isEqualTo(-Double.parseDouble(internet.get(10)));
  }

  @Test
  void printsThemForPeople() {
    List<String> lines = contrast(result, "数字经济", "实体经济", "--most=1").lines();
    assertThat(lines.get(0)).isEqualTo("数字经济: 25 sentences. 实体经济: 25. Both: 1.");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("Beyond chance beside both"))
        .anyMatch(line -> line.contains("12 (48.0 %)"));
    assertThat(contrast(result, "数字经济", "实体经济", "--lang=zh").printed()).contains("同句：1 句");
  }

  @Test
  void saysInOneLineWhatIsWrong() {
    assertWrong("TERM2", "数字经济", contrast(result, "数字经济", "数字经济"));
    assertWrong("TERM1", "没有", contrast(result, "没有", "数字经济"));
    assertWrong("TERM2", "required", contrast(result, "数字经济"));
    assertWrong("OUT", "no complete result", contrast(temp.resolve("none"), "甲", "乙"));
    assertWrong("--most", "at least 1", contrast(result, "数字经济", "实体经济", "--most=0"));
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
