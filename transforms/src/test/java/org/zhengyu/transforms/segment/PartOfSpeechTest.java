package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.corpus.tag.Nature;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartOfSpeechTest {

  @Test
  void namesEveryTagOfTheSegmenter() {
    List<String> names =
        Arrays.stream(Nature.values())
            .map(Nature::toString)
            // the marks that HanLP puts around a sentence
            .filter(name -> !name.equals("begin") && !name.equals("end"))
            .toList();

    assertThat(PartOfSpeech.all())
        .extracting(PartOfSpeech::name)
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void findsATagByItsCodeAndByItsName() {
    List<PartOfSpeech> all = PartOfSpeech.all();
    for (int code = 0; code < all.size(); code++) {
      assertThat(all.get(code).code()).isEqualTo(code);
      assertThat(PartOfSpeech.of(code)).isSameAs(all.get(code));
      assertThat(PartOfSpeech.named(all.get(code).name())).isSameAs(all.get(code));
    }
    assertThat(all).hasSizeLessThanOrEqualTo(256);
  }

  @Test
  void takesAnUnknownNameForAString() {
    assertThat(PartOfSpeech.named("no such tag").name()).isEqualTo("x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n", "ns", "nz", "nx", "v", "vn", "vi", "a", "an", "i", "l", "j", "b", "s", "z", "g"
      })
  void takesNounsVerbsAdjectivesAndSetPhrasesForContent(String name) {
    assertThat(PartOfSpeech.named(name).isContent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vshi", "vyou", "vx", "vf", "m", "mq", "q", "r", "rr", "d", "t", "f", "p", "c", "u", "ude1",
        "y", "e", "o", "h", "k", "w", "wn", "x", "xu"
      })
  void takesNumbersPronounsTimesAndFunctionWordsForNoContent(String name) {
    assertThat(PartOfSpeech.named(name).isContent()).isFalse();
  }

  @Test
  void tagsAPhraseAsAProperNoun() {
    assertThat(PartOfSpeech.PHRASE.name()).isEqualTo("nz");
    assertThat(PartOfSpeech.PHRASE).hasToString("nz");
  }
}
