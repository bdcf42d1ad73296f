package org.zhengyu.transforms.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LexiconMergeTest {

  /** Files that are named 1.csv, 2.csv and so on. */
  private static LexiconMerge merge(String... contents) throws InputFileException {
    List<LexiconFile> files = new ArrayList<>();
    for (String content : contents) {
      files.add(LexiconFile.parse(content, files.size() + 1 + ".csv", text -> text));
    }
    return LexiconMerge.of(files);
  }

  private static List<String> rows(LexiconMerge merge) {
    Lexicon lexicon = merge.lexicon();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < lexicon.size(); i++) {
      rows.add(
          lexicon.phrase(i)
              + " "
              + lexicon.category(i).orElse("-")
              + " "
              + lexicon.variants(i)
              + (lexicon.since(i).isPresent() ? " " + lexicon.since(i).getAsInt() : ""));
    }
    return rows;
  }

  @Test
  void addsTheNewPhrasesOfALaterFileBehindThoseOfAnEarlier() throws InputFileException {
    LexiconMerge merge = merge("链长制,产业\n六个城市,城市", "一老一小,民生");

    assertThat(rows(merge)).containsExactly("链长制 产业 []", "六个城市 城市 []", "一老一小 民生 []");
    assertThat(merge.conflicts()).isEmpty();
  }

  @Test
  void takesWhatALaterFileSaysOfAPhraseAndLeavesItInItsPlace() throws InputFileException {
    LexiconMerge merge = merge("双碳,生态,碳达峰|碳中和,2020\n链长制", "双碳,气候,碳达峰碳中和,2021");

    assertThat(rows(merge)).containsExactly("双碳 气候 [碳达峰碳中和] 2021", "链长制 - []");
    assertThat(merge.conflicts()).containsExactly("双碳 (2.csv:1 instead of 1.csv:1)");
  }

  @Test
  void takesAPhraseInOtherMarksForTheSame() throws InputFileException {
    LexiconMerge merge = merge("四个“甲”,党建,四个甲\n双碳,生态,“双”碳", "四个「甲」,民生\n“双”碳");

    assertThat(rows(merge)).containsExactly("四个「甲」 民生 [四个甲]", "双碳 生态 []", "“双”碳 - []");
  }

  @Test
  void keepsWhatALaterFileLeavesEmpty() throws InputFileException {
    LexiconMerge merge = merge("双碳,生态,碳达峰|碳中和,2020", "# 只列短语\n双碳\n链长制");

    assertThat(rows(merge)).containsExactly("双碳 生态 [碳达峰, 碳中和] 2020", "链长制 - []");
    assertThat(merge.conflicts()).isEmpty();
  }

  @Test
  void takesWhatAnEarlierFileLeftOutForNoConflict() throws InputFileException {
    LexiconMerge merge = merge("双碳", "双碳,生态,碳达峰,2020");

    assertThat(rows(merge)).containsExactly("双碳 生态 [碳达峰] 2020");
    assertThat(merge.conflicts()).isEmpty();
  }

  @Test
  void givesAVariantToThePhraseOfALaterFile() throws InputFileException {
    LexiconMerge merge = merge("双碳,生态,碳达峰|碳中和", "碳达峰,生态\n零碳,生态,碳中和");

    assertThat(rows(merge)).containsExactly("双碳 生态 []", "碳达峰 生态 []", "零碳 生态 [碳中和]");
    assertThat(merge.conflicts())
        .containsExactly("碳达峰 (2.csv:1 instead of 1.csv:1)", "碳中和 (2.csv:2 instead of 1.csv:1)");
  }

  @Test
  void dropsAPhraseThatBecomesAVariantTogetherWithItsOwn() throws InputFileException {
    LexiconMerge merge = merge("碳达峰,生态,碳峰值\n链长制", "双碳,生态,碳达峰\n碳峰值");

    assertThat(rows(merge)).containsExactly("链长制 - []", "双碳 生态 [碳达峰]", "碳峰值 - []");
    assertThat(merge.conflicts()).containsExactly("碳达峰 (2.csv:1 instead of 1.csv:1)");
  }

  @Test
  void leavesAnInheritedVariantToThePhraseThatTookIt() throws InputFileException {
    LexiconMerge merge = merge("双碳,生态,碳达峰|碳中和", "碳达峰\n双碳");

    assertThat(rows(merge)).containsExactly("双碳 生态 [碳中和]", "碳达峰 - []");
    assertThat(merge.conflicts()).containsExactly("碳达峰 (2.csv:1 instead of 1.csv:1)");
  }

  @Test
  void keepsOrReplacesTheExclusionsOfAPhrase() throws InputFileException {
    assertThat(merge("印度 !印度尼西亚", "印度,国家").lexicon().exclusions(0)).containsExactly("印度尼西亚");
    assertThat(merge("印度 !印度尼西亚", "印度 !印度洋").lexicon().exclusions(0)).containsExactly("印度洋");
    assertThat(merge("印度 !印度尼西亚", "印度 !印度洋").conflicts()).hasSize(1);
  }

  @Test
  void letsTheLastOfThreeFilesWin() throws InputFileException {
    LexiconMerge merge = merge("甲乙,一", "甲乙,二", "甲乙,三");

    assertThat(rows(merge)).containsExactly("甲乙 三 []");
    assertThat(merge.conflicts())
        .containsExactly("甲乙 (2.csv:1 instead of 1.csv:1)", "甲乙 (3.csv:1 instead of 2.csv:1)");
  }

  @Test
  void turnsRoundAPhraseAndItsVariant() throws InputFileException {
    LexiconMerge merge = merge("双碳,生态,碳达峰", "碳达峰,,双碳");

    assertThat(rows(merge)).containsExactly("碳达峰 - [双碳]");
    assertThat(merge.conflicts())
        .containsExactly("碳达峰 (2.csv:1 instead of 1.csv:1)", "双碳 (2.csv:1 instead of 1.csv:1)");
  }

  @Test
  void takesTheSameFileTwiceAsOne() throws InputFileException {
    LexiconMerge merge = merge("双碳,生态,碳达峰|碳中和,2020", "双碳,生态,碳达峰|碳中和,2020");

    assertThat(rows(merge)).containsExactly("双碳 生态 [碳达峰, 碳中和] 2020");
    assertThat(merge.conflicts()).isEmpty();
  }
}
