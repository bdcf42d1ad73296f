package org.zhengyu.transforms.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CandidateRankingTest {
  private static final int ALL = 1_000_000;

  private static Map<String, Candidate> byText(List<Candidate> candidates) {
    return candidates.stream().collect(Collectors.toMap(Candidate::text, Function.identity()));
  }

  @Test
  void leavesOutAFunctionWordThatIsQuotedNowAndThen() {
    String text = "本条例所称“以下”包括本数。十人以下、百人以下、千人以下、万人以下的罚款，三日以下、五日以下的处罚。支持“两重”建设。";
    Map<String, Candidate> found =
        byText(new Texts().split(text, text, text, text).candidates(4, ALL));
    assertThat(found).containsKey("两重").doesNotContainKey("以下");
  }

  @Test
  void takesAFunctionWordThatIsQuotedAsARule() {
    String text = "本条例所称“以下”包括本数，所称“以下”如此。";
    assertThat(byText(new Texts().split(text, text).candidates(4, ALL)).get("以下"))
        .satisfies(
            candidate -> {
              assertThat(candidate.tf()).isEqualTo(4);
              assertThat(candidate.quoted()).isEqualTo(4);
            });
  }

  @Test
  void takesTypewritersMarksForQuotationMarks() {
    String text = "支持\"两重\"建设，加力\"两重\"项目。";
    assertThat(byText(new Texts().split(text, text).candidates(4, ALL)).get("两重").quoted())
        .isEqualTo(4);
  }

  @Test
  void doesNotGuessWhichOfAnOddNumberOfMarksBegins() {
    String text = "建设\"重点\"两重\"项目。";
    assertThat(byText(new Texts().split(text, text, text, text).candidates(4, ALL)))
        .doesNotContainKey("两重");
  }

  @Test
  void leavesOutWhatOnlyRepeatedSentencesHave() {
    String footer = "本文依据具有司法性质的“双百”条款发布。";
    Texts texts = new Texts();
    for (String subject : List.of("农业", "工业", "教育", "科技", "文化", "体育")) {
      texts = texts.split("发展" + subject + "具身智能产业，做好" + subject + "的“一老一小”工作。" + footer);
    }
    assertThat(texts.candidates(4, ALL))
        .extracting(Candidate::text)
        .contains("一老一小", "具身智能产业")
        .doesNotContain("双百", "司法性质");
  }

  @Test
  void countsTheSameInAnyCutOfTheInput() {
    String one = "发展具身智能和低空经济。推进“一老一小”服务，壮大具身智能产业。";
    String two = "培育具身智能企业，发展低空经济。做好“一老一小”工作，发展低空经济产业。";
    List<Candidate> whole = new Texts().split(one, two, one, two).candidates(4, ALL);
    assertThat(new Texts().split(one).split(two, one).split(two).candidates(4, ALL))
        .isEqualTo(whole);
    assertThat(whole).extracting(Candidate::text).contains("具身智能", "一老一小");
  }

  @Test
  void countsQuotedOnesBesideTheMostFrequent() {
    String one = "发展具身智能和低空经济。推进“一老一小”服务，壮大具身智能产业。";
    String two = "培育具身智能企业，发展低空经济。做好“一老一小”工作。";
    assertThat(new Texts().split(one, two, one, two).candidates(4, /* mostCounted= */ 0))
        .extracting(Candidate::text)
        .containsExactly("一老一小");
  }
}
