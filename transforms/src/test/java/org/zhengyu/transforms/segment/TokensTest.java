package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  private static final PartOfSpeech N = PartOfSpeech.named("n");

  @Test
  void letsEachTokenBeginWhereTheLastOneEnds() {
    Tokens tokens = new Tokens();
    tokens.reset("发展海洋经济");
    tokens.add(2, PartOfSpeech.named("v"), Tokens.NO_PHRASE);
    tokens.add(6, PartOfSpeech.PHRASE, 7);

    assertThat(tokens.size()).isEqualTo(2);
    assertThat(tokens.begin(0)).isZero();
    assertThat(tokens.end(0)).isEqualTo(2);
    assertThat(tokens.form(0)).isEqualTo("发展");
    assertThat(tokens.tag(0).name()).isEqualTo("v");
    assertThat(tokens.phrase(0)).isEqualTo(-1);
    assertThat(tokens.begin(1)).isEqualTo(2);
    assertThat(tokens.end(1)).isEqualTo(6);
    assertThat(tokens.form(1)).isEqualTo("海洋经济");
    assertThat(tokens.phrase(1)).isEqualTo(7);
  }

  @Test
  void knowsTheTokenOfEachPosition() {
    Tokens tokens = new Tokens();
    tokens.reset("甲乙丙丁戊");
    tokens.add(1, N, Tokens.NO_PHRASE);
    tokens.add(4, N, Tokens.NO_PHRASE);
    tokens.add(5, N, Tokens.NO_PHRASE);

    assertThat(new int[] {tokens.at(0), tokens.at(1), tokens.at(2), tokens.at(3), tokens.at(4)})
        .containsExactly(0, 1, 1, 1, 2);
  }

  @ParameterizedTest
  @CsvSource({
    "经济, true",
    "5, true",
    "5G, true",
    "“5, true",
    "𠮷, true",
    "é, true",
    "、, false",
    "%, false",
    "……, false",
    "①, false",
    "😀, false",
    "' ', false",
    "'\u3000', false"
  })
  void takesATokenWithALetterOrDigitForAWord(String form, boolean word) {
    Tokens tokens = new Tokens();
    tokens.reset(form);
    tokens.add(form.length(), N, Tokens.NO_PHRASE);

    assertThat(tokens.word(0)).isEqualTo(word);
  }

  @Test
  void holdsMoreTokensThanItHasRoomForAtFirst() {
    Tokens tokens = new Tokens();
    tokens.reset("甲".repeat(1_000));
    for (int end = 1; end <= 1_000; end++) {
      tokens.add(end, N, end);
    }

    assertThat(tokens.size()).isEqualTo(1_000);
    assertThat(tokens.begin(999)).isEqualTo(999);
    assertThat(tokens.phrase(63)).isEqualTo(64);
    assertThat(tokens.phrase(999)).isEqualTo(1_000);
    assertThat(tokens.word(500)).isTrue();
  }

  @Test
  void refusesATokenThatIsEmptyOrLeavesTheSentence() {
    Tokens tokens = new Tokens();
    tokens.reset("甲乙");
    assertThatThrownBy(() -> tokens.add(0, N, Tokens.NO_PHRASE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> tokens.add(3, N, Tokens.NO_PHRASE))
        .isInstanceOf(IllegalArgumentException.class);
    tokens.add(1, N, Tokens.NO_PHRASE);
    assertThatThrownBy(() -> tokens.add(1, N, Tokens.NO_PHRASE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void startsAnewWithEachSentence() {
    Tokens tokens = new Tokens();
    tokens.reset("甲乙");
    tokens.add(2, N, Tokens.NO_PHRASE);
    tokens.reset("丙");

    assertThat(tokens.size()).isZero();
    tokens.add(1, N, Tokens.NO_PHRASE);
    assertThat(tokens.form(0)).isEqualTo("丙");
  }
}
