package org.zhengyu.transforms.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.PackedReader;

class ExpressionFinderTest {
  /** Writes down what is found: runs as they are, quoted ones in their marks. */
  private static class Listed implements ExpressionFinder.Receiver {
    final List<String> found = new ArrayList<>();
    ExpressionFinder.Sentence sentence;
    SplitWords words;

    @Override
    public void document(CountedDocument document, PackedReader joints) {
      DocumentStanding.unpack(joints);
    }

    @Override
    public void sentence(ExpressionFinder.Sentence begun) {
      sentence = begun;
    }

    @Override
    public boolean mayBegin(int word) {
      return true;
    }

    @Override
    public boolean run(int from, int to, boolean quoted, long hash) {
      String text = sentence.text(from, to);
      assertThat(hash).as(text).isEqualTo(SplitWords.hash(0, text));
      assertThat(sentence.spells(from, to, text)).as(text).isTrue();
      found.add(quoted ? "“" + text + "”" : text);
      return true;
    }

    @Override
    public void quotation(int from, int to, String text) {
      found.add("no run “" + text + "”");
    }
  }

  private static List<String> found(String text) {
    return found(text, new Listed());
  }

  private static List<String> found(String text, Listed listed) {
    Texts texts = new Texts();
    for (SegmentedSplit split : texts.split(text).splits()) {
      SplitWords words = new SplitWords(split.types(), new WordRoles(texts.stopWords()));
      listed.words = words;
      ExpressionFinder.find(split, words, key -> true, listed);
    }
    return listed.found;
  }

  @Test
  void findsEachRunOfWordsThatFollowEachOther() {
    assertThat(found("绿色发展理念")).containsExactly("绿色", "绿色发展", "绿色发展理念", "发展", "发展理念", "理念");
  }

  @Test
  void goesOverNoPunctuation() {
    assertThat(found("绿色，发展")).containsExactly("绿色", "发展");
  }

  @Test
  void goesOverNoWordThatDivides() {
    assertThat(found("绿色的发展")).containsExactly("绿色", "发展");
  }

  @Test
  void findsAQuotationWhateverItHolds() {
    assertThat(found("“绿色的发展”")).contains("“绿色的发展”").doesNotContain("绿色的");
  }

  @Test
  void goesOverMarksThatMakeAPair() {
    assertThat(found("建设“绿色”企业")).containsExactly("建设", "建设“绿色”企业", "“绿色”", "企业");
  }

  @Test
  void findsAQuotationInAQuotation() {
    assertThat(found("“建设‘绿色’企业”")).contains("“建设“绿色”企业”", "“绿色”");
  }

  @Test
  void findsAQuotationWithAMarkInsideThatIsNoRun() {
    assertThat(found("“绿色+发展”")).contains("no run “绿色+发展”");
  }

  @Test
  void findsNothingThatIsLongerThanTwelveCharacters() {
    assertThat(found("经济社会发展绿色转型企业经济")).contains("经济社会发展绿色转型企业").doesNotContain("经济社会发展绿色转型企业经济");
  }

  @Test
  void findsNoQuotationThatEndsAClause() {
    assertThat(found("“发展。绿色”")).noneMatch(each -> each.contains("“"));
  }

  @Test
  void looksForNoLongerRunThanIsWanted() {
    Listed shortOnes =
        new Listed() {
          @Override
          public boolean run(int from, int to, boolean quoted, long hash) {
            return super.run(from, to, quoted, hash) && to - from < 2;
          }
        };
    assertThat(found("绿色发展理念", shortOnes)).containsExactly("绿色", "绿色发展", "发展", "发展理念", "理念");
  }

  /** The first run that is found, with so many characters around it. */
  private static String context(String text, String run, int width) {
    List<String> contexts = new ArrayList<>();
    Listed listed =
        new Listed() {
          @Override
          public boolean run(int from, int to, boolean quoted, long hash) {
            if (sentence.text(from, to).equals(run)) {
              contexts.add(sentence.context(from, to, width).text(words));
            }
            return true;
          }
        };
    found(text, listed);
    return contexts.get(0);
  }

  @Test
  void showsARunWithWhatStandsAroundIt() {
    assertThat(context("推进绿色发展，建设企业", "发展", 2)).isEqualTo("绿色发展，建设");
  }

  @Test
  void beginsWhatStandsAroundItWithNoMarkButOneThatOpens() {
    assertThat(context("企业，绿色发展", "发展", 2)).isEqualTo("绿色发展");
    assertThat(context("——绿色发展", "发展", 9)).isEqualTo("绿色发展");
    assertThat(context("企业，“绿色”发展", "发展", 3)).isEqualTo("“绿色”发展");
    assertThat(context("企业”（绿色发展", "发展", 2)).isEqualTo("（绿色发展");
  }
}
