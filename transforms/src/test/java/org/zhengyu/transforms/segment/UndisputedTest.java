package org.zhengyu.transforms.segment;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map.Entry;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;

/** What the rest of a document says of a place where words cross a phrase. */
class UndisputedTest {
  private static final List<Entry<String, String>> DISPUTED =
      List.of(
          entry("总算力突破1.3万PF", "算力"),
          entry("被帮工人补偿后可以追偿", "工人"),
          entry("吸收一部分由农业合作社保送的学生", "社保"),
          entry("医疗器械审评检查大湾区分中心", "大湾区"),
          entry("启动外国人才三年倍增行动", "人才"),
          entry("供应链主要企业名单", "链主"));

  /** A document that has the phrase and every word so many times. */
  private record Times(int phrase, int word) implements Undisputed {
    @Override
    public int phrases(int index) {
      return phrase;
    }

    @Override
    public int words(int number) {
      return word;
    }
  }

  private static boolean isToken(String sentence, String phrase, Undisputed document)
      throws InputFileException {
    Matches matches = new Matches();
    Tokens tokens = new Tokens();
    PhraseMatcher.of(Lexicon.parse(phrase, "lexicon", text -> text)).find(sentence, matches);
    LatticeSegmenter.create(WordStandard.CORE).segment(sentence, matches, document, tokens);
    return tokens.phrase(tokens.at(sentence.indexOf(phrase))) != Tokens.NO_PHRASE;
  }

  /** The counts of a document of such sentences. */
  private static UndisputedCounts counts(String phrases, List<String> sentences)
      throws InputFileException {
    Lexicon lexicon = Lexicon.parse(phrases, "lexicon", text -> text);
    UndisputedCounts counts = new UndisputedCounts(lexicon.size());
    Matches matches = new Matches();
    Tokens tokens = new Tokens();
    for (String sentence : sentences) {
      PhraseMatcher.of(lexicon).find(sentence, matches);
      LatticeSegmenter.create(WordStandard.CORE).segment(sentence, new Matches(), tokens);
      counts.add(matches, tokens);
    }
    return counts;
  }

  private static int wordsOf(UndisputedCounts counts, String word) {
    return counts.words(HanLpData.Core.WORDS.model().trie().find(word));
  }

  @ParameterizedTest
  @CsvSource({
    "总算力突破1.3万PF、增长20倍, 算力, 建成算力网络。|提升算力水平。",
    "支持药品审评检查大湾区分中心和医疗器械审评检查, 大湾区, 建设大湾区。|推动大湾区合作。",
  })
  void isAUseWhereTheDocumentHasThePhraseElsewhere(String sentence, String phrase, String others)
      throws InputFileException {
    assertThat(isToken(sentence, phrase, Undisputed.NOTHING)).isFalse();
    assertThat(isToken(sentence, phrase, counts(phrase, List.of(others.split("\\|"))))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "吸收一部分由农业合作社保送的学生参加学校学习, 社保, 办好合作社。|合作社的社员。",
    "基金份额持有人大会由全体基金份额持有人组成, 人大, 召集大会。|大会的决议。",
  })
  void isNoneWhereTheDocumentHasTheWordsThatCrossIt(String sentence, String phrase, String others)
      throws InputFileException {
    assertThat(isToken(sentence, phrase, Undisputed.NOTHING)).isTrue();
    assertThat(isToken(sentence, phrase, counts(phrase, List.of(others.split("\\|"))))).isFalse();
  }

  /** Four characters and more do not stand together by chance. */
  @ParameterizedTest
  @CsvSource({
    "建立健全安全生产责任制度, 安全生产责任制, 规章制度。|制度。|各项制度。",
    "(三)退耕还林地、农田林网, 退耕还林, 林地。|林地面积。|国有林地。",
  })
  void isAUseOfALongPhraseWhateverTheWordsThatCrossIt(String sentence, String phrase, String others)
      throws InputFileException {
    assertThat(isToken(sentence, phrase, counts(phrase, List.of(others.split("\\|"))))).isTrue();
  }

  @Test
  void countsPhrasesBetweenWordsAndWordsThatCrossNone() throws InputFileException {
    UndisputedCounts counts = counts("法治\n算力", List.of("推进依法治国", "依法办事", "建设法治政府", "坚持法治"));
    assertThat(counts.phrases(0)).as("but not in 依法|治国").isEqualTo(2);
    assertThat(counts.phrases(1)).isZero();
    assertThat(wordsOf(counts, "依法")).as("but not in 依法|治国").isEqualTo(1);
    assertThat(wordsOf(counts, "治国")).isZero();
    assertThat(wordsOf(counts, "建设")).isEqualTo(1);
  }

  @Test
  void countsNoPieceOfANumber() throws InputFileException {
    assertThat(counts("八项规定", List.of("落实八项规定", "依照第八项规定")).phrases(0)).isEqualTo(1);
  }

  @Test
  void forgetsTheDocumentBefore() throws InputFileException {
    UndisputedCounts counts = counts("算力", List.of("提升算力", "建设合作社"));
    counts.clear();
    assertThat(counts.phrases(0)).isZero();
    assertThat(wordsOf(counts, "合作社")).isZero();
  }

  @Property(tries = 200)
  void aPhraseElsewhereNeverSpeaksAgainstItNorItsWordsForIt(
      @ForAll @IntRange(max = 8) int phrase,
      @ForAll @IntRange(max = 8) int word,
      @ForAll @IntRange(max = 5) int which)
      throws InputFileException {
    String sentence = DISPUTED.get(which).getKey();
    String form = DISPUTED.get(which).getValue();
    if (isToken(sentence, form, new Times(phrase, word))) {
      assertThat(isToken(sentence, form, new Times(phrase + 1, word))).isTrue();
    } else {
      assertThat(isToken(sentence, form, new Times(phrase, word + 1))).isFalse();
    }
  }
}
