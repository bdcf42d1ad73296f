package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableDescriptionTest {

  @Test
  void saysAllThatIsKnownOfATable() {
    assertThat(TableDescription.of(SampleTables.COUNTS, Language.ENGLISH))
        .isEqualTo(
            """
            counts: one row per document and word

              doc_id  text, key    the document
              word    text, key    the word; found in words.word
              tf      integer      how often
              share   number       of all words; null in an empty document
              style   text         how; one of plain, bold
              day     date         when; null where unknown
              is_new  truth value  whether it is new

            Formulas: docs/measures.md#counts
            """);
  }

  @Test
  void alignsHanziByTheTwoPlacesThatTheyTake() {
    assertThat(TableDescription.of(SampleTables.COUNTS, Language.CHINESE))
        .isEqualTo(
            """
            counts：每篇文档中的每个词为一行

              doc_id  文本，主键  文档
              word    文本，主键  词；见于 words.word
              tf      整数        次数
              share   数值        所占比例；文档为空时为空
              style   文本        风格；取值为 plain、bold
              day     日期        日期；日期不详时为空
              is_new  真假        是否为新词

            指标说明：docs/measures.zh.md#counts
            """);
  }

  @Test
  void saysWhatNumbersAreNumbersOf() {
    assertThat(TableDescription.of(SampleTables.WORDS, Language.ENGLISH))
        .isEqualTo(
            """
            words: one row per word

              word    text, key  the word
              length  integer    its length [code points]
            """);
  }

  @Test
  void setsApartWhatATableHasOnRequestOnly() {
    Table usual = SampleTables.WORDS.without(List.of(SampleTables.LENGTH));
    assertThat(TableDescription.of(SampleTables.WORDS, usual, Language.CHINESE))
        .isEqualTo(
            """
            words：每个词为一行

              word    文本，主键  词

            按需写出：
              length  整数        词长 [码位]
            """);
  }
}
