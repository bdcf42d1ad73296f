package org.zhengyu.transforms.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files as people bring them. A table writes {@code ⏎} for a line end and {@code ⇥} for a tab, and
 * each phrase that is read as {@code phrase@category=variant=variant~year}, with {@code ␣} for a
 * blank of its own.
 */
class LexiconDialectTest {

  private static String content(String table) {
    return table.replace('⏎', '\n').replace('⇥', '\t');
  }

  private static String read(String table) throws InputFileException {
    LexiconFile file = LexiconFile.parse(content(table), "lexicon.csv", text -> text);
    List<String> phrases = new ArrayList<>();
    for (int i = 0; i < file.size(); i++) {
      LexiconEntry entry = file.entry(i);
      phrases.add(
          entry.phrase().replace(' ', '␣')
              + (entry.category() == null ? "" : "@" + entry.category())
              + String.join("", entry.variants().stream().map(form -> "=" + form).toList())
              + (entry.since() == null ? "" : "~" + entry.since()));
    }
    return String.join(" ", phrases);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\0',
      value = {
        // As documented: all columns or some, with a header or without.
        "链长制 → 链长制",
        "链长制⏎六个城市⏎走在前、开新局 → 链长制 六个城市 走在前、开新局",
        "链长制,产业⏎六个城市,城市 → 链长制@产业 六个城市@城市",
        "链长制,产业,产业链链长制|链长⏎六个城市⏎走在前、开新局,,走在前开新局 → " + "链长制@产业=产业链链长制=链长 六个城市 走在前、开新局=走在前开新局",
        "双碳,生态,碳达峰|碳中和,2020⏎河长制,治理,,2016 → 双碳@生态=碳达峰=碳中和~2020 河长制@治理~2016",
        "phrase,category,variants,since⏎双碳,生态,碳达峰|碳中和,2020 → 双碳@生态=碳达峰=碳中和~2020",
        "双碳,生态/气候,碳达峰 → 双碳@生态/气候=碳达峰",
        // A header in Chinese or English, in any order, with columns that are not read.
        "短语,类别,变体⏎链长制,产业,总链长 → 链长制@产业=总链长",
        "词语,分类,异形⏎链长制,产业,总链长 → 链长制@产业=总链长",
        "短语，类别，变体⏎链长制，产业，总链长⏎六个城市，城市， → 链长制@产业=总链长 六个城市@城市",
        "短语、类别⏎链长制、产业 → 链长制@产业",
        "类别,变体,短语⏎产业,总链长|大链长,链长制 → 链长制@产业=总链长=大链长",
        "Category,PHRASE⏎产业,链长制 → 链长制@产业",
        "phrase,variants⏎链长制,总链长⏎六个城市,六城 → 链长制=总链长 六个城市=六城",
        "短语,年份⏎链长制,2017年 → 链长制~2017",
        "短语,来源,提出时间,英文⏎双碳,国发1号,2020年,carbon → 双碳~2020",
        "序号,词语,词频,备注⏎1,链长制,88,“链长制”与产业 → 链长制",
        "短语⏎走在前、开新局⏎踔厉奋发，勇毅前行 → 走在前、开新局 踔厉奋发，勇毅前行",
        "短语|类别⏎链长制|产业 → 链长制@产业",
        "短语,类别⏎链长制,产业⏎短语,类别⏎六个城市,城市 → 链长制@产业 六个城市@城市",
        // A spreadsheet's own separators, its empty cells and what it says above them.
        "链长制;产业;总链长⏎六个城市;城市; → 链长制@产业=总链长 六个城市@城市",
        "短语;类别;变体⏎链长制;产业;总链长制,大链长制⏎;;⏎六个城市;; → 链长制@产业=总链长制=大链长制 六个城市",
        "sep=;⏎短语;类别⏎链长制;产业 → 链长制@产业",
        "SEP=;⏎链长制;产业 → 链长制@产业",
        "链长制⇥产业⇥总链长⏎六个城市⇥城市 → 链长制@产业=总链长 六个城市@城市",
        "短语⇥类别⏎链长制⇥产业 → 链长制@产业",
        "链长制；产业⏎六个城市 → 链长制@产业 六个城市",
        // Chinese commas between columns: where there is an empty one, or categories repeat.
        "链长制，产业，⏎六个城市，城市，六城 → 链长制@产业 六个城市@城市=六城",
        "链长制、产业⏎链主、产业⏎河长制、治理⏎湖长制、治理 → 链长制@产业 链主@产业 河长制@治理 湖长制@治理",
        "链长制，产业⏎链主，产业 → 链长制@产业 链主@产业",
        "链长制、、产业链链长制 → 链长制=产业链链长制",
        // Columns that show what they hold.
        "链长制,总链长|大链长⏎六个城市,六城 → 链长制=总链长=大链长 六个城市=六城",
        "链长制,总链长|大链长,产业⏎六个城市,,城市 → 链长制@产业=总链长=大链长 六个城市@城市",
        "十四五,2020⏎十五五,2025 → 十四五~2020 十五五~2025",
        "十四五,规划,2020⏎链长制,产业 → 十四五@规划~2020 链长制@产业",
        // Dictionaries of segmenters.
        "云计算 5 n → 云计算",
        "云计算 5⏎李小福 2 nr⏎创新办 3 i → 云计算 李小福 创新办",
        "云计算 5 n⏎台中⏎Edu Trust认证 2000⏎凯特琳 nz → 云计算 台中 Edu␣Trust认证 凯特琳",
        "链长制 300⏎链主 200 → 链长制 链主",
        "云计算⇥5⇥n⏎链主⇥3⇥n → 云计算 链主",
        "链长制⇥1203⏎链主⇥88 → 链长制 链主",
        "链长制,1203⏎链主,88 → 链长制 链主",
        "云计算 n 5⏎链主 n 3 nz 2 → 云计算 链主",
        "云计算 n⏎链主 nz⏎统筹 vn → 云计算 链主 统筹",
        // Lines that are numbered.
        "1,双碳,生态⏎2,云计算,技术 → 双碳@生态 云计算@技术",
        "1⇥双碳⏎2⇥云计算 → 双碳 云计算",
        "1,双碳,生态,碳达峰|碳中和,2020 → 双碳@生态=碳达峰=碳中和~2020",
        "2020,年份⏎2021,年份 → 2020@年份 2021@年份",
        // Cells with line breaks.
        "短语,备注,类别⏎双碳,\"第一行⏎第二行\",生态⏎云计算,,技术 → 双碳@生态 云计算@技术",
        "双碳,生态,\"碳达峰⏎碳中和⏎\"⏎云计算,技术 → 双碳@生态=碳达峰=碳中和 云计算@技术",
        "双碳,生态,\"碳达峰|⏎碳中和\",2020 → 双碳@生态=碳达峰=碳中和~2020",
        "\"双碳\",\"生态\",\"碳达峰⏎碳中和\"⏎\"云计算\",\"技术\",\"\" → 双碳@生态=碳达峰=碳中和 云计算@技术",
        "短语,备注⏎双碳,\"一⏎二\"⏎云计算,\"三⏎四\" → 双碳 云计算",
        // Comments, on a line of their own and behind a phrase.
        "# 短语⏎链长制 # 2017 年⏎＃ 又一注⏎六个城市　＃注 → 链长制 六个城市",
        "链长制,产业,# 还没有变体⏎六个城市,城市 # 青岛 → 链长制@产业 六个城市@城市",
        "链长制# 2017 年 → 链长制",
        "\"C#语言\",技术 → C#语言@技术",
        // Variants between other marks.
        "链长制,产业,总链长；大链长⏎六个城市,城市,六城;六市 → 链长制@产业=总链长=大链长 六个城市@城市=六城=六市",
        "链长制,产业,总链长｜大链长 → 链长制@产业=总链长=大链长",
        "粤港澳大湾区,区域,大湾区、湾区 → 粤港澳大湾区@区域=大湾区=湾区",
        "粤港澳大湾区,区域,大湾区，湾区 → 粤港澳大湾区@区域=大湾区=湾区",
        "粤港澳大湾区,区域,\"大湾区,湾区\" → 粤港澳大湾区@区域=大湾区=湾区",
        "粤港澳大湾区,区域,大湾区/湾区 → 粤港澳大湾区@区域=大湾区=湾区",
        "粤港澳大湾区,区域,大湾区 湾区 → 粤港澳大湾区@区域=大湾区=湾区",
        // One variant that has such a mark.
        "走在前开新局,口号,走在前 开新局 → 走在前开新局@口号=走在前 开新局",
        "人工智能,技术,AI agent⏎双碳,生态,碳达峰 → 人工智能@技术=AI agent 双碳@生态=碳达峰",
        "走在前开新局,口号,走在前、开新局 → 走在前开新局@口号=走在前、开新局",
        "四稳,经济,稳就业、稳企业⏎双碳,生态,碳达峰|碳中和 → 四稳@经济=稳就业、稳企业 双碳@生态=碳达峰=碳中和",
        "四稳,经济,\"稳就业、稳企业\" → 四稳@经济=稳就业、稳企业",
        // Quotation marks.
        "\"5,000亿\",数字 → 5,000亿@数字",
        "\"链长制\";\"产业\";\"总链长;大链长\" → 链长制@产业=总链长=大链长",
        "\"北京 2022\" → 北京␣2022",
        "走在\"前\"⏎链长制 → 走在\"前\" 链长制",
      })
  void readsWhatIsPlainlyMeant(String content, String expected) throws InputFileException {
    assertThat(read(content)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '→',
      quoteCharacter = '\0',
      value = {
        // Which column is it?
        "链长制,产业链链长制⏎粤港澳大湾区,大湾区 → 1 → “产业链链长制”: a category or a variant? name the columns",
        "链长制|总链长 → 1 → “|” in a phrase",
        "链长制,12⏎六个城市,城市 → 1 → a number as category, “12”; name the columns",
        "链长制,产业、制度 → 1 → category “产业、制度” has a separator",
        "链长制,产业,总链长,去年 → 1 → since “去年” is no year",
        "链长制,产业,总链长,\"去年\" → 1 → since “去年” is no year",
        "链长制,产业,总链长,2017,注 → 1 → 5 columns; at most 4 are allowed: phrase,category,variants,since",
        "短语,类别⏎链长制,产业,总链长 → 2 → 3 columns; at most 2 are allowed: phrase,category",
        "短语,类别,备考⏎链长制,产业, → 1 → column “备考” is none of phrase (短语)",
        "短语,词语⏎链长制,总链长 → 1 → two columns for the phrase",
        "类别,变体⏎产业,总链长 → 1 → no column named phrase (短语)",
        // Between columns, or in the text?
        "走在前，开新局⏎踔厉奋发，勇毅前行 → 1 → “，” in each line: between columns or in phrases?",
        "链长制、产业⏎六个城市、城市 → 1 → “、” in each line: between columns or in phrases?",
        "链长制,产业⏎六个城市，城市 → 2 → “，” where other lines have “,” between columns",
        "链长制,产业⏎六个城市;城市 → 2 → “;” where other lines have “,” between columns",
        "链长制⇥产业⏎六个城市,城市 → 2 → “,” where other lines have “tab” between columns",
        "链长制,产业⏎六个城市；六城,城市 → 2 → “；” in a phrase",
        "改革不停顿；开放不止步⏎链长制 → 1 → “；” between columns or in a phrase?",
        "链长制 产业⏎链主 产业 → 1 → a blank in each line: between columns or in phrases?",
        "双碳,生态,碳达峰/碳中和 → 1 → variants “碳达峰/碳中和”: one form or several?",
        "双碳,生态,碳达峰 碳中和 → 1 → variants “碳达峰 碳中和”: one form or several?",
        // What other tools write.
        "链长制⏎数字? → 2 → “数字?”: only * stands for other characters",
        "链长制⏎数字.* → 2 → “数字.*”: only * stands for other characters",
        "双碳,生态,碳?峰 → 1 → “碳?峰”: only * stands for other characters",
        "{\"phrase\":\"双碳\"} → 1 → “{\"phrase\":\"双碳\"}” is no phrase",
        "<td>双碳</td> → 1 → “<td>双碳</td>” is no phrase",
        "双碳: [碳达峰, 碳中和] → 1 → “双碳: [碳达峰”: a bracket without its other half",
        "\"双⏎碳\",生态 → 1 → “双 碳” with a line break",
        "\"双碳,生态⏎云计算,技术 → 1 → quotation marks that do not close",
        "\"双碳,生态⏎\"云计算\",技术 → 1 → quotation marks that do not close",
        "短语⏎链长制,产业 → 2 → “,” in a phrase: put it in quotation marks",
        "5,000亿⏎链长制 → 1 → a comma in a number, or between columns?",
        "链长制    产业⏎链主　　产业 → 1 → “链长制    产业”: several blanks within a phrase",
        // One variant or several?
        "双碳,生态,碳达峰、碳中和 → 1 → variants “碳达峰、碳中和”: one form or several?",
        "\"双碳\",\"生态\",\"碳达峰、碳中和\" → 1 → variants “碳达峰、碳中和”: one form or several?",
        "双碳,生态,\"碳达峰,碳中和\" → 1 → variants “碳达峰,碳中和”: one form or several?",
        // A frequency, a comment, a mark of a list, or the phrase?
        "北京 2022⏎链长制 → 1 → “北京 2022”: a frequency, or part of the phrase?",
        "链长#制⏎六个城市 → 1 → “链长#制”: a comment begins with a blank and #",
        "// 短语⏎链长制 → 1 → “// 短语”: a comment begins with a blank and #",
        "链长制 // 2017⏎链长制 → 1 → “链长制 // 2017”: a comment begins with a blank and #",
        "1.链长制⏎2.六个城市 → 1 → “1.链长制”: leave out the number or mark of a list",
        "1、链长制⏎链主 → 1 → “1、链长制”: leave out the number or mark of a list",
        "- 链长制 → 1 → “- 链长制”: leave out the number or mark of a list",
        // Quotation marks, and files without phrases.
        "链长制⏎\"六个城市,城市 → 2 → quotation marks that do not close",
        "链长制⏎\"六个\"城市,城市 → 2 → quotation marks that do not close, or text after",
        "# 只有注⏎⏎ → 1 → no phrase in this file",
        "短语,类别⏎,, → 1 → no phrase in this file",
        "sep=; → 1 → no phrase in this file",
      })
  void refusesWithItsLineWhatMayBeMeantInTwoWays(String content, int line, String message) {
    assertThatThrownBy(() -> read(content))
        .isInstanceOfSatisfying(
            InputFileException.class,
            e ->
                assertThat(e.remark().chinese().replaceAll("“[^”]*”", ""))
                    .startsWith("lexicon.csv:" + line + "：")
                    .containsPattern("\\p{IsHan}{2}")
                    .doesNotContainPattern("[a-z]{2} [a-z]{2}"))
        .hasMessageStartingWith("lexicon.csv:" + line + ": " + message);
  }
}
