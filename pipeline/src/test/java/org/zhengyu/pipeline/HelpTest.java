package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.output.Language;
import org.zhengyu.output.ProjectVersion;
import org.zhengyu.pipeline.cli.Option;

/** What the program says of itself: help, version, and the README's list of options. */
class HelpTest {
  private static String printed(Locale locale, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int exitCode =
        Main.run(
            words, locale, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    assertThat(exitCode).isZero();
    assertThat(err.toString(UTF_8)).isEmpty();
    return out.toString(UTF_8);
  }

  /** Line breaks fall anywhere, in Chinese also inside a word. */
  private static String unbroken(String text) {
    return text.replaceAll("\\s+", "");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void describesEveryOptionInEveryLanguage(Language language) {
    String help = unbroken(printed(Locale.ROOT, "--help", "--lang=" + language.tag()));
    for (Option<?> option : RunOptions.ALL) {
      String meaning = option.meaning().in(language).replace("`", "");
      assertThat(help).contains(option.flag(), unbroken(meaning));
    }
    assertThat(help).contains("--lang=en|zh", "--help", "--version");
  }

  @Test
  void givesDefaults() {
    assertThat(printed(Locale.ROOT, "--help"))
        .contains("(default: 5)", "(required)")
        .containsPattern("--overwrite\\[=true\\|false] .*\\R.*\\(default: off\\)");
    assertThat(printed(Locale.CHINA, "--help")).contains("（默认：5）", "（必填）", "（默认：关闭）");
  }

  @Test
  void speaksTheLanguageOfTheSurroundings() {
    assertThat(printed(Locale.CHINA, "--help")).startsWith("用法：zhengyu --input=");
    assertThat(printed(Locale.FRANCE, "--help")).startsWith("Usage: zhengyu --input=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--help=DirectOptions"})
  void answersWhateverElseIsWrong(String flag) {
    assertThat(printed(Locale.ROOT, "--input", "x", flag, "--unknown")).startsWith("Usage: ");
  }

  @Test
  void printsTheVersion() {
    assertThat(printed(Locale.ROOT, "--version"))
        .startsWith("zhengyu " + ProjectVersion.current() + " (HanLP portable-")
        .hasLineCount(1)
        .isEqualTo(printed(Locale.ROOT, "-V"));
  }

  @Test
  void describesATableInTheLanguageOfTheReader() {
    assertThat(printed(Locale.ROOT, "describe", "bursts"))
        .startsWith("bursts: ")
        .contains("period_from", "first period of the burst");
    assertThat(printed(Locale.ROOT, "describe", "bursts", "--lang=zh"))
        .startsWith("bursts：")
        .contains("period_from", "突现的首个时期")
        .doesNotContain("按需写出");
    assertThat(printed(Locale.ROOT, "describe", "document_terms"))
        .containsSubsequence("tfidf ", "On request:", "tfidf_smooth ", "bm25 ");
  }

  @ParameterizedTest
  @CsvSource({
    "README.md, ENGLISH, | option | meaning | default |, required",
    "README.zh.md, CHINESE, | 选项 | 含义 | 默认 |, 必填"
  })
  void isWhatTheReadmesList(String file, Language language, String titles, String required)
      throws IOException {
    List<String> expected =
        Stream.concat(
                Stream.of(titles, "|---|---|---|"),
                RunOptions.ALL.stream().map(option -> row(option, language, required)))
            .toList();
    List<String> readme = Files.readAllLines(ZhengyuJob.repository().resolve(file));
    int start = readme.indexOf(titles);
    assertThat(readme.stream().skip(start).takeWhile(line -> line.startsWith("|")).toList())
        .isEqualTo(expected);
  }

  private static String row(Option<?> option, Language language, String required) {
    String otherwise =
        option.isRequired() ? required : option.defaultMeaning().orElseThrow().in(language);
    return "| `"
        + option.flag()
        + "` | "
        + option.meaning().in(language)
        + " | "
        + otherwise
        + " |";
  }
}
