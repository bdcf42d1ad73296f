package org.zhengyu.pipeline.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.engine.EngineMessage;
import org.zhengyu.pipeline.plan.InputMessage;
import org.zhengyu.pipeline.report.RunMessage;

/** Every message there is, in every language. */
class BundledTest {
  /** A place for a value, with its number where the order is another. */
  private static final Pattern PLACE = Pattern.compile("%(\\d+\\$)?[-,.0-9]*[sdf]");

  static Stream<List<? extends Bundled>> enums() {
    return Stream.of(
        List.of(Message.values()),
        List.of(InputMessage.values()),
        List.of(EngineMessage.values()),
        List.of(RunMessage.values()));
  }

  static Stream<Bundled> messages() {
    return enums().flatMap(List::stream);
  }

  private static String text(Bundled message, Language language) {
    return Bundle.of(message.getClass(), language).getProperty(message.key());
  }

  @ParameterizedTest
  @MethodSource("enums")
  void areInEveryLanguageAndNothingElseIs(List<? extends Bundled> messages) {
    for (Language language : Language.values()) {
      assertThat(Bundle.of(messages.get(0).getClass(), language).stringPropertyNames())
          .containsExactlyInAnyOrderElementsOf(messages.stream().map(Bundled::key).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("messages")
  void speakOfTheSameInEveryLanguage(Bundled message) {
    assertThat(places(message, Language.CHINESE))
        .containsExactlyInAnyOrderElementsOf(places(message, Language.ENGLISH));
  }

  /** The places, each by the number of its value and its type. */
  private static List<String> places(Bundled message, Language language) {
    List<MatchResult> places =
        PLACE.matcher(text(message, language).replace("%%", "")).results().toList();
    return Stream.iterate(0, i -> i < places.size(), i -> i + 1)
        .map(i -> place(places.get(i), i + 1))
        .toList();
  }

  private static String place(MatchResult place, int order) {
    String number = place.group(1) == null ? order + "$" : place.group(1);
    return number + place.group().substring(place.group().length() - 1);
  }

  @ParameterizedTest
  @MethodSource("messages")
  void areInTheLanguageOfTheirBundle(Bundled message) {
    String english = text(message, Language.ENGLISH);
    String words = english.replaceAll("%(\\d+\\$)?[-,.0-9]*[sdf]|[^A-Za-z]", "");
    assertThat(english).as("in English").doesNotContainPattern("\\p{IsHan}");
    if (words.length() > "G".length()) {
      assertThat(text(message, Language.CHINESE)).as("in Chinese").containsPattern("\\p{IsHan}");
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void nameWhatTheySpeakOfInOrder(Language language) {
    assertThat(Message.OUT_OF_RANGE.in(language, 1, 300, "301"))
        .isEqualTo(
            language == Language.ENGLISH ? "from 1 to 300, not 301" : "应在 1 到 300 之间，而不是 301");
  }

  @Test
  void sayInTheSameLanguageWhatTheySpeakOf() {
    assertThat(InputMessage.LEFT_OUT.with("a.txt", InputMessage.HIDDEN_FILE.with()))
        .isEqualTo(new Wording("a.txt: hidden file", "a.txt：隐藏的文件"));
  }
}
