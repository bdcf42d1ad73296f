package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

class VocabularySelectionTest {
  private static final CorpusTotals TOTALS = new CorpusTotals(9, 20, 30, 40, 50, 3);

  private static SortedRun run(Object... termsAndSentences) {
    SortedRunBuilder run = new SortedRunBuilder();
    for (int i = 0; i < termsAndSentences.length; i += 2) {
      String term = (String) termsAndSentences[i];
      int sentences = (Integer) termsAndSentences[i + 1];
      PackedWriter packed = new PackedWriter();
      new Member(term, new Margins(1, 1, sentences, 100 - sentences)).pack(packed);
      run.add(term.getBytes(UTF_8), packed);
    }
    return run.build();
  }

  private static String describe(Vocabulary vocabulary) {
    List<String> members = new ArrayList<>();
    for (int i = 0; i < vocabulary.size(); i++) {
      Member member = vocabulary.member(i);
      assertThat(member.margins().slots()).isEqualTo(100 - member.margins().sentences());
      members.add(member.term() + member.margins().sentences());
    }
    return String.join(" ", members);
  }

  /**
   * Ties go to the smaller code point: 乙 U+4E59, 甲 U+7532, Ａ U+FF21, 𠮷 U+20BB7, although as chars
   * the last would come before Ａ. Phrases are always in.
   */
  @ParameterizedTest
  @CsvSource({
    "0, 六个城市1 链长制9",
    "1, 丙7 六个城市1 链长制9",
    "2, 丙7 乙5 六个城市1 链长制9",
    "3, 丙7 乙5 六个城市1 甲5 链长制9",
    "4, 丙7 乙5 六个城市1 甲5 链长制9 Ａ5",
    "5, 丙7 乙5 六个城市1 甲5 链长制9 Ａ5 𠮷5",
    "6, 丁4 丙7 乙5 六个城市1 甲5 链长制9 Ａ5 𠮷5",
    "99, 丁4 丙7 乙5 六个城市1 甲5 链长制9 Ａ5 𠮷5"
  })
  void takesAllPhrasesAndTheMostFrequentTermsOfAllBuckets(int size, String expected) {
    List<ProposedTerms> proposals =
        List.of(
            new ProposedTerms(TOTALS, run("链长制", 9), run("甲", 5, "丙", 7)),
            new ProposedTerms(TOTALS, SortedRun.EMPTY, run("𠮷", 5, "Ａ", 5)),
            new ProposedTerms(TOTALS, run("六个城市", 1), run("乙", 5, "丁", 4)),
            new ProposedTerms(TOTALS, SortedRun.EMPTY, SortedRun.EMPTY));
    Vocabulary vocabulary = VocabularySelection.of(proposals, new VocabularyLimits(size, 1, 1));
    assertThat(describe(vocabulary)).isEqualTo(expected);
    assertThat(vocabulary.totals()).isEqualTo(TOTALS);
  }

  /** Every bucket adds up the totals of all splits, so another sum means that a piece is lost. */
  @Test
  void failsWhereBucketsDisagreeOnTheCorpus() {
    CorpusTotals fewer = new CorpusTotals(8, 20, 30, 40, 50, 3);
    List<ProposedTerms> proposals =
        List.of(
            new ProposedTerms(TOTALS, SortedRun.EMPTY, SortedRun.EMPTY),
            new ProposedTerms(fewer, SortedRun.EMPTY, SortedRun.EMPTY));
    assertThatThrownBy(() -> VocabularySelection.of(proposals, new VocabularyLimits(10, 1, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(fewer.toString());
  }
}
