package org.zhengyu.transforms.lexicon;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconFileTest {

  private static LexiconFile parse(String content) throws InputFileException {
    return LexiconFile.parse(content, "lexicon.csv", text -> text);
  }

  private static LexiconFile parse(byte[] content) throws InputFileException {
    return LexiconFile.parse(content, "lexicon.csv", text -> text);
  }

  private static List<String> phrases(LexiconFile file) {
    List<String> phrases = new ArrayList<>();
    for (int i = 0; i < file.size(); i++) {
      phrases.add(file.entry(i).phrase());
    }
    return phrases;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"UTF-8", "GBK", "GB18030", "Big5", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE"})
  void readsAFileInAnyEncodingOfChinese(String encoding) throws InputFileException {
    String content = "短語,類別\r\n六個城市,城市\r\n經濟發展,經濟\r\n";
    if (!encoding.equals("Big5")) {
      content = "短语,类别\r\n六个城市,城市\r\n链长制,产业\r\n";
    }
    String mark = encoding.startsWith("UTF-32") ? "\uFEFF" : "";
    byte[] bytes = (mark + content).getBytes(Charset.forName(encoding));

    assertThat(phrases(parse(bytes))).first().isEqualTo(encoding.equals("Big5") ? "六個城市" : "六个城市");
    assertThat(parse(bytes).size()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"GBK", "UTF-16LE", "UTF-16BE"})
  void readsAFileOfTwoPhrasesInAnotherEncoding(String encoding) throws InputFileException {
    assertThat(phrases(parse("链长制\n河长制\n".getBytes(Charset.forName(encoding)))))
        .containsExactly("链长制", "河长制");
  }

  @Test
  void listsOfExpressionsWhatAFileMayHold() throws InputFileException {
    List<String> listable =
        LexiconFile.listable(List.of("AI—教育", "7*24小时", "AI-教育", "5G 应用", "5G应用", "1+6+N"));

    assertThat(listable).containsExactly("AI—教育", "5G 应用", "1+6+N");
    assertThat(phrases(parse("phrase\n\"" + String.join("\"\n\"", listable) + "\"\n")))
        .isEqualTo(listable);
  }

  @Test
  void skipsCommentsBlankLinesAndTheByteOrderMark() throws InputFileException {
    byte[] content = "\uFEFF# 政策短语\r\n\r\n  \u3000\r\n六个城市\r\n  # 又一注\r\n链长制".getBytes(UTF_8);

    assertThat(phrases(parse(content))).containsExactly("六个城市", "链长制");
  }

  @Test
  void recognisesTheHeaderBehindTheByteOrderMarkInAnyCase() throws InputFileException {
    byte[] content = "\uFEFFPHRASE, Category ,VARIANTS\n链长制,产业,".getBytes(UTF_8);

    assertThat(phrases(parse(content))).containsExactly("链长制");
  }

  @Test
  void knowsThePlaceOfEachPhrase() throws InputFileException {
    LexiconFile file = parse("# 注\n链长制\n\n六个城市\n");

    assertThat(file.place(0)).isEqualTo("lexicon.csv:2");
    assertThat(file.place(1)).isEqualTo("lexicon.csv:4");
  }

  @Test
  void namesTheFirstThreeFaultsAndCountsTheOthers() {
    assertThatThrownBy(() -> parse("链长制\n链长制\n。。\n,产业\n链长制,产业,总链长|\n链长制"))
        .isInstanceOfSatisfying(InputFileException.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessage(
            "lexicon.csv:2: duplicate phrase “链长制”, which already stands on line 1;"
                + " line 3: phrase “。。” has no letter or digit;"
                + " line 4: empty phrase; and 3 more");
  }

  @Test
  void refusesAnEmptyFile() {
    assertThatThrownBy(() -> parse("")).hasMessage("lexicon.csv:1: no phrase in this file");
    assertThatThrownBy(() -> parse(new byte[0]))
        .hasMessage("lexicon.csv:1: no phrase in this file");
  }

  @Test
  void refusesASpreadsheetAndOtherFilesThatAreNoText() {
    byte[] zip = {'P', 'K', 3, 4, 20, 0, 6, 0};

    assertThatThrownBy(() -> parse(zip))
        .isInstanceOf(InputFileException.class)
        .hasMessageStartingWith("lexicon.csv:1: a ZIP container (docx, xlsx, epub)");
  }

  @Test
  void refusesAPhraseThatTheEncodingLeavesBroken() {
    byte[] content = "链长制与河长制\n林长制，湖长制\n六个城？\n".getBytes(UTF_8);
    content[content.length - 3] = (byte) 0xFF;

    assertThatThrownBy(() -> parse(content))
        .hasMessageStartingWith("lexicon.csv:3: phrase with a character that could not be decoded");
  }

  @Test
  void readsExclusionsBehindAFormAndAmongTheVariants() throws InputFileException {
    LexiconEntry entry = parse("印度 !印度尼西亚 ！印度洋,国家,天竺　!天竺葵|!印度支那").entry(0);

    assertThat(entry.forms()).containsExactly("印度", "天竺");
    assertThat(entry.exclusions()).containsExactly("印度尼西亚", "印度洋", "天竺葵", "印度支那");
  }

  @Test
  void readsGlobsAsForms() throws InputFileException {
    LexiconEntry entry = parse("数字* !数字电视,技术,*数字化|*智能*").entry(0);

    assertThat(entry.forms()).containsExactly("数字*", "*数字化", "*智能*");
    assertThat(entry.exclusions()).containsExactly("数字电视");
  }

  @ParameterizedTest
  @CsvSource({
    "印度 !中国, exclusion “中国” holds no more than “印度”; or not all of it",
    "印度 !印度, exclusion “印度” holds no more than “印度”; or not all of it",
    "印度 !, empty exclusion",
    "印度 !印度*, exclusion “印度*” with a star: it excludes whatever holds it",
    "印度!印度尼西亚, “印度!印度尼西亚”: a blank stands before the ! of an exclusion",
    "!印度尼西亚, empty phrase",
    "数*字, phrase “数*字” with a star that is at neither end",
    "数字**, phrase “数字**” with a star that is at neither end",
    "*, phrase “*” has no letter or digit",
  })
  void refusesAPatternThatMatchesNothing(String line, String problem) {
    assertThatThrownBy(() -> parse("链长制\n" + line))
        .hasMessageStartingWith("lexicon.csv:2: " + problem.replace(';', ','));
  }
}
