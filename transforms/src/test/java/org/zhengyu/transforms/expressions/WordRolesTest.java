package org.zhengyu.transforms.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.segment.PartOfSpeech;

class WordRolesTest {
  private static final WordRoles ROLES = new WordRoles(new Texts().stopWords());

  private static boolean has(String term, String tag, int role) {
    return (ROLES.of(term, PartOfSpeech.named(tag)) & role) != 0;
  }

  @ParameterizedTest
  @CsvSource({"的, u", "和, c", "把, p", "使, v", "年, q", "并且, c"})
  void wordsThatDivide(String term, String tag) {
    assertThat(has(term, tag, WordRoles.DIVIDES)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"以, p", "发展, vn", "绿色, n", "新, a"})
  void wordsThatMayStandAnywhere(String term, String tag) {
    assertThat(has(term, tag, WordRoles.DIVIDES | WordRoles.NO_BEGIN)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "北京, ns, true, false",
    "今年, t, true, true",
    "很, d, true, true",
    "三, m, false, true",
    "300, m, true, true",
    "三百, m, true, true",
    "亩, q, false, false",
    "理念, n, false, false",
  })
  void wordsThatAreNoEnds(String term, String tag, boolean noBegin, boolean noEnd) {
    assertThat(has(term, tag, WordRoles.NO_BEGIN)).as("begins").isEqualTo(noBegin);
    assertThat(has(term, tag, WordRoles.NO_END)).as("ends").isEqualTo(noEnd);
  }

  @ParameterizedTest
  @CsvSource({
    "三, m, " + WordRoles.NUMERAL,
    "每, r, " + WordRoles.NUMERAL,
    "项, q, " + WordRoles.MEASURE,
    "推进, v, " + WordRoles.VERB,
    "深入, ad, " + WordRoles.VERB,
    "水平, n, " + WordRoles.GENERAL,
  })
  void rolesByPartOfSpeechAndList(String term, String tag, int role) {
    assertThat(has(term, tag, role)).isTrue();
  }
}
