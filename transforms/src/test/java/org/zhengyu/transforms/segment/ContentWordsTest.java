package org.zhengyu.transforms.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.StopWords;

class ContentWordsTest {
  /** 𠮷 is one code point and two chars. */
  @ParameterizedTest
  @CsvSource({
    "改革, vn, true",
    "改, v, false",
    "𠮷, n, false",
    "𠮷𠮷, n, true",
    "已经, d, false",
    "工作, vn, false"
  })
  void haveATagWithContentAndTwoCodePointsAndAreNoStopWords(
      String term, String tag, boolean isContent) throws InputFileException {
    StopWords stopWords = StopWords.parse("工作\n".getBytes(UTF_8), "stop-words.txt", word -> word);
    assertThat(new ContentWords(stopWords).contains(term, PartOfSpeech.named(tag)))
        .isEqualTo(isContent);
  }
}
