package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class TypeTableTest {
  private static final int NO_PHRASE = -1;

  @Provide
  Arbitrary<List<String>> words() {
    return Texts.any().list().ofMaxSize(200);
  }

  @Property
  void numbersTermsInTheOrderOfTheirFirstAppearance(@ForAll("words") List<String> words) {
    TypeTable table = new TypeTable();
    Map<String, Integer> expected = new HashMap<>();
    for (String word : words) {
      String sentence = "…" + word + "。";
      int type = table.find(sentence, 1, sentence.length() - 1);
      assertThat(type).isEqualTo(expected.getOrDefault(word, -1));
      if (type < 0) {
        int number = expected.size();
        expected.put(word, number);
        assertThat(table.add(word, number % 256, number % 2 == 0, number % 3 - 1))
            .isEqualTo(number);
      }
    }
    assertThat(table.size()).isEqualTo(expected.size());
    expected.forEach(
        (word, number) -> {
          assertThat(table.term(number)).isEqualTo(word);
          assertThat(table.tag(number)).isEqualTo(number % 256);
          assertThat(table.isContent(number)).isEqualTo(number % 2 == 0);
          assertThat(table.phrase(number)).isEqualTo(number % 3 - 1);
        });
  }

  @Example
  void findsEveryTermAfterItHasGrown() {
    TypeTable table = new TypeTable();
    int terms = 20_000;
    for (int i = 0; i < terms; i++) {
      assertThat(table.add("词" + i, 200, true, i)).isEqualTo(i);
    }
    assertThat(table.size()).isEqualTo(terms);
    for (int i = 0; i < terms; i++) {
      String term = "词" + i;
      assertThat(table.find(term, 0, term.length())).isEqualTo(i);
      assertThat(table.tag(i)).isEqualTo(200);
      assertThat(table.phrase(i)).isEqualTo(i);
    }
    assertThat(table.find("词20000", 0, 6)).isEqualTo(-1);
  }

  @Example
  void keepsTheSmallestTagOfAWordWhicheverComesFirst() {
    TypeTable table = new TypeTable();
    int word = table.add("建设", 7, false, NO_PHRASE);

    table.seeAgain(word, 9, false);
    assertThat(table.tag(word)).isEqualTo(7);
    assertThat(table.isContent(word)).isFalse();

    table.seeAgain(word, 3, true);
    assertThat(table.tag(word)).isEqualTo(3);
    assertThat(table.isContent(word)).isTrue();
  }

  @Example
  void doesNotTakeTheTagOfAWordForAPhrase() {
    TypeTable table = new TypeTable();
    int phrase = table.add("链长制", 7, true, 0);
    table.seeAgain(phrase, 3, false);
    assertThat(table.tag(phrase)).isEqualTo(7);
    assertThat(table.isContent(phrase)).isTrue();
  }
}
