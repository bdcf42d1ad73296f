package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.Run;
import org.zhengyu.transforms.packed.RunBuilder;

class SelectVocabularyTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static Run run(Object... termsAndSentences) {
    RunBuilder run = new RunBuilder();
    for (int i = 0; i < termsAndSentences.length; i += 2) {
      String term = (String) termsAndSentences[i];
      int sentences = (Integer) termsAndSentences[i + 1];
      PackedWriter packed = new PackedWriter();
      new Member(term, new Margins(1, 1, sentences, 100 - sentences)).pack(packed);
      run.add(term.getBytes(UTF_8), packed);
    }
    return run.build();
  }

  private void expect(List<Run> phrases, List<Run> content, int size, String expected) {
    PCollectionTuple proposals =
        PCollectionTuple.of(MergeTerms.PHRASES, check.of("Phrases", phrases, Run.coder()))
            .and(MergeTerms.CONTENT_TERMS, check.of("Content", content, Run.coder()));
    PAssert.that(
            check.valueOf(
                proposals.apply(SelectVocabulary.within(new VocabularyLimits(size, 1, 1))),
                Vocabulary.coder()))
        .satisfies(
            that(
                vocabularies -> {
                  assertThat(vocabularies)
                      .singleElement()
                      .extracting(SelectVocabularyTest::describe)
                      .isEqualTo(expected);
                }));
    check.run();
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
    expect(
        List.of(run("链长制", 9), Run.EMPTY, run("六个城市", 1)),
        List.of(run("甲", 5, "丙", 7), run("𠮷", 5, "Ａ", 5), run("乙", 5, "丁", 4), Run.EMPTY),
        size,
        expected);
  }

  @Test
  void isEmptyWhereNothingIsProposed() {
    expect(List.of(), List.of(), 10, "");
  }
}
