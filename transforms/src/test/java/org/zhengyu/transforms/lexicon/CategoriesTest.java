package org.zhengyu.transforms.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {

  private static final String CONTENT =
      """
      碳达峰,生态/双碳/目标
      河长制,治理
      碳中和,生态/双碳
      链长制
      生态文明,生态
      """;

  private static Lexicon lexicon(String content) throws InputFileException {
    return Lexicon.parse(content, "lexicon.csv", text -> text);
  }

  private static List<String> rows(Categories categories) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < categories.size(); i++) {
      rows.add(categories.name(i) + " " + categories.level(i) + " " + categories.phrases(i));
    }
    return rows;
  }

  @Test
  void haveEveryLevelWithThePhrasesOfThoseWithinIt() throws InputFileException {
    assertThat(rows(Categories.of(lexicon(CONTENT))))
        .containsExactly("生态 1 3", "生态/双碳 2 2", "生态/双碳/目标 3 1", "治理 1 1");
  }

  @Test
  void nameThoseOfAPhraseFromTheOutermostToItsOwn() throws InputFileException {
    Categories categories = Categories.of(lexicon(CONTENT));

    assertThat(categories.of(0)).containsExactly(0, 1, 2);
    assertThat(categories.of(1)).containsExactly(3);
    assertThat(categories.of(2)).containsExactly(0, 1);
    assertThat(categories.of(3)).isEmpty();
    assertThat(categories.of(4)).containsExactly(0);
  }

  @Test
  void areNoneWhereTheLexiconGivesNone() throws InputFileException {
    assertThat(Categories.of(lexicon("链长制\n六个城市")).size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"生态 / 双碳, 生态/双碳", "生态／双碳, 生态/双碳", "R&D/5G, R&D/5G"})
  void areReadWithoutBlanksAroundTheSlashOfAnyWidth(String written, String category)
      throws InputFileException {
    assertThat(lexicon("碳达峰," + written).category(0)).contains(category);
  }

  @ParameterizedTest
  @CsvSource({"/双碳", "生态/", "生态//双碳", "/"})
  void areRefusedWithoutANameAtALevel(String category) {
    assertThatThrownBy(() -> lexicon("链长制\n碳达峰," + category))
        .hasMessage("lexicon.csv:2: category “" + category + "” has a level without a name");
  }

  @Test
  void ofACorpusAreUsedWhereAPhraseWithinThemIsFound() throws InputFileException {
    LexiconCoverage coverage = LexiconCoverage.of(SharedLexicon.of(lexicon(CONTENT)));
    assertThat(coverage.found()).isZero();
    assertThat(coverage.unusedCategories()).containsExactly("生态", "治理");

    coverage.add(2);
    coverage.add(2);
    assertThat(coverage.found()).isEqualTo(1);
    assertThat(coverage.unusedCategories()).containsExactly("生态/双碳/目标", "治理");

    coverage.add(3);
    coverage.add(0);
    coverage.add(1);
    assertThat(coverage.found()).isEqualTo(4);
    assertThat(coverage.unusedCategories()).isEmpty();
  }
}
