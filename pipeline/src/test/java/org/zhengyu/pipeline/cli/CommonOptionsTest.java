package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhengyu.output.Language;

class CommonOptionsTest {
  private static Language language(Locale locale, String... words) {
    return CommonOptions.language(List.of(words), locale);
  }

  @Test
  void answerInTheLanguageOfTheSurroundings() {
    assertThat(language(Locale.SIMPLIFIED_CHINESE)).isEqualTo(Language.CHINESE);
    assertThat(language(Locale.forLanguageTag("zh-Hant-TW"))).isEqualTo(Language.CHINESE);
    assertThat(language(Locale.UK)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void answerInEnglishWhereTheLanguageIsNoneOfOurs() {
    assertThat(language(Locale.FRANCE)).isEqualTo(Language.ENGLISH);
    assertThat(language(Locale.ROOT)).isEqualTo(Language.ENGLISH);
  }

  @Test
  void answerInTheLanguageThatIsAskedForWhateverTheSurroundings() {
    assertThat(language(Locale.UK, "--input=a", "--lang=zh")).isEqualTo(Language.CHINESE);
    assertThat(language(Locale.CHINA, "--lang=en")).isEqualTo(Language.ENGLISH);
  }
}
