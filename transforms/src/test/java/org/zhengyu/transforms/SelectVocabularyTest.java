package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.testing.PAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

class SelectVocabularyTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

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

  private void expect(
      List<ProposedTerms> proposals, int size, CorpusTotals totals, String expected) {
    PAssert.that(
            check.valueOf(
                check
                    .of("Proposals", proposals, ProposedTerms.coder())
                    .apply(SelectVocabulary.within(new VocabularyLimits(size, 1, 1))),
                Vocabulary.coder()))
        .satisfies(
            that(
                vocabularies -> {
                  assertThat(vocabularies).hasSize(1);
                  Vocabulary vocabulary = vocabularies.iterator().next();
                  assertThat(describe(vocabulary)).isEqualTo(expected);
                  assertThat(vocabulary.totals()).isEqualTo(totals);
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

  @Test
  void selectsFromTheProposalsOfAllBuckets() {
    expect(
        List.of(
            new ProposedTerms(TOTALS, run("链长制", 9), run("甲", 5, "丙", 7)),
            new ProposedTerms(TOTALS, SortedRun.EMPTY, run("乙", 5))),
        2,
        TOTALS,
        "丙7 乙5 链长制9");
  }

  @Test
  void isEmptyWhereNothingIsProposed() {
    expect(List.of(), 10, CorpusTotals.NONE, "");
  }
}
