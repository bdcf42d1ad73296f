package org.zhengyu.transforms.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexiconTest {

  private static String halfWidth(String text) {
    return text.replace('５', '5').replace('１', '1').replace('％', '%');
  }

  private static Lexicon parse(String content) throws InputFileException {
    return Lexicon.parse(content, "lexicon.csv", LexiconTest::halfWidth);
  }

  private static List<String> phrases(Lexicon lexicon) {
    List<String> phrases = new ArrayList<>();
    for (int i = 0; i < lexicon.size(); i++) {
      phrases.add(lexicon.phrase(i));
    }
    return phrases;
  }

  @Test
  void keepsPhrasesCategoriesAndVariantsInFileOrder() throws InputFileException {
    Lexicon lexicon =
        parse(
            """
            phrase,category,variants
            链长制,产业,产业链链长制|“链长制”
            六个城市,城市,
            走在前、开新局
            四梁八柱,,四梁 八柱
            """);

    assertThat(phrases(lexicon)).containsExactly("链长制", "六个城市", "走在前、开新局", "四梁八柱");
    assertThat(lexicon.category(0)).contains("产业");
    assertThat(lexicon.category(1)).contains("城市");
    assertThat(lexicon.category(2)).isEmpty();
    assertThat(lexicon.category(3)).isEmpty();
    assertThat(lexicon.variants(0)).containsExactly("产业链链长制", "“链长制”");
    assertThat(lexicon.variants(1)).isEmpty();
    assertThat(lexicon.variants(2)).isEmpty();
    assertThat(lexicon.variants(3)).containsExactly("四梁 八柱");
  }

  @Test
  void readsColumnsInQuotationMarks() throws InputFileException {
    Lexicon lexicon = parse("\"5,000亿\" , \"数,字\",\"五千亿|\"\"5000亿\"\"\"\n走在\"前\"\n");

    assertThat(phrases(lexicon)).containsExactly("5,000亿", "走在\"前\"");
    assertThat(lexicon.category(0)).contains("数,字");
    assertThat(lexicon.variants(0)).containsExactly("五千亿", "\"5000亿\"");
  }

  @Test
  void keepsSpacesInsideAPhraseAndDropsThoseAroundIt() throws InputFileException {
    assertThat(phrases(parse("\u00a0牢记嘱托走在前 勇担使命开新局\u3000\t"))).containsExactly("牢记嘱托走在前 勇担使命开新局");
  }

  @Test
  void foldsPhrasesAndVariants() throws InputFileException {
    Lexicon lexicon = parse("５个1,,５个１％");

    assertThat(lexicon.phrase(0)).isEqualTo("5个1");
    assertThat(lexicon.variants(0)).containsExactly("5个1%");
  }

  @Test
  void takesAVariantThatIsTheSameFormTypedOtherwiseForNoFault() throws InputFileException {
    Lexicon lexicon = parse("５个1,,5个1|五个一|五个１\n互联网+,,互联网 +|互联网加");

    assertThat(lexicon.variants(0)).containsExactly("五个一", "五个1");
    assertThat(lexicon.variants(1)).containsExactly("互联网加");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "甲乙\\n丙丁\\n甲乙; 3; duplicate phrase “甲乙”, which already stands on line 1",
        "# 注\\n５个1\\n5个１; 3; duplicate phrase “5个1”, which already stands on line 2",
        "甲乙,,丙丁\\n\\n丙丁; 3; duplicate phrase “丙丁”, which already stands on line 1",
        "甲乙,,丙丁\\n戊己,,庚|丙丁; 2; duplicate variant “丙丁”, which already stands on line 1",
        "四个“甲”\\n四个「甲」; 2; duplicate phrase “四个「甲」”, which already stands on line 1",
        "甲乙,,甲乙; 1; duplicate variant “甲乙”, which already stands on line 1",
        "甲乙\\n,产业,丙丁; 2; empty phrase",
        "甲乙,产业,丙丁||戊己; 1; empty variant",
        "甲乙\\n、，“”; 2; phrase “、，“”” has no letter or digit",
        "甲乙,产业,丙,2021,丁; 1; 5 columns",
        "甲乙\\n\"丙丁\\n戊己; 2; quotation marks",
        "甲乙\\n\"丙丁\"戊; 2; quotation marks",
        "甲\u0001乙; 1; phrase with an invisible character U+0001",
        "甲乙,产\u0001业; 1; category with an invisible character U+0001",
        "III类\\nⅢ类; 2; duplicate phrase “Ⅲ类”, which already stands on line 1",
        "列夫·托尔斯泰\\n列夫.托尔斯泰; 2; duplicate phrase “列夫.托尔斯泰”, which already stands on line 1",
      })
  void refusesAFaultyRowWithItsLine(String content, int line, String message) {
    assertThatThrownBy(() -> parse(content.replace("\\n", "\n")))
        .isInstanceOfSatisfying(
            InputFileException.class,
            e -> {
              assertThat(e.line()).isEqualTo(line);
              assertThat(e.fileName()).isEqualTo("lexicon.csv");
              assertThat(e.remark().chinese())
                  .startsWith("lexicon.csv:" + line + "：")
                  .doesNotContainPattern("[a-z]{2} [a-z]{2}");
            })
        .hasMessageStartingWith("lexicon.csv:" + line + ": " + message);
  }

  @Test
  void readsWithoutWhatIsInvisible() throws InputFileException {
    Lexicon lexicon =
        parse("\uFEFFphrase,category\n数字\u200B中国,生\u00AD态\n教\uDB40\uDD00育\u200E强国\u2060");

    assertThat(phrases(lexicon)).containsExactly("数字中国", "教育强国");
    assertThat(lexicon.category(0)).contains("生态");
  }

  @Test
  void allowsAHundredCodePointsAndNoMore() throws InputFileException {
    String longest = "𠮷".repeat(100);

    assertThat(phrases(parse("甲乙\n" + longest))).containsExactly("甲乙", longest);
    assertThatThrownBy(() -> parse("甲乙\n" + longest + "𠮷"))
        .hasMessage("lexicon.csv:2: phrase of 101 characters; the longest allowed is 100");
  }

  @Test
  void survivesTheCompactForm() throws InputFileException {
    Lexicon lexicon = parse("链长制 !链长制度,产业,链主制|链长 制度,2017\n六个城市\n𠮷字,产业\n四梁八柱,,四梁");
    Lexicon restored = Lexicon.fromBytes(lexicon.toBytes());

    assertThat(phrases(restored)).containsExactly("链长制", "六个城市", "𠮷字", "四梁八柱");
    assertThat(restored.category(0)).contains("产业");
    assertThat(restored.category(1)).isEmpty();
    assertThat(restored.category(2)).contains("产业");
    assertThat(restored.variants(0)).containsExactly("链主制", "链长 制度");
    assertThat(restored.variants(3)).containsExactly("四梁");
    assertThat(restored.exclusions(0)).containsExactly("链长制度");
    assertThat(restored.exclusions(1)).isEmpty();
    assertThat(restored.since(0)).hasValue(2017);
    assertThat(restored.since(1)).isEmpty();
    assertThat(restored.key()).isEqualTo(lexicon.key());
    assertThat(Lexicon.fromBytes(Lexicon.empty().toBytes()).size()).isZero();
  }

  @Test
  void refusesADamagedCompactForm() throws InputFileException {
    byte[] bytes = parse("链长制,产业,链主制").toBytes();

    assertThatThrownBy(() -> Lexicon.fromBytes(Arrays.copyOf(bytes, bytes.length / 2)))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void hasAKeyThatDependsOnContentAndOrderButNotOnLayout() throws InputFileException {
    String key = parse("甲乙,类,丙\n丁戊").key();

    // printf '甲乙\t类\t\t丙\n丁戊\t\t\n' | sha256sum
    assertThat(key).isEqualTo("9d31ca0ecb7e2344459c1adf354e54c663857a6cfdbe030461efbc59f9cd70f0");
    assertThat(parse("phrase,category,variants\r\n# 注\r\n 甲乙 , 类 , 丙 \r\n\"丁戊\"").key())
        .isEqualTo(key);
    assertThat(parse("丁戊\n甲乙,类,丙").key()).isNotEqualTo(key);
    assertThat(parse("甲乙,类\n丁戊").key()).isNotEqualTo(key);
    assertThat(parse("甲乙,,丙\n丁戊").key()).isNotEqualTo(key);
    assertThat(parse("甲乙,丙,类\n丁戊").key()).isNotEqualTo(key);
    assertThat(parse("甲乙,类,丙,2021\n丁戊").key()).isNotEqualTo(key);
    assertThat(parse("甲乙 !甲乙丙,类,丙\n丁戊").key()).isNotEqualTo(key);
  }
}
