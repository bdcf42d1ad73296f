package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.structure.Folding;

/** What is one word by each standard; the expected words are a reader's. */
class WordStandardTest {
  private static final ContentWords CONTENT_WORDS =
      new ContentWords(StopWords.defaults(Folding.LOOK_ALIKES::fold));

  private static Tokens tokens(WordStandard words, String sentence) {
    Tokens tokens = new Tokens();
    LatticeSegmenter.create(words)
        .segment(Folding.LOOK_ALIKES.fold(sentence), new Matches(), tokens);
    return tokens;
  }

  /** The words of the default, with bars between. */
  private static String cut(String sentence) {
    Tokens tokens = tokens(WordStandard.CORE, sentence);
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      forms.add(tokens.form(i));
    }
    return String.join("|", forms);
  }

  /** The words that may be terms of the vocabulary. */
  private static List<String> contentWords(String sentence) {
    Tokens tokens = tokens(WordStandard.CORE, sentence);
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.word(i) && CONTENT_WORDS.contains(tokens.form(i), tokens.tag(i))) {
        forms.add(tokens.form(i));
      }
    }
    return forms;
  }

  /** The tags of the default. */
  private static List<String> tags(String sentence) {
    Tokens tokens = tokens(WordStandard.CORE, sentence);
    return Stream.iterate(0, i -> i < tokens.size(), i -> i + 1)
        .map(i -> tokens.tag(i).name())
        .toList();
  }

  @Test
  void takesApartWhatOnlyTheUserDictionaryGlues() {
    assertThat(cut("新的发展理念")).isEqualTo("新|的|发展|理念");
    assertThat(cut("工作中的问题")).isEqualTo("工作|中|的|问题");
    assertThat(cut("更好满足需要")).isEqualTo("更|好|满足|需要");
    assertThat(cut("在此基础上")).endsWith("基础|上");
    assertThat(cut("在这种情况下")).endsWith("情况|下");
    assertThat(cut("推动经济发展")).isEqualTo("推动|经济|发展");
    assertThat(cut("深化推进改革")).endsWith("推进|改革");
    assertThat(cut("提高发展质量")).endsWith("发展|质量");
  }

  @Test
  void keepsWordsWhosePartsNeverStoodSideBySide() {
    assertThat(cut("推动低碳转型")).isEqualTo("推动|低碳|转型");
    assertThat(cut("延伸产业链")).isEqualTo("延伸|产业链");
    assertThat(cut("保障供应链")).isEqualTo("保障|供应链");
  }

  @Test
  void makesNoWordOfAPieceAndACharacterBehindIt() {
    assertThat(cut("拖欠企业账款")).startsWith("拖欠|企业|账");
    assertThat(cut("立法会议员就任")).startsWith("立法会|议员|");
    assertThat(cut("推进三医大数据共享")).startsWith("推进|三|").endsWith("|数据|共享");
  }

  @Test
  void takesAMeasureApartFromWhatItMeasures() {
    assertThat(cut("买了一部手机")).isEqualTo("买|了|一|部|手机");
    assertThat(cut("这部手机很贵")).endsWith("|手机|很|贵");
    assertThat(cut("三部手机和20部手机")).isEqualTo("三|部|手机|和|20|部|手机");
    assertThat(cut("三名编辑")).isEqualTo("三|名|编辑");
    assertThat(cut("免收三年租金")).endsWith("三|年|租金");
    assertThat(cut("一名演员")).isEqualTo("一|名|演员");
    assertThat(cut("按照年租金的标准")).isEqualTo("按照|年租金|的|标准");
    assertThat(cut("周转量为百亿吨公里")).endsWith("|吨公里");
  }

  @Test
  void takesApartWhatWasSeenMoreOftenAsTwo() {
    assertThat(cut("本行政区域内的河道")).isEqualTo("本|行政区域|内|的|河道");
    assertThat(cut("不利于未成年人")).isEqualTo("不|利于|未成年人");
    assertThat(cut("按计划推进")).isEqualTo("按|计划|推进");
    assertThat(cut("同一个单位")).isEqualTo("同|一个|单位");
  }

  @Test
  void movesABorderToWhereBothWordsAreFarBetterKnown() {
    assertThat(cut("本条例施行前已经设立的")).isEqualTo("本|条例|施行|前|已经|设立|的");
    assertThat(cut("争议发生前已经")).isEqualTo("争议|发生|前|已经");
    assertThat(cut("船舶所有权登记证书、")).endsWith("|登记|证书|、");
    assertThat(cut("产品质量合格证明、")).endsWith("|合格|证明|、");
    assertThat(cut("可能有违反规定以外汇收付")).endsWith("|以|外汇|收付");
    assertThat(cut("产权人或者使用人应当")).endsWith("|使用|人|应当");
  }

  @Test
  void movesNoBorderBeforeALocalizer() {
    assertThat(cut("在建设控制区内施工")).endsWith("|控制区|内|施工");
    assertThat(cut("规划区内的土地")).isEqualTo("规划区|内|的|土地");
  }

  @Test
  void believesNoWordThatWasHardlySeenMoreThanTwoOthers() {
    assertThat(cut("燃气燃烧器具及其连接管")).startsWith("燃气|燃烧|器具|");
    assertThat(cut("与申报单位签订")).isEqualTo("与|申报|单位|签订");
    assertThat(cut("雨水管网改造")).isEqualTo("雨水|管网|改造");
    assertThat(cut("房地产权属证书")).startsWith("房地产|权属|");
    assertThat(cut("区域评估费用")).isEqualTo("区域|评估|费用");
    assertThat(cut("自主决定经营业态")).endsWith("|经营|业态");
    assertThat(cut("上游对外商投资")).endsWith("对|外商|投资");
    assertThat(cut("关闭燃烧器。")).contains("|燃烧器|");
    assertThat(cut("填写申报单。")).contains("|申报单|");
    assertThat(cut("推进长三角一体化")).contains("长三角");
  }

  @Test
  void keepsTheGlueForThoseWhoAskForIt() {
    Tokens tokens = tokens(WordStandard.HANLP, "新的经济发展");

    assertThat(tokens.form(0)).isEqualTo("新的");
    assertThat(tokens.form(1)).isEqualTo("经济发展");
  }

  @Test
  void leavesNoGlueAmongContentWords() {
    assertThat(contentWords("在新的基础上更好推动工作中的改革")).doesNotContain("新的", "中的", "基础上", "更好");
  }

  @Test
  void takesPersonsNamesWhole() {
    assertThat(cut("国务院总理李克强作报告")).isEqualTo("国务院|总理|李克强|作|报告");
    assertThat(cut("王小明同志在深圳")).isEqualTo("王小明|同志|在|深圳");
    assertThat(cut("省长王正谱")).isEqualTo("省长|王正谱");
    assertThat(cut("总统约翰·加朗")).isEqualTo("总统|约翰·加朗");
    assertThat(tags("省长王正谱")).containsExactly("n", "nr");
  }

  @ParameterizedTest
  @ValueSource(strings = {"发展多田园综合体", "托底保障", "高度重视", "方便群众", "共20万亿元", "100千瓦", "万亩良田", "成本降低"})
  void makesNoNameOfWhatIsNone(String sentence) {
    assertThat(tags(sentence)).doesNotContain("nr", "nrf");
  }

  @Test
  void takesDatesWhole() {
    assertThat(cut("2022年3月5日召开")).isEqualTo("2022年3月5日|召开");
    assertThat(cut("１９９８年１月施行")).isEqualTo("1998年1月|施行");
    assertThat(cut("同一九八○年相比")).isEqualTo("同|一九八○年|相比");
    assertThat(cut("属于第三世界")).isEqualTo("属于|第三世界");
    assertThat(cut("第十一届全国人民代表大会")).startsWith("第十一|届|全国|");
    assertThat(cut("第三节　法律责任")).startsWith("第三|节|");
    assertThat(cut("第一审判决书")).startsWith("第一|审|");
    assertThat(cut("第三类医疗器械")).isEqualTo("第三|类|医疗|器械");
    assertThat(cut("一九七八年十二月")).isEqualTo("一九七八年十二月");
    assertThat(cut("自5月1日起")).isEqualTo("自|5月1日|起");
    assertThat(cut("截至2023-05-01有效")).isEqualTo("截至|2023-05-01|有效");
    assertThat(tags("2022年3月5日")).containsExactly("t");
  }

  @Test
  void takesANumberOfYearsOrDaysForANumber() {
    assertThat(cut("改革开放40年")).endsWith("40|年");
    assertThat(cut("满三十日的")).doesNotContain("三十日");
    assertThat(tags("改革开放40年")).doesNotContain("t");
  }

  @Test
  void takesOrdinalsWhole() {
    assertThat(cut("第三季度")).isEqualTo("第三|季度");
    assertThat(cut("第二十次全国代表大会")).startsWith("第二十|次|全国");
    assertThat(cut("第12条")).isEqualTo("第12|条");
    assertThat(tags("第三")).containsExactly("m");
  }

  @Test
  void leavesDatesAndOrdinalsOutOfTheVocabulary() {
    assertThat(contentWords("2022年3月5日第三次会议")).containsExactly("会议");
    assertThat(contentWords("1998年1月，第12条，３４６，９３８，０００元")).isEmpty();
  }

  @Test
  void takesNumbersWhole() {
    assertThat(cut("收入３４６，９３８，０００元")).isEqualTo("收入|346，938，000|元");
    assertThat(cut("1,234.5亿元")).isEqualTo("1,234.5亿|元");
    assertThat(cut("约三分之二")).isEqualTo("约|三分之二");
    assertThat(cut("增长5，下降3")).isEqualTo("增长|5|，|下降|3");
  }

  @Test
  void leavesAUnitThatBeginsWithANumeralWhole() {
    assertThat(cut("装机80万千瓦")).isEqualTo("装机|80万|千瓦");
    assertThat(cut("共8000万千瓦时")).contains("|千瓦");
  }

  @Test
  void takesLatinStringsWithDigitsAndMarksWhole() {
    assertThat(cut("COVID-19疫情")).isEqualTo("COVID-19|疫情");
    assertThat(cut("PM2.5浓度")).isEqualTo("PM2.5|浓度");
    assertThat(cut("整治P2P平台")).isEqualTo("整治|P2P|平台");
    assertThat(cut("发展5G和R&D")).isEqualTo("发展|5G|和|R&D");
    assertThat(cut("整治P·2·P网贷")).startsWith("整治|P·2·P|");
    assertThat(cut("C•2•C和B2B2C")).isEqualTo("C·2·C|和|B2B2C");
    assertThat(cut("3·15晚会")).isEqualTo("3·15|晚会");
    assertThat(cut("5·12地震")).isEqualTo("5·12|地震");
    assertThat(cut("见https://www.gov.cn/a.html。")).isEqualTo("见|https://www.gov.cn/a.html|。");
    assertThat(cut("邮箱zhang.san@gov.cn，或12345@qq.com。"))
        .isEqualTo("邮箱|zhang.san@gov.cn|，|或|12345@qq.com|。");
    assertThat(cut("单价5元@企业，3@4")).isEqualTo("单价|5|元|@|企业|，|3|@|4");
  }

  @Test
  void takesMarkupForNoWord() {
    Tokens tokens = tokens(WordStandard.CORE, "<p>改革</p><p class=\"a\">开放&nbsp;发展");
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.word(i)) {
        words.add(tokens.form(i));
      }
    }

    assertThat(words).containsExactly("改革", "开放", "发展");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COVID-", "-19疫情", "a@b.cn ——……《办法》（试行）", "（A）、B.", "5.", "，5", "1,234,", "A·", "·加朗",
            "#5G#",
        "R&D&", "C++", "第、三", "2023-05-", "https://", "100%", "p><p", "&nbsp", "x=1;y=2", "“5G+”",
        ".𠮷野家-", "か<한/", "（𬭎）", "-龘&"
      })
  void neverBeginsOrEndsAWordWithPunctuation(String sentence) {
    Tokens tokens = tokens(WordStandard.CORE, sentence);
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.word(i)) {
        String form = tokens.form(i);
        assertThat(Character.isLetterOrDigit(form.codePointAt(0))).as(form).isTrue();
        assertThat(Character.isLetterOrDigit(form.codePointBefore(form.length())))
            .as(form)
            .isTrue();
      }
    }
  }

  @Test
  void startsANumeralBeforeAWordThatReachesFurtherThanItsOwn() {
    assertThat(cut("两平台一中心")).isEqualTo("两|平台|一|中心");
    assertThat(cut("一个城市")).isEqualTo("一个|城市");
  }

  @Test
  void keepsRareIdeographsWholeAndApartFromMarks() {
    assertThat(cut("【𬭎】")).isEqualTo("【|𬭎|】");
    assertThat(cut("-𠮷.")).isEqualTo("-|𠮷|.");
  }

  @Test
  void isKnownToTheSegmenters() {
    assertThat(SegmenterKind.LATTICE.knows(WordStandard.CORE)).isTrue();
    assertThat(SegmenterKind.HANLP.knows(WordStandard.HANLP)).isTrue();
    assertThat(SegmenterKind.HANLP.knows(WordStandard.CORE)).isFalse();
    assertThatThrownBy(() -> SegmenterKind.HANLP.create(WordStandard.CORE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
