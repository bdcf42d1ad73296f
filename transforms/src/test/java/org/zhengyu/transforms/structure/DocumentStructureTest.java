package org.zhengyu.transforms.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.SharedCorpus;

class DocumentStructureTest {
  private static final String PROSE = "全市上下要把思想和行动统一到党中央的决策部署上来。";

  @Test
  void findsNothingInABlankDocument() {
    assertThat(read("")).isEmpty();
    assertThat(read(" \r\n　\t\n\n")).isEmpty();
  }

  @Test
  void tellsTheZonesOfANewspaperArticle() {
    assertThat(
            read(
                "\n\n牢记嘱托走在前 勇担使命开新局\n\n——写在全体会议召开之际\n\n□青岛日报/观海新闻记者 刘成龙 薛华飞\n\n"
                    + "目标引领方向，奋斗成就未来。\n\n坚持发展第一要务\n\n"
                    + "把发展经济的着力点放在实体经济上，加快推动高质量发展\n\n发展是解决一切问题的基础。\n"))
        .containsExactly(
            "headline: 牢记嘱托走在前 勇担使命开新局",
            "kicker: ——写在全体会议召开之际",
            "byline: □青岛日报/观海新闻记者 刘成龙 薛华飞",
            "body: 目标引领方向，奋斗成就未来。",
            "heading: 坚持发展第一要务",
            "heading: 把发展经济的着力点放在实体经济上，加快推动高质量发展",
            "body: 发展是解决一切问题的基础。");
  }

  @Test
  void tellsTheZonesOfAStatute() {
    assertThat(
            read(
                "# 上海口岸服务条例\n\n2011年11月17日 上海市人民代表大会常务委员会第三十次会议通过\n\n"
                    + "## 第一章  总则\n\n第一条 为了规范口岸开放，制定本条例。\n\n第二章　口岸开放\n\n"
                    + "第七条 有下列情形之一的，不予开放：\n\n（一）不具备条件的；\n\n（二）妨碍通行的。\n"))
        .containsExactly(
            "headline: 上海口岸服务条例",
            "byline: 2011年11月17日 上海市人民代表大会常务委员会第三十次会议通过",
            "heading: 第一章  总则",
            "body: 第一条 为了规范口岸开放，制定本条例。",
            "heading: 第二章　口岸开放",
            "body: 第七条 有下列情形之一的，不予开放：",
            "body: （一）不具备条件的；",
            "body: （二）妨碍通行的。");
  }

  @Test
  void tellsTheZonesOfAWorkReport() {
    assertThat(
            read(
                "政府工作报告\n——2026年1月26日在省第十四届人民代表大会第四次会议上\n省长 王正谱\n各位代表：\n"
                    + "现在，我代表省人民政府作工作报告。\n一、过去五年工作回顾\n（一）经济实力跃上新台阶\n"
                    + PROSE
                    + "\n"))
        .containsExactly(
            "headline: 政府工作报告",
            "kicker: ——2026年1月26日在省第十四届人民代表大会第四次会议上",
            "byline: 省长 王正谱",
            "body: 各位代表：",
            "body: 现在，我代表省人民政府作工作报告。",
            "heading: 一、过去五年工作回顾",
            "heading: （一）经济实力跃上新台阶",
            "body: " + PROSE);
  }

  @Test
  void takesIndexFieldsBeforeATextForNoTitle() {
    String text = "国务院关于推行链长制的通知\n国发〔2022〕5号\n各省、自治区、直辖市人民政府：\n" + PROSE + "\n";
    String zones = "headline byline body body";
    assertThat(
            zones(
                "索引号：000014349/2022-00021\n主题分类：工业、交通\\产业\n发文机关：国务院\n成文日期：2022年2月11日\n"
                    + "标题：国务院关于推行链长制的通知\n发文字号：国发〔2022〕5号\n发布日期：2022年2月12日\n"
                    + text))
        .isEqualTo("byline byline byline byline byline byline byline " + zones);
    assertThat(zones("索 引 号：\n000014349/2022-00021\n发布机构：\n国务院办公厅\n有效性\t有效\n" + text))
        .isEqualTo("byline byline byline byline byline " + zones);
    assertThat(zones(text)).isEqualTo(zones);
  }

  @Test
  void takesAShortLineForANameOnlyIfItIsOne() {
    String rest = "\n" + PROSE + "\n" + PROSE;
    for (String name : List.of("张三", "李四光", "张 三", "欧阳修", "司马光明", "王明 李红")) {
      assertThat(zones("牢记嘱托走在前\n" + name + rest)).as(name).startsWith("headline byline body");
    }
    for (String line : List.of("总体要求", "工作目标", "指导思想", "前言", "一、总则")) {
      assertThat(zones("关于加快发展的意见\n" + line + rest)).as(line).doesNotContain("byline");
    }
  }

  @Test
  void tellsTablesNotesTermsAndAnnexes() {
    assertThat(
            zones(
                "政府工作报告\n"
                    + PROSE
                    + "实施链长制①，发展经济[1]。\n指标\t目标\n生产总值\t5%\n"
                    + PROSE
                    + "\n① 链长制：\n由领导担任链长的制度。\n[1] 见统计公报。\n② 没有提到的。\n名词解释\n"
                    + "1.链长制：由领导担任链长的制度。\n附件1\n重点任务清单\n"
                    + PROSE))
        .isEqualTo(
            "headline body table table body footnote footnote footnote body glossary glossary annex annex"
                + " annex");
    assertThat(zones("关于推行链长制的通知\n" + PROSE + "\n附件：1.重点任务清单\n国务院\n2022年3月5日\n"))
        .doesNotContain("annex");
  }

  private static String zones(String text) {
    return paragraphs(text).stream()
        .map(paragraph -> paragraph.zone().toString())
        .collect(Collectors.joining(" "));
  }

  @Test
  void dropsTheHeadsOfPagesAndJoinsAcrossThem() {
    StringBuilder pages = new StringBuilder("全市国民经济发展规划\n");
    for (int page = 1; page <= 5; page++) {
      pages.append(PROSE).append("\n全面落实党中央决策部署和省委工作要求以及");
      pages.append("甲乙丙丁戊".charAt(page - 1)).append("项\n").append(page);
      pages.append("\f全市国民经济发展规划\n").append("措施，推动工作见到实效。\n");
    }
    List<String> paragraphs = read(pages.toString());
    assertThat(paragraphs.get(0)).isEqualTo("headline: 全市国民经济发展规划");
    assertThat(paragraphs.subList(1, paragraphs.size()))
        .noneMatch(line -> line.contains("规划") || line.matches(".*\\d.*"))
        .anyMatch(line -> line.endsWith("省委工作要求以及甲项措施，推动工作见到实效。"));
    assertThat(read("— 1 —\n甲\n— 2 —\n乙\n— 3 —\n甲\n")).hasSize(3);
  }

  @Test
  void rejoinsAWrappedTextOfAFewLines() {
    assertThat(read("今年以来，全市上下聚焦推动高\n质量发展，工作有力，效果良好。"))
        .containsExactly("body: 今年以来，全市上下聚焦推动高质量发展，工作有力，效果良好。");
    assertThat(read("今年以来，全市上下聚焦推动高\r\n质量发展，把实体经济作为一项\r\n重点工作来抓。\r\n"))
        .containsExactly("body: 今年以来，全市上下聚焦推动高质量发展，把实体经济作为一项重点工作来抓。");
    assertThat(read("关于推行链长制的通知\n" + PROSE)).hasSize(2);
    assertThat(read("广州仲裁委员会和它的工作\n深圳仲裁委员会和它的工作\n珠海仲裁委员会的工作")).hasSize(3);
    assertThat(read("牢记嘱托走在前，勇担使命开新局\n" + PROSE)).hasSize(2);
  }

  @Test
  void aTextThatBeginsWithProseHasNoHeadline() {
    assertThat(read(PROSE + "\n第二段。")).containsExactly("body: " + PROSE, "body: 第二段。");
  }

  @Test
  void aListOfNamesIsNoRowOfHeadings() {
    assertThat(read(PROSE + "\n广东省\n广州仲裁委员会\n深圳仲裁委员会\n珠海仲裁委员会\n佛山仲裁委员会\n" + PROSE))
        .filteredOn(line -> line.startsWith("heading"))
        .isEmpty();
  }

  @Test
  void aSignatureWithItsDateIsNoHeading() {
    assertThat(read("关于开展工作的通知\n" + PROSE + "\n国务院办公厅\n2022年11月7日"))
        .containsExactly(
            "headline: 关于开展工作的通知", "body: " + PROSE, "body: 国务院办公厅", "body: 2022年11月7日");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "（下转封二）",
        "（下转第二版）",
        "(下转A4版)",
        "（上接A1版）",
        "（上接第１版）",
        "下转第3版",
        "— 12 —",
        "- 3 -",
        "·5·",
        "第3页 共10页",
        "第 ３ 页",
        "Page 3 of 10",
        "责任编辑：张三 李四",
        "（责任编辑：张三）",
        "编辑:王五",
        "打印"
      })
  void dropsPageFurniture(String furniture) {
    assertThat(read("第一段。\n\n" + furniture + "\n\n第二段。"))
        .containsExactly("body: 第一段。", "body: 第二段。");
  }

  @Test
  void dropsReferencesAtTheEndsOfALine() {
    assertThat(read("（上接第一版）要实干。再实干。（下转第三版）\n\n好。（责任编辑：张三）"))
        .containsExactly("body: 要实干。再实干。", "body: 好。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "第3页已经写明。",
        "（见第二版说明）",
        "12",
        "责任编辑负责审稿。",
        "编辑出版管理条例",
        "（上下转换的部件）",
        "——12项任务全部完成。"
      })
  void keepsLinesThatOnlyResembleFurniture(String line) {
    assertThat(read("第一段。\n\n" + line + "\n\n第二段。"))
        .hasSize(3)
        .anySatisfy(paragraph -> assertThat(paragraph).endsWith(": " + line));
  }

  @Test
  void rejoinsAnOpenTitleMarkAcrossAPageBreak() {
    assertThat(read("研究制定《关于加快建设现代化国际大都市的\r\n\r\n实施意见》及各自规划，进一步压实责任。"))
        .containsExactly("body: 研究制定《关于加快建设现代化国际大都市的实施意见》及各自规划，进一步压实责任。");
  }

  @Test
  void rejoinsProseThatBreaksOffAfterACompleteSentence() {
    assertThat(read("实体经济是立市之本。今年以来，持续推动政策措施向重点产业倾斜、工作\n\n力量向重点产业加强，打造先行城市。\n\n" + "成立领导小组，推动工作。"))
        .containsExactly(
            "body: 实体经济是立市之本。今年以来，持续推动政策措施向重点产业倾斜、工作力量向重点产业加强，打造先行城市。", "body: 成立领导小组，推动工作。");
  }

  @Test
  void rejoinsAroundFurniture() {
    assertThat(read("全面落实党中央决策部署和省委工作要求以及各项（下转第二版）\n\n（上接第一版）措施，推动工作见到实效。"))
        .containsExactly("body: 全面落实党中央决策部署和省委工作要求以及各项措施，推动工作见到实效。");
    assertThat(read("全面落实党中央决策部署和省委工作要求以及各项\n— 3 —\n措施，推动工作见到实效。"))
        .containsExactly("body: 全面落实党中央决策部署和省委工作要求以及各项措施，推动工作见到实效。");
  }

  @Test
  void rejoinsAfterAPauseAndBeforeAContinuingMark() {
    assertThat(read("就业压力显著加大，\n企业困难凸显，\n风险积聚。\n本作品是国家的法律\n、\n法规\n，不适用该法。"))
        .containsExactly("body: 就业压力显著加大，企业困难凸显，风险积聚。", "body: 本作品是国家的法律、法规，不适用该法。");
  }

  @Test
  void rejoinsAnUnfinishedArticleOfAStatute() {
    assertThat(
            read(
                "第八条 市人民政府应当组织开展义务植树\n\n活动。\n\n机关、企事业单位、社会团体，应当组织本单位\n\n人员履行绿化义务。\n\n"
                    + "（一）剥刮树皮，包裹树木，在树上刻划、钉钉、架线、拴\n\n铁丝等；"))
        .containsExactly(
            "body: 第八条 市人民政府应当组织开展义务植树活动。",
            "body: 机关、企事业单位、社会团体，应当组织本单位人员履行绿化义务。",
            "body: （一）剥刮树皮，包裹树木，在树上刻划、钉钉、架线、拴铁丝等；");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# 总体要求", "第二条 本条例适用于本市。", "第三章 附则", "二、重点工作安排。", "（二）建设先行区，打造新高地。",
        "3.加强组织领导和督促检查。", "①统筹推进各项工作落实见效。", "- 抓好落实，务求实效。", "——经济平稳较快发展，效益提高。", "| 指标 | 数值 |",
        "2022年11月7日"
      })
  void neverGluesALineThatBeginsSomethingNew(String next) {
    assertThat(read("这是完整的一句话。这一段没有写完，应当包括\n\n" + next + "\n\n" + PROSE).get(0))
        .isEqualTo("body: 这是完整的一句话。这一段没有写完，应当包括");
  }

  @Test
  void neverGluesAHeadingToWhatFollows() {
    assertThat(
            read(
                PROSE
                    + "\n\n坚持发展第一要务\n\n"
                    + PROSE
                    + "\n\n一、把创新摆在核心位置\n"
                    + PROSE
                    + "\n\n## 保障措施和\n"
                    + PROSE
                    + "\n\n重点任务与立法目的\n\n"
                    + PROSE))
        .hasSize(9);
  }

  @Test
  void rejoinsANewspaperColumnWhoseParagraphsAreIndented() {
    assertThat(
            read(
                "　　今年以来，全市上下聚焦推\n动高质量发展，把实体经济作为\n一项重点工作来抓，持续推动资\n源要素集聚。工作有力，效果好。\n"
                    + "各项指标平稳，增势明显，民生\n持续改善。\n　　下一步，要锚定目标，狠抓\n落实，奋力谱写新篇章。\n"))
        .containsExactly(
            "body: 今年以来，全市上下聚焦推动高质量发展，把实体经济作为一项重点工作来抓，持续推动资源要素集聚。" + "工作有力，效果好。各项指标平稳，增势明显，民生持续改善。",
            "body: 下一步，要锚定目标，狠抓落实，奋力谱写新篇章。");
  }

  @Test
  void rejoinsAWrappedTextWhoseParagraphsEndWithAShortLine() {
    assertThat(
            read(
                "今年以来，全市上下聚焦推动高\n质量发展，把实体经济作为一项\n重点工作来抓，持续推动资源要\n素集聚。\n"
                    + "下一步，要锚定目标，狠抓落实\n，以实干实绩奋力谱写现代化建\n设新篇章。\n"))
        .containsExactly(
            "body: 今年以来，全市上下聚焦推动高质量发展，把实体经济作为一项重点工作来抓，持续推动资源要素集聚。",
            "body: 下一步，要锚定目标，狠抓落实，以实干实绩奋力谱写现代化建设新篇章。");
  }

  @Test
  void rejoinsAWrappedTextWhoseParagraphsAreApart() {
    assertThat(
            read(
                "今年以来，全市上下聚焦推动高\r\n质量发展，把实体经济作为一项\r\n重点工作来抓，推动要素集聚。\r\n\r\n"
                    + "总体要求\r\n\r\n下一步，要锚定目标，狠抓落实\r\n，以实干实绩谱写新的篇章，为\r\n全国大局作出贡献。\r\n"))
        .containsExactly(
            "body: 今年以来，全市上下聚焦推动高质量发展，把实体经济作为一项重点工作来抓，推动要素集聚。",
            "heading: 总体要求",
            "body: 下一步，要锚定目标，狠抓落实，以实干实绩谱写新的篇章，为全国大局作出贡献。");
  }

  @Test
  void aBreakBetweenLatinWordsIsOneSpace() {
    Paragraph paragraph = paragraphs("推动开放。加快发展 artificial，\n\nand open \r\n\r\nsource 软件。").get(0);
    assertThat(paragraph.text()).isEqualTo("推动开放。加快发展 artificial，and open source 软件。");
    int space = paragraph.text().indexOf(" source");
    assertThat(paragraph.begin(space)).isEqualTo(32);
    assertThat(paragraph.asWritten(space - 4, space + 3)).isEqualTo("open so");
  }

  @Test
  void aNumberThatABreakCutsStaysOneNumber() {
    assertThat(read("经济总量再上新台阶。全市生产总值达到110\n24亿元，同比增长百分之四。"))
        .containsExactly("body: 经济总量再上新台阶。全市生产总值达到11024亿元，同比增长百分之四。");
  }

  @Test
  void offsetsCountCodePointsOfTheDecodedText() {
    String text = "　𠮷市２０２２年\r\n\r\n在“𠮷市”召开《关于加快建设的\r\n\r\n意见》会议。\r\n";
    List<Paragraph> paragraphs = paragraphs(text);
    Paragraph first = paragraphs.get(0);
    assertThat(first.text()).isEqualTo("𠮷市2022年");
    // Code points: 0 is 　, 1 is 𠮷, 2 is 市, 3 to 6 are the digits, 7 is 年.
    assertThat(first.begin(0)).isEqualTo(1);
    assertThat(first.begin(1)).isEqualTo(1);
    assertThat(first.begin(2)).isEqualTo(2);
    assertThat(first.end(2)).isEqualTo(2);
    assertThat(first.end(8)).isEqualTo(8);
    assertThat(first.asWritten(3, 7)).isEqualTo("２０２２");
    Paragraph second = paragraphs.get(1);
    int title = second.text().indexOf("《");
    int end = second.text().indexOf("》") + 1;
    assertThat(second.text().substring(title, end)).isEqualTo("《关于加快建设的意见》");
    // 在 is code point 12; 《 is seven further on; four code points of line breaks lie inside.
    assertThat(second.begin(title)).isEqualTo(19);
    assertThat(second.end(end)).isEqualTo(19 + 11 + 4);
    assertThat(slice(text, second.begin(title), second.end(end))).isEqualTo("《关于加快建设的\r\n\r\n意见》");
    assertThat(second.asWritten(title, end)).isEqualTo("《关于加快建设的意见》");
  }

  @Test
  void refusesOffsetsOutsideTheText() {
    Paragraph paragraph = paragraphs("甲乙。").get(0);
    assertThatThrownBy(() -> paragraph.begin(3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> paragraph.end(0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> paragraph.asWritten(2, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(paragraph.asWritten(1, 1)).isEmpty();
  }

  @Test
  void foldsTheTextAndNotWhatWasWritten() {
    Paragraph paragraph = DocumentStructure.of("發展經濟１０％。", Folding.TRADITIONAL).get(0);
    assertThat(paragraph.text()).isEqualTo("发展经济10%。");
    assertThat(paragraph.asWritten(0, 8)).isEqualTo("發展經濟１０％。");
  }

  @Test
  void namesTheZonesInLowerCaseWhateverTheLocale() {
    assertThat(Zone.values())
        .extracting(Zone::toString)
        .containsExactly(
            "headline",
            "kicker",
            "byline",
            "heading",
            "body",
            "table",
            "footnote",
            "glossary",
            "annex");
  }

  @Test
  void readsTheSeedArticleWhole() {
    String text = SharedCorpus.texts("seed").get(0);
    List<String> paragraphs = read(text);
    // 28 lines with ink; two breaks in mid-sentence; one reference to another page.
    assertThat(paragraphs).hasSize(28 - 2 - 1);
    assertThat(paragraphs.subList(0, 3))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly("headline", "kicker", "byline");
    assertThat(paragraphs)
        .filteredOn(line -> line.startsWith("heading"))
        .containsExactly(
            "heading: 坚持发展第一要务", "heading: 把发展经济的着力点放在实体经济上，紧紧扭住新旧动能转换这个“牛鼻子”，加大招商引资力度，加快推动高质量发展");
    assertThat(paragraphs)
        .anySatisfy(line -> assertThat(line).contains("国际大都市的实施意见》"))
        .anySatisfy(line -> assertThat(line).contains("、工作力量向重点产业加强"))
        .noneSatisfy(line -> assertThat(line).contains("下转"));
  }

  @Tag("slow")
  @Test
  void readsEveryWorkReportWithoutLosingACharacter() {
    for (String text : SharedCorpus.texts("work-reports/txt")) {
      checkMapping(text, Folding.LOOK_ALIKES);
      List<Paragraph> paragraphs = paragraphs(text);
      // Some reports explain their words and list their figures at the end.
      Set<Zone> zones = EnumSet.of(Zone.BODY, Zone.GLOSSARY, Zone.ANNEX, Zone.FOOTNOTE, Zone.TABLE);
      long body =
          paragraphs.stream()
              .filter(p -> zones.contains(p.zone()))
              .mapToLong(p -> p.text().length())
              .sum();
      long all = paragraphs.stream().mapToLong(p -> p.text().length()).sum();
      assertThat((double) body / all).isGreaterThan(0.9);
    }
  }

  @Test
  void passesADocumentWithoutALineBreakInLinearTime() {
    String text = "党的二十大精神，".repeat(2_200_000);
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          Paragraph paragraph = paragraphs(text).get(0);
          assertThat(paragraph.text()).hasSize(17_600_000);
          assertThat(paragraph.begin(17_599_999)).isEqualTo(17_599_999);
        });
  }

  @Tag("slow")
  @Test
  void passesMillionsOfShortLinesInLinearTime() {
    String text = "字\n".repeat(5_000_000);
    assertTimeout(
        Duration.ofSeconds(20),
        () -> {
          List<Paragraph> paragraphs = paragraphs(text);
          assertThat(paragraphs).hasSize(5_000_000);
          assertThat(paragraphs.get(4_999_999).begin(0)).isEqualTo(9_999_998);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"《", "（", "（下转", "“，\n", "第", "、\n", "a\n", "\r", "——\n", "# \n", "|\t"})
  void takesLinearTimeOnAnyRepetition(String unit) {
    String text = unit.repeat(2_000_000 / unit.length());
    assertTimeout(
        Duration.ofSeconds(10),
        () -> {
          for (Paragraph paragraph : paragraphs(text)) {
            paragraph.text();
          }
        });
  }

  /** A rare hanzi of an editor's name takes two chars, and is one code point. */
  @Test
  void mapsBackBehindFurnitureWithARareHanzi() {
    checkMapping("（责任编辑：王𠮷）发展", Folding.LOOK_ALIKES);
  }

  @Test
  void dropsWhatIsInvisibleInsideALineAndKeepsItsPlace() {
    // A zero-width space, a soft hyphen, a variation selector, one beyond the basic plane, a null.
    String text = "\u200B高\u200B质\u00AD量\uFE0F发\uDB40\uDD00展\u0000。\u200E";
    Paragraph paragraph = paragraphs(text).get(0);

    assertThat(paragraphs(text)).hasSize(1);
    assertThat(paragraph.text()).isEqualTo("高质量发展。");
    assertThat(paragraph.begin(0)).isEqualTo(1);
    assertThat(paragraph.begin(1)).isEqualTo(3);
    assertThat(paragraph.begin(4)).isEqualTo(9);
    assertThat(paragraph.end(6)).isEqualTo(12);
    assertThat(paragraph.slice(0, 2)).isEqualTo("高\u200B质");
    assertThat(paragraph.asWritten(0, 5)).isEqualTo("高质量发展");
    assertThat(paragraphs("\u200B\n\u2060\n\u0000")).isEmpty();
    checkMapping(text, Folding.LOOK_ALIKES);
  }

  @Property(tries = 3000)
  void everyCharacterMapsBackToTheOneItFoldsFrom(@ForAll("documents") String text) {
    checkMapping(text, Folding.LOOK_ALIKES);
    checkMapping(text, Folding.TRADITIONAL);
  }

  @Property(tries = 2000)
  void everyCharacterThatIsNoWhiteSpaceIsInOneParagraph(@ForAll("plainDocuments") String text) {
    String kept = paragraphs(text).stream().map(Paragraph::text).collect(Collectors.joining());
    assertThat(kept.replaceAll("[\\s　]", "")).isEqualTo(text.replaceAll("[\\s　]", ""));
  }

  @Provide
  Arbitrary<String> documents() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "發展",
            "经济。",
            "，",
            "、",
            "《",
            "》",
            "（",
            "）",
            "“",
            "”",
            "的",
            "１２％",
            "ＧＤＰ",
            "open",
            "source ",
            "110",
            "\n",
            "\n\n",
            "\r\n",
            "\r\n\r\n",
            "\r",
            "\u2028",
            "\f",
            "　　",
            " ",
            "\t",
            "\u200B",
            "\u00AD",
            "\uFE0F",
            "\uDB40\uDD00",
            "⻓",
            "𠮷",
            "😀",
            "\uD842",
            "\uDFB7",
            "# ",
            "第一章 ",
            "第二条 ",
            "一、",
            "（一）",
            "3.",
            "——",
            "（下转第二版）",
            "（上接A1版）",
            "\n— 12 —\n",
            "责任编辑：甲",
            "|",
            "全市上下要把思想和行动统一到部署上来。各项");
    return piece.list().ofMaxSize(80).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<String> plainDocuments() {
    Arbitrary<String> piece =
        Arbitraries.of(
            "发展",
            "经济。",
            "，",
            "、",
            "《",
            "》",
            "的",
            "12",
            "𠮷",
            "\n",
            "\n\n",
            "\r\n",
            "　　",
            " ",
            "一、",
            "全市上下要把思想和行动统一到部署上来。各项");
    return piece.list().ofMaxSize(80).map(pieces -> String.join("", pieces));
  }

  /** The oracle reads the document as an array of code points and knows no pieces. */
  private static void checkMapping(String text, Folding folding) {
    int[] decoded = text.codePoints().toArray();
    int last = -1;
    for (Paragraph paragraph : DocumentStructure.of(text, folding)) {
      String logical = paragraph.text();
      assertThat(logical).isNotBlank();
      for (int i = 0; i < logical.length(); i++) {
        int at = paragraph.begin(i);
        char c = logical.charAt(i);
        String written = Character.toString(decoded[at]);
        boolean secondHalf = written.length() == 2 && c == written.charAt(1) && at == last;
        if (!secondHalf) {
          assertThat(at).isGreaterThan(last);
        }
        if ("\n\r\f\u2028".contains(written)) {
          assertThat(c).isEqualTo(' ');
          assertThat(paragraph.asWritten(i, i + 1)).isEqualTo(" ");
        } else {
          char half = written.charAt(secondHalf ? 1 : 0);
          assertThat(c).isEqualTo(folding.fold(half));
          assertThat(paragraph.asWritten(i, i + 1)).isEqualTo(String.valueOf(half));
        }
        assertThat(paragraph.end(i + 1)).isEqualTo(at + 1);
        last = at;
      }
      assertThat(folding.fold(paragraph.asWritten(0, logical.length()))).isEqualTo(logical);
    }
  }

  private static List<Paragraph> paragraphs(String text) {
    return DocumentStructure.of(text, Folding.LOOK_ALIKES);
  }

  private static List<String> read(String text) {
    return paragraphs(text).stream().map(Paragraph::toString).collect(Collectors.toList());
  }

  private static String slice(String text, int begin, int end) {
    int[] decoded = text.codePoints().toArray();
    return new String(decoded, begin, end - begin);
  }
}
