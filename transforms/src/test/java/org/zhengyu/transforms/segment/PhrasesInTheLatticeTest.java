package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;

/** Where a phrase of the lexicon is a token; what is expected is a reader's judgement. */
class PhrasesInTheLatticeTest {

  /** The tokens, with bars between, and phrases in brackets. */
  private static String cut(WordStandard words, String sentence, String... phrases)
      throws InputFileException {
    Lexicon lexicon = Lexicon.parse(String.join("\n", phrases), "lexicon", text -> text);
    Matches matches = new Matches();
    Tokens tokens = new Tokens();
    PhraseMatcher.of(lexicon).find(sentence, matches);
    LatticeSegmenter.create(words).segment(sentence, matches, tokens);
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean isPhrase = tokens.phrase(i) != Tokens.NO_PHRASE;
      forms.add(isPhrase ? "[" + tokens.form(i) + "]" : tokens.form(i));
    }
    return String.join("|", forms);
  }

  private static String cut(String sentence, String... phrases) throws InputFileException {
    return cut(WordStandard.CORE, sentence, phrases);
  }

  @ParameterizedTest
  @CsvSource({
    "把链长制作为重要抓手, 链长制",
    "将河长制作为主要制度, 河长制",
    "对林长制作出部署, 林长制",
    "助力我国营商环境持续改善, 营商环境",
    "全国营商环境评价, 营商环境",
    "本行政区域内河长制工作, 河长制",
    "全面推行告知承诺制, 告知承诺",
    "打赢脱贫攻坚战, 脱贫攻坚",
    "集聚青年人才一百万人, 人才",
    "第七条 省城乡规划主管部门, 城乡",
    "三区一中心战略定位, 中心",
    "启动外国人才三年倍增行动, 人才",
    "人力资源部门负责人才政策落实, 人才",
    "培育消防法治观念, 法治",
    "国际交往中心功能建设, 中心",
    "吸引总部和核心功能落户, 核心",
    "做大规模、做优生态, 生态",
    "国机智能装备项目落地, 智能",
    "哈大齐国家自主创新示范区, 国家",
    "招聘新平台上线运行, 平台",
    "各江河、湖泊的河长湖长, 河长|湖长",
    "粤港澳大湾区内地级以上市, 粤港澳大湾区",
    "保障“五自由一便利”政策, 自由",
    "为介绍、评论某一作品或者说明某一问题, 说明",
  })
  void isATokenWhereTheTextMeansIt(String sentence, String phrase) throws InputFileException {
    String[] phrases = phrase.split("\\|", -1);
    for (String each : phrases) {
      assertThat(cut(sentence, phrases)).contains("[" + each + "]");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "供应链主要企业, 链主",
    "壮大数据产业, 大数据",
    "始终走在前面, 走在前",
    "全市上下班高峰, 全市上下",
    "中央企业下岗职工, 央企",
    "加大数据的集中, 大数据",
    "推进依法治国, 法治",
    "境外企业投资, 外企",
    "山区和平原地区, 和平",
    "，创新发展理念，, 新发展理念",
    "地级以上市人民政府, 上市",
    "完善产业链长期机制, 链长",
    "支持举办中国家电博览会, 国家",
    "国民经济和社会发展中长期规划, 发展中",
    "支持发展中小企业, 发展中",
    "促进区域联动创新区建设, 新区",
    "三家高新区位列全国五十强, 新区",
    "山区、丘陵区和平原地区, 和平",
    "提高科技企业管理水平, 高科技",
    "航空器最先降落地, 落地",
  })
  void isNoneWhereOnlyItsCharactersStand(String sentence, String phrase) throws InputFileException {
    assertThat(cut(sentence, phrase)).doesNotContain("[");
  }

  /** Two words that the phrase is made of may cost less to its end, and more to the next word. */
  @ParameterizedTest
  @CsvSource({
    "把非关键性工作分包给他人完成。, 他人",
    "逐步提高第三产业在国民经济中的比重, 第三产业",
    "进一步巩固对内对外开放两个扇面枢纽地位, 对外开放",
    "第二十三条　一类、二类放射性物品, 一类",
    "制定铸魂育人、推动发展的方案, 育人",
    "建立一批零碳园区、零碳工厂, 零碳园区",
    "三批零碳工厂, 零碳",
    "接入工程实行告知承诺制、免审批, 告知承诺",
  })
  void isATokenWhereWordsEndAtBothItsEnds(String sentence, String phrase)
      throws InputFileException {
    assertThat(cut(sentence, phrase)).contains("[" + phrase + "]");
  }

  /** 业大 is a word, and 大 is one, so that only the second look tells where words end. */
  @Test
  void isATokenWhereABorderWasMovedToItsEnd() throws InputFileException {
    assertThat(cut("“零的突破”，就业大数据智慧服务平台", "大数据")).contains("|就业|[大数据]|智慧|");
  }

  @Test
  void isNoneWithinALongerNumber() throws InputFileException {
    assertThat(cut("第六个城市更新单元", "六个城市")).isEqualTo("第六|个|城市|更新|单元");
    assertThat(cut("完成5个1%的目标", "5个1")).doesNotContain("[");
    assertThat(cut("投资15个10亿元项目", "5个1")).doesNotContain("[");
    assertThat(cut("违反第四、八项规定的", "八项规定")).doesNotContain("[");
    assertThat(cut("第三项至八项规定", "八项规定")).doesNotContain("[");
    assertThat(cut("落实中央八项规定精神", "八项规定")).contains("[八项规定]");
  }

  @Test
  void isATokenThoughItBeginsWithAnOrdinal() throws InputFileException {
    assertThat(cut("发挥第三次分配作用", "第三次分配")).isEqualTo("发挥|[第三次分配]|作用");
    assertThat(cut("实现第二个百年奋斗目标", "第二个百年奋斗目标")).isEqualTo("实现|[第二个百年奋斗目标]");
  }

  @Test
  void isATokenWithinANumberOrDateThatItMakesUp() throws InputFileException {
    assertThat(cut("一二三四六十行动", "一二三四六十")).isEqualTo("[一二三四六十]|行动");
    assertThat(cut("“十五五”规划", "十五五")).isEqualTo("“|[十五五]|”|规划");
    assertThat(cut("纪念1978年", "1978年")).isEqualTo("纪念|[1978年]");
  }

  @Test
  void isNoneWhereItEndsWithinANumberOrLatinString() throws InputFileException {
    assertThat(cut("发展工业4500亿元", "工业4")).doesNotContain("[");
    assertThat(cut("发展APP应用", "展A", "P应用")).doesNotContain("[");
  }

  @Test
  void mayHavePunctuationAtItsEnds() throws InputFileException {
    assertThat(cut("发展互联网+旅游", "互联网+")).isEqualTo("发展|[互联网+]|旅游");
    assertThat(cut("牢记“走在前、开新局”，", "走在前、开新局")).isEqualTo("牢记|“|[走在前、开新局]|”|，");
  }

  @ParameterizedTest
  @EnumSource(WordStandard.class)
  void winsOverTheShorterPhraseWithinIt(WordStandard words) throws InputFileException {
    assertThat(cut(words, "推动高质量发展", "高质量", "质量", "高质量发展", "发展")).isEqualTo("推动|[高质量发展]");
  }

  @ParameterizedTest
  @EnumSource(WordStandard.class)
  void leavesOtherWordsAsTheyAre(WordStandard words) throws InputFileException {
    String sentence = "积极推进供应链企业创新";
    String without = cut(words, sentence, "无关");

    assertThat(cut(words, sentence, "创新")).isEqualTo(without.replace("创新", "[创新]"));
  }

  @Test
  void dependsOnItsSentenceAlone() throws InputFileException {
    String first = cut("把链长制作为重要抓手", "链长制", "营商环境");
    cut("全国营商环境评价", "链长制", "营商环境");

    assertThat(cut("把链长制作为重要抓手", "链长制", "营商环境")).isEqualTo(first);
  }

  @Test
  void standsAsOftenAsItComesSideBySide() throws InputFileException {
    assertThat(cut("链长制链长制".repeat(50), "链长制").split("\\|", -1)).hasSize(100).containsOnly("[链长制]");
  }

  /** Words of which every sequence is a sentence, some of them parts of others. */
  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of(
            "全面", "深化", "改革", "开放", "改革开放", "发展", "高质量", "阶段", "数据", "经济", "企业", "中央", "的")
        .list()
        .ofMinSize(2)
        .ofMaxSize(8);
  }

  /** The uses of the first phrase of a lexicon, where they begin. */
  private static List<Integer> uses(String sentence, String... phrases) throws InputFileException {
    Lexicon lexicon = Lexicon.parse(String.join("\n", phrases), "lexicon", text -> text);
    Matches matches = new Matches();
    Tokens tokens = new Tokens();
    PhraseMatcher.of(lexicon).find(sentence, matches);
    Segmenter segmenter = LatticeSegmenter.create(WordStandard.CORE);
    segmenter.segment(sentence, matches, tokens);
    OccurrenceJudge judge = new OccurrenceJudge(segmenter);
    judge.judge(matches, tokens);
    List<Integer> begins = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      if (matches.phrase(i) == 0 && judge.status(i).isUse()) {
        begins.add(matches.begin(i));
      }
    }
    return begins;
  }

  @Property(tries = 500)
  void losesNoUseToALongerPhraseThatHoldsIt(
      @ForAll("sentences") List<String> words,
      @ForAll @IntRange(max = 7) int place,
      @ForAll @IntRange(max = 2) int before,
      @ForAll @IntRange(max = 2) int behind)
      throws InputFileException {
    int word = place % words.size();
    int from = Math.max(0, word - before);
    int to = Math.min(words.size(), word + 1 + behind);
    String phrase = words.get(word);
    String longer = String.join("", words.subList(from, to));
    Assume.that(!longer.equals(phrase));
    String sentence = String.join("", words);
    assertThat(uses(sentence, phrase, longer)).containsAll(uses(sentence, phrase));
  }
}
