package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyu.output.Language;

class MessageTest {
  private static final Pattern PLACE = Pattern.compile("%s");

  @ParameterizedTest
  @EnumSource(Language.class)
  void isInEveryLanguageAndNothingElseIs(Language language) {
    assertThat(Message.bundle(language).stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Message.values()).map(Message::key).toList());
  }

  @ParameterizedTest
  @EnumSource(Message.class)
  void speaksOfAsMuchInEveryLanguage(Message message) {
    assertThat(places(message, Language.CHINESE)).isEqualTo(places(message, Language.ENGLISH));
  }

  private static long places(Message message, Language language) {
    return PLACE.matcher(Message.bundle(language).getProperty(message.key())).results().count();
  }

  @Test
  void namesWhatItSpeaksOfInOrder() {
    assertThat(Message.OUT_OF_RANGE.in(Language.ENGLISH, 1, 300, "301"))
        .isEqualTo("from 1 to 300, not 301");
    assertThat(Message.OUT_OF_RANGE.in(Language.CHINESE, 1, 300, "301"))
        .isEqualTo("应在 1 到 300 之间，而不是 301");
  }
}
