package org.zhengyu.transforms.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
  @Test
  void endsAtFullStopsExclamationsQuestionsAndSemicolons() {
    assertThat(split("目标引领方向。奋斗成就未来！路在何方？征程再启；再创辉煌"))
        .containsExactly("目标引领方向。", "奋斗成就未来！", "路在何方？", "征程再启；", "再创辉煌");
  }

  @Test
  void commasColonsAndDunHaoDoNotEnd() {
    assertThat(split("会议指出：要稳增长、促改革，惠民生。")).hasSize(1);
  }

  @Test
  void aDoubleEllipsisEnds() {
    assertThat(split("同比增长7.5%……征程再启。")).containsExactly("同比增长7.5%……", "征程再启。");
    assertThat(split("……")).containsExactly("……");
  }

  @Test
  void anEllipsisInMidSentenceDoesNotEnd() {
    assertThat(split("铁路、公路、港口……，都要建好。他说…好的。")).containsExactly("铁路、公路、港口……，都要建好。", "他说…好的。");
  }

  @Test
  void runsOfEndMarksStayTogether() {
    assertThat(split("真的吗？！是的。。好……。完！！！")).containsExactly("真的吗？！", "是的。。", "好……。", "完！！！");
  }

  @Test
  void closingMarksBelongToTheSentenceTheyClose() {
    assertThat(split("他说：“要实干。”大家鼓掌。（掌声热烈。）“好！”『对。』「行。」完"))
        .containsExactly("他说：“要实干。”", "大家鼓掌。", "（掌声热烈。）", "“好！”", "『对。』", "「行。」", "完");
    assertThat(split("他问：“‘是吗？’”我答。")).containsExactly("他问：“‘是吗？’”", "我答。");
  }

  @Test
  void aQuotedSentenceThatTheClauseGoesOnBehindDoesNotEnd() {
    assertThat(split("落实“走在前。”的要求，喊出“加油！”，继续前进。")).hasSize(1);
  }

  @Test
  void endMarksInsideTitlesAndBracketsDoNotEnd() {
    assertThat(split("学习《路在何方？》一书，企业（含国有；民营）都要参加。")).containsExactly("学习《路在何方？》一书，企业（含国有；民营）都要参加。");
  }

  @Test
  void endMarksInsideATitleDoNotEndWhereverItStands() {
    for (String sentence :
        List.of(
            "《路在何方？》是一首歌。",
            "〈路在何方？〉是一首歌。",
            "他唱《路在何方？敢问！》。",
            "“《路在何方？》是一首歌。”",
            "《关于〈路在何方？〉的说明》已经印发。")) {
      assertThat(split(sentence + "第二句。")).containsExactly(sentence, "第二句。");
    }
    assertThat(split("《路在何方？" + "推动高质量发展。".repeat(20))).hasSizeGreaterThan(10);
  }

  @Test
  void aDotBetweenChineseCharactersEndsWhereItIsTheFullStop() {
    assertThat(split("会议讨论了工作报告.会议强调要抓好落实.")).containsExactly("会议讨论了工作报告.", "会议强调要抓好落实.");
    assertThat(split("同比增长百分之五.“要抓好落实.”他说得好. 下一步")).hasSize(4);
    assertThat(split("增长了5%.各项工作有进展.")).containsExactly("增长了5%.", "各项工作有进展.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "见第4.1节的规定",
        "卡尔.马克思的著作",
        "一.总体要求和目标",
        "1.加强组织领导",
        "按U.S.标准执行",
        "打开www.gov.cn网站",
        "马克思主义创始人卡尔.马克思说过这句话。",
        "增长4.1.各项"
      })
  void aDotThatIsNoFullStopDoesNotEnd(String text) {
    assertThat(split(text)).containsExactly(text);
  }

  @Test
  void aBracketThatIsNeverClosedDoesNotSwallowTheParagraph() {
    String clause = "推动高质量发展取得新成效。";
    assertThat(split("根据《意见" + clause.repeat(20))).hasSizeGreaterThan(10);
  }

  @Test
  void asciiEndMarksEndAChineseSentence() {
    assertThat(split("路在何方?就在脚下!好;行 吗? 对")).containsExactly("路在何方?", "就在脚下!", "好;", "行 吗?", "对");
    assertThat(split("增长5%;下降3;完成(一);共3项")).containsExactly("增长5%;", "下降3;", "完成(一);", "共3项");
    assertThat(split("他说\"对!\"然后走了。")).containsExactly("他说\"对!\"", "然后走了。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "生产总值增长3.5个百分点，达11024.04亿元",
        "见http://www.gov.cn/s?t=政策;id=5!x页面",
        "Wow! Really? Yes; Mr. Li said so",
        "按U.S. 标准执行",
        "a!=b;c"
      })
  void asciiMarksInNumbersAddressesAndEnglishDoNotEnd(String text) {
    assertThat(split(text)).containsExactly(text);
  }

  @Test
  void spansAreTrimmedAndNeverBlank() {
    assertThat(split("　　甲。　　乙。 \t\u00A0\u200B")).containsExactly("甲。", "乙。");
    assertThat(split("")).isEmpty();
    assertThat(split(" 　\t")).isEmpty();
  }

  @Test
  void cutsALongSentenceBehindTheLastPauseBeforeTheLimit() {
    String text = "甲".repeat(900) + "，" + "乙".repeat(300) + "。";
    assertThat(split(text)).containsExactly("甲".repeat(900) + "，", "乙".repeat(300) + "。");
  }

  @Test
  void keepsASentenceOfExactlyTheLimitWhole() {
    String limit = "甲，" + "乙".repeat(SentenceSplitter.MAX_LENGTH - 3) + "。";
    assertThat(split(limit)).containsExactly(limit);
  }

  @Test
  void cutsHardWhereThereIsNoPauseButNeverInsideASurrogatePair() {
    assertThat(split("字".repeat(2500))).extracting(String::length).containsExactly(1000, 1000, 500);
    assertThat(split("字" + "𠮷".repeat(1000)))
        .extracting(String::length)
        .containsExactly(999, 1000, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!", "…", "（", "《。", "“", " ", "a;", "，", "？”", "\""})
  void takesLinearTimeOnAnyRepetition(String unit) {
    String text = "字" + unit.repeat(3_000_000 / unit.length());
    assertTimeout(Duration.ofSeconds(10), () -> SentenceSplitter.split(text, (begin, end) -> {}));
  }

  @Property
  void spansAreDisjointAscendingBoundedAndCoverEverythingButWhiteSpace(
      @ForAll("paragraphs") String text) {
    boolean[] covered = new boolean[text.length()];
    int[] last = {0};
    SentenceSplitter.split(
        text,
        (begin, end) -> {
          assertThat(begin).isGreaterThanOrEqualTo(last[0]).isLessThan(end);
          assertThat(end - begin).isLessThanOrEqualTo(SentenceSplitter.MAX_LENGTH);
          assertThat(Character.isWhitespace(text.charAt(begin))).isFalse();
          assertThat(Character.isWhitespace(text.charAt(end - 1))).isFalse();
          assertThat(splitsPair(text, begin) || splitsPair(text, end)).isFalse();
          for (int i = begin; i < end; i++) {
            covered[i] = true;
          }
          last[0] = end;
        });
    for (int i = 0; i < text.length(); i++) {
      assertThat(covered[i] || Character.isWhitespace(text.charAt(i))).isTrue();
    }
  }

  @Provide
  Arbitrary<String> paragraphs() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "政",
            "府。",
            "！",
            "？",
            "；",
            "…",
            "……",
            "“",
            "”",
            "（",
            "）",
            "《",
            "》",
            "，",
            " ",
            "　",
            "𠮷",
            "A",
            "!",
            "?",
            ";",
            "\"",
            "3.5%",
            ".",
            "〈",
            "〉",
            "字".repeat(400));
    return piece.list().ofMaxSize(60).map(pieces -> String.join("", pieces));
  }

  private static boolean splitsPair(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static List<String> split(String paragraph) {
    List<String> sentences = new ArrayList<>();
    SentenceSplitter.split(
        paragraph, (begin, end) -> sentences.add(paragraph.substring(begin, end)));
    return sentences;
  }
}
