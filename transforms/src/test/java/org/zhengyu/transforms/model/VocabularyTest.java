package org.zhengyu.transforms.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengyu.transforms.model.Vocabulary.Member;

class VocabularyTest {
  private static final Margins ONCE = new Margins(1, 1, 1, 1);
  private static final CorpusTotals TOTALS = new CorpusTotals(1, 2, 3, 4, 5, 5);

  /** A vocabulary of the terms, put in order by their code points one by one. */
  static Vocabulary vocabulary(CorpusTotals totals, Map<String, Margins> terms) {
    return new Vocabulary(
        totals,
        terms.entrySet().stream()
            .sorted((a, b) -> Arrays.compare(codePoints(a.getKey()), codePoints(b.getKey())))
            .map(term -> new Member(term.getKey(), term.getValue()))
            .toList());
  }

  private static int[] codePoints(String term) {
    return term.codePoints().toArray();
  }

  @Provide
  Arbitrary<Set<String>> terms() {
    return Texts.any().set().ofMaxSize(30);
  }

  @Property
  void findsEveryTermByTheNumberOfItsPlaceAndNoOther(
      @ForAll("terms") Set<String> terms, @ForAll("terms") Set<String> others) {
    List<Member> members = new ArrayList<>();
    terms.stream()
        .sorted((a, b) -> Arrays.compare(codePoints(a), codePoints(b)))
        .forEach(term -> members.add(new Member(term, new Margins(members.size(), 2, 3, 4))));
    Vocabulary vocabulary = new Vocabulary(TOTALS, members);

    assertThat(vocabulary.size()).isEqualTo(terms.size());
    for (int number = 0; number < members.size(); number++) {
      byte[] term = members.get(number).term().getBytes(UTF_8);
      assertThat(vocabulary.find(term)).isEqualTo(number);
      assertThat(vocabulary.term(number)).isEqualTo(term);
      assertThat(vocabulary.member(number)).isEqualTo(members.get(number));
    }
    for (String other : others) {
      if (!terms.contains(other)) {
        assertThat(vocabulary.find(other.getBytes(UTF_8))).isNegative();
      }
    }
  }

  @Example
  void isOrderedByCodePointsWhichIsNotTheOrderOfChars() {
    Member fullWidthA = new Member("\uFF21", ONCE);
    Member supplementary = new Member("𠮷", ONCE);
    assertThat("\uFF21".compareTo("𠮷")).as("as chars").isPositive();

    assertThat(new Vocabulary(TOTALS, List.of(fullWidthA, supplementary)).size()).isEqualTo(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Vocabulary(TOTALS, List.of(supplementary, fullWidthA)))
        .withMessageContaining("\uFF21");
  }

  @Example
  void refusesATermTwice() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Vocabulary(TOTALS, List.of(new Member("改革", ONCE), new Member("改革", ONCE))));
  }
}
