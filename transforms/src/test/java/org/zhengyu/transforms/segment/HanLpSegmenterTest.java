package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.corpus.io.IIOAdapter;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.utility.Predefine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;

class HanLpSegmenterTest {

  /** A sentence with what was found in it, all buffers of its own. */
  private static final class Analysis {
    final Matches matches = new Matches();
    final Tokens tokens = new Tokens();
    final OccurrenceJudge judge = new OccurrenceJudge(LatticeSegmenter.create(WordStandard.HANLP));

    List<String> forms() {
      List<String> forms = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        forms.add(tokens.form(i));
      }
      return forms;
    }

    /** The forms of the tokens that are phrases. */
    List<String> phrases() {
      List<String> phrases = new ArrayList<>();
      for (int i = 0; i < tokens.size(); i++) {
        if (tokens.phrase(i) != Tokens.NO_PHRASE) {
          phrases.add(tokens.form(i));
        }
      }
      return phrases;
    }

    /** Of each occurrence in turn. */
    List<MatchStatus> statuses() {
      List<MatchStatus> statuses = new ArrayList<>();
      for (int i = 0; i < matches.size(); i++) {
        statuses.add(judge.status(i));
      }
      return statuses;
    }
  }

  /** Analyses a sentence; without phrases by both segmenters, to the same result. */
  private static Analysis analyse(String sentence, String... phrases) throws InputFileException {
    Lexicon lexicon =
        phrases.length == 0
            ? Lexicon.empty()
            : Lexicon.parse(String.join("\n", phrases), "lexicon", text -> text);
    Analysis analysis = new Analysis();
    PhraseMatcher.of(lexicon).find(sentence, analysis.matches);
    HanLpSegmenter.create().segment(sentence, analysis.matches, analysis.tokens);
    analysis.judge.judge(analysis.matches, analysis.tokens);
    if (phrases.length == 0) {
      Analysis ofLattice = new Analysis();
      LatticeSegmenter.create(WordStandard.HANLP)
          .segment(sentence, analysis.matches, ofLattice.tokens);
      assertThat(ofLattice.forms()).as("by the lattice").isEqualTo(analysis.forms());
    }
    return analysis;
  }

  private static List<String> plainForms(Segment plain, String sentence) {
    return plain.seg(sentence.toCharArray()).stream().map(term -> term.word).toList();
  }

  /** HanLP as it comes, with only the configuration that its flags can express. */
  private static Segment plainViterbi() {
    return new ViterbiSegment().enableAllNamedEntityRecognize(false).enableNormalization(false);
  }

  @Test
  void mergesAPhraseWhoseEndsAreWordBorders() throws InputFileException {
    Analysis analysis = analyse("建立产业链“链长制”。", "链长制");

    assertThat(analysis.phrases()).containsExactly("链长制");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.TOKEN);
    int token = analysis.tokens.at(analysis.matches.begin(0));
    assertThat(analysis.tokens.phrase(token)).isZero();
    assertThat(analysis.tokens.tag(token)).isSameAs(PartOfSpeech.PHRASE);
  }

  @Test
  void refusesAPhraseThatWouldBreakAWord() throws InputFileException {
    Analysis chain = analyse("供应链主要企业", "链主");
    assertThat(chain.forms()).contains("供应链", "主要");
    assertThat(chain.statuses()).containsExactly(MatchStatus.SPLIT);

    Analysis front = analyse("始终走在前面", "走在前");
    assertThat(front.forms()).contains("走", "在", "前面");
    assertThat(front.statuses()).containsExactly(MatchStatus.SPLIT);

    Analysis offDuty = analyse("全市上下班高峰", "全市上下");
    assertThat(offDuty.forms()).contains("全市", "上下班");
    assertThat(offDuty.statuses()).containsExactly(MatchStatus.SPLIT);
  }

  @Test
  void mergesThePhraseInTheGoodContextOfTheSameWords() throws InputFileException {
    assertThat(analyse("构建“链主”企业主建的架构", "链主").statuses()).containsExactly(MatchStatus.TOKEN);
    assertThat(analyse("牢记嘱托走在前，勇担使命开新局。", "走在前").statuses()).containsExactly(MatchStatus.TOKEN);
    assertThat(analyse("推动全市上下持续兴起", "全市上下").statuses()).containsExactly(MatchStatus.TOKEN);
  }

  @Test
  void doesNotMergeAGuardedPhrase() throws InputFileException {
    Analysis ordinal = analyse("第六个城市更新单元", "六个城市");
    assertThat(ordinal.phrases()).isEmpty();
    assertThat(ordinal.statuses()).containsExactly(MatchStatus.GUARDED);

    Analysis percent = analyse("完成5个1%的目标", "5个1");
    assertThat(percent.phrases()).isEmpty();
    assertThat(percent.statuses()).containsExactly(MatchStatus.GUARDED);

    Analysis money = analyse("投资15个10亿元项目", "5个1");
    assertThat(money.phrases()).isEmpty();
    assertThat(money.statuses()).containsExactly(MatchStatus.GUARDED);
  }

  @Test
  void mergesAcrossAPause() throws InputFileException {
    Analysis analysis = analyse("锚定“走在前、开新局”，奋力谱写新篇章", "走在前、开新局", "走在前", "开新局");

    assertThat(analysis.phrases()).containsExactly("走在前、开新局");
    assertThat(analysis.statuses())
        .containsExactly(MatchStatus.TOKEN, MatchStatus.NESTED, MatchStatus.NESTED);
  }

  @Test
  void countsANestedPhraseUnderTheLongerPhraseOnly() throws InputFileException {
    Analysis analysis = analyse("奋力谱写青岛建设新时代社会主义现代化国际大都市新篇章", "社会主义现代化", "新时代社会主义现代化国际大都市");

    assertThat(analysis.phrases()).containsExactly("新时代社会主义现代化国际大都市");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.TOKEN, MatchStatus.NESTED);
  }

  @Test
  void takesTheLeftmostOfTwoPhrasesThatOverlap() throws InputFileException {
    Analysis analysis = analyse("推动经济高质量发展", "经济高质量", "高质量发展");

    assertThat(analysis.phrases()).containsExactly("经济高质量");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.TOKEN, MatchStatus.OVERLAPPED);
  }

  @Test
  void leavesTheRestOfAPhraseThatLostAsTheWordsItWas() throws InputFileException {
    Analysis analysis = analyse("六个城市更新行动", "六个城市", "城市更新行动");

    assertThat(analysis.forms()).containsExactly("六个城市", "更新", "行动");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.TOKEN, MatchStatus.OVERLAPPED);
  }

  @Test
  void takesTheLongestOfTwoPhrasesThatBeginTogether() throws InputFileException {
    Analysis analysis = analyse("推动高质量发展格局", "高质量发展", "高质量发展格局");

    assertThat(analysis.phrases()).containsExactly("高质量发展格局");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.TOKEN, MatchStatus.NESTED);
  }

  @Test
  void mergesTheShorterPhraseWhereTheLongerOneWouldBreakAWord() throws InputFileException {
    Analysis analysis = analyse("全市上下班高峰", "全市上下", "全市");

    assertThat(analysis.phrases()).containsExactly("全市");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.SPLIT, MatchStatus.TOKEN);
  }

  @Test
  void marksAWordOfTheSegmenterThatIsAPhrase() throws InputFileException {
    String sentence = "保障供应链安全";
    assertThat(plainForms(plainViterbi(), sentence)).contains("供应链");

    Analysis analysis = analyse(sentence, "供应链");
    assertThat(analysis.phrases()).containsExactly("供应链");
    assertThat(analysis.forms()).isEqualTo(plainForms(plainViterbi(), sentence));
  }

  @Test
  void marksAGuardedPhraseWhereTheSegmenterItselfMakesAWordOfIt() throws InputFileException {
    // A word of HanLP's dictionary that begins with a numeral, after another numeral.
    String sentence = "第百分之百";
    assertThat(plainForms(plainViterbi(), sentence)).containsExactly("第", "百分之百");

    Analysis analysis = analyse(sentence, "百分之百");
    assertThat(analysis.matches.guarded(0)).isTrue();
    assertThat(analysis.phrases()).containsExactly("百分之百");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.TOKEN);
  }

  @Test
  void letsNoWordOfHanLpsUserDictionaryTakeAPhraseIn() throws InputFileException {
    String sentence = "坚持改革开放";
    assertThat(plainForms(plainViterbi(), sentence)).contains("改革开放");

    Analysis analysis = analyse(sentence, "改革");
    assertThat(analysis.forms()).containsSequence("改革", "开放");
    assertThat(analysis.statuses()).containsExactly(MatchStatus.TOKEN);
  }

  @Test
  void mergesWordsOfHanLpsUserDictionaryBesidePhrases() throws InputFileException {
    String sentence = "协调发展和六个城市和可持续发展";
    assertThat(plainForms(plainViterbi(), sentence)).contains("协调发展", "可持续发展");

    assertThat(analyse(sentence, "六个城市").forms())
        .containsExactly("协调发展", "和", "六个城市", "和", "可持续发展");
  }

  @Test
  void mergesAPhraseAtEachEndOfTheSentenceAndSeveralSideBySide() throws InputFileException {
    Analysis analysis = analyse("六个城市六个城市建设六个城市", "六个城市");

    assertThat(analysis.forms()).containsExactly("六个城市", "六个城市", "建设", "六个城市");
  }

  @Test
  void mergesMorePhrasesThanItHasRoomForAtFirst() throws InputFileException {
    Analysis analysis = analyse("“六个城市”、".repeat(100), "六个城市");

    assertThat(analysis.phrases()).hasSize(100);
  }

  @Test
  void tagsTokensWithTheMostFrequentPartOfSpeech() throws InputFileException {
    Analysis analysis = analyse("政策的供应链");

    assertThat(analysis.forms()).containsExactly("政策", "的", "供应链");
    assertThat(analysis.tokens.tag(0).name()).isEqualTo("n");
    assertThat(analysis.tokens.tag(1).name()).isEqualTo("ude1");
    assertThat(analysis.tokens.tag(2).name()).isEqualTo("nz");
  }

  @Test
  void keepsEveryCharacterAsItIs() throws InputFileException {
    String sentence = "“ＡＢＣ”、９．６％ 臺灣\t㈠①②\u3000𠮷野家 e-mail:a@b.cn ——……《办法》（试行）";

    assertThat(String.join("", analyse(sentence).forms())).isEqualTo(sentence);
  }

  @Test
  void refusesAnEmptySentence() {
    assertThatThrownBy(() -> HanLpSegmenter.create().segment("", new Matches(), new Tokens()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesToStartWhenHanLpReadsItsDataFromElsewhere() {
    IIOAdapter fromJar = HanLP.Config.IOAdapter;
    try {
      HanLP.Config.IOAdapter = null;
      assertThatThrownBy(HanLpSegmenter::create)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("HANLP_ROOT");
    } finally {
      HanLP.Config.IOAdapter = fromJar;
    }
  }

  @Test
  void ignoresWordsThatOtherCodeAddsToHanLpsSharedDictionary() throws InputFileException {
    HanLpSegmenter.create();
    String sentence = "保障供应链安全";
    List<String> before = analyse(sentence).forms();
    CustomDictionary.add("供应链安全");
    try {
      assertThat(plainForms(plainViterbi(), sentence)).contains("供应链安全");
      assertThat(analyse(sentence).forms()).isEqualTo(before);
    } finally {
      CustomDictionary.remove("供应链安全");
    }
  }

  @Test
  void keepsHanLpsLoggerOffTheConsole() {
    HanLpSegmenter.create();

    assertThat(Predefine.logger.isLoggable(Level.SEVERE)).isFalse();
  }

  @Test
  void givesTheSameTokensOnSeveralThreadsWithASegmenterEach() throws Exception {
    List<String> sentences =
        List.of("供应链主要企业", "推动经济高质量发展", "打造“六个城市”", "第六个城市更新单元", "锚定“走在前、开新局”");
    Lexicon lexicon = Lexicon.parse("高质量发展\n六个城市\n走在前、开新局", "lexicon", text -> text);
    PhraseMatcher matcher = PhraseMatcher.of(lexicon);
    Callable<List<List<String>>> work =
        () -> {
          HanLpSegmenter segmenter = HanLpSegmenter.create();
          Analysis analysis = new Analysis();
          List<List<String>> all = new ArrayList<>();
          for (int round = 0; round < 200; round++) {
            for (String sentence : sentences) {
              matcher.find(sentence, analysis.matches);
              segmenter.segment(sentence, analysis.matches, analysis.tokens);
              all.add(analysis.forms());
            }
          }
          return all;
        };
    List<List<String>> alone = work.call();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<List<String>>> result : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Provide
  Arbitrary<String> oddSentences() {
    return Arbitraries.of(
            "供应链", "链", "主要", "六个", "六", "个", "城市", "城", "市", "5", "1", "%", ".", "第", " ",
            "\u3000", "a", "Ｂ", "、", "“", "”", "\t", "𠮷", "臺", "①", "\ud842", "始##始", "未##数", "百",
            "年")
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(characters -> String.join("", characters));
  }

  @Property(tries = 500)
  void mergesExactlyTheLeftmostLongestPhrasesBetweenWordBordersAndCoversTheSentence(
      @ForAll("oddSentences") String sentence) throws InputFileException {
    Analysis analysis = analyse(sentence, "链主", "供应链", "供应链主要", "六个", "个城市", "个城", "城市", "5个1");

    assertThat(String.join("", analysis.forms())).isEqualTo(sentence);
    List<Integer> merged = leftmostLongest(sentence, analysis.matches);
    for (int i = 0; i < analysis.matches.size(); i++) {
      int token = analysis.tokens.at(analysis.matches.begin(i));
      boolean isToken = analysis.judge.status(i) == MatchStatus.TOKEN;
      // A guarded one is never merged, but HanLP may have the same word.
      if (!analysis.matches.guarded(i)) {
        assertThat(isToken).isEqualTo(merged.contains(i));
      }
      if (isToken) {
        assertThat(analysis.tokens.phrase(token)).isEqualTo(analysis.matches.phrase(i));
        assertThat(analysis.tokens.tag(token)).isSameAs(PartOfSpeech.PHRASE);
      }
    }
    assertThat(analysis.phrases())
        .hasSize((int) analysis.statuses().stream().filter(MatchStatus.TOKEN::equals).count());
  }

  /** The matches to merge, found from the borders of HanLP's words without its user dictionary. */
  private static List<Integer> leftmostLongest(String sentence, Matches matches) {
    List<Integer> borders = new ArrayList<>(List.of(0));
    for (String word : plainForms(plainViterbi().enableCustomDictionary(false), sentence)) {
      borders.add(borders.get(borders.size() - 1) + word.length());
    }
    List<Integer> merged = new ArrayList<>();
    int at = 0;
    while (at < sentence.length()) {
      int longest = -1;
      for (int i = 0; i < matches.size(); i++) {
        if (matches.begin(i) == at
            && !matches.guarded(i)
            && borders.contains(at)
            && borders.contains(matches.end(i))
            && (longest < 0 || matches.end(i) > matches.end(longest))) {
          longest = i;
        }
      }
      if (longest >= 0) {
        merged.add(longest);
      }
      at = longest >= 0 ? matches.end(longest) : at + 1;
    }
    return merged;
  }

  @Tag("slow")
  @Test
  void cutsTheCorpusAsPlainHanLpDoesWhenThereAreNoPhrases() throws Exception {
    HanLpSegmenter segmenter = HanLpSegmenter.create();
    Segment plain = plainViterbi();
    Matches none = new Matches();
    Tokens tokens = new Tokens();
    int sentences = 0;
    for (String line : corpusLines("work-reports/txt")) {
      for (int from = 0; from < line.length(); from += 500) {
        String sentence = line.substring(from, Math.min(line.length(), from + 500));
        segmenter.segment(sentence, none, tokens);
        int begin = 0;
        int i = 0;
        for (Term term : plain.seg(sentence.toCharArray())) {
          assertThat(tokens.begin(i)).isEqualTo(begin);
          begin += term.word.length();
          assertThat(tokens.end(i)).isEqualTo(begin);
          assertThat(tokens.tag(i).name()).isEqualTo(term.nature.toString());
          i++;
        }
        assertThat(tokens.size()).isEqualTo(i);
        sentences++;
      }
    }
    assertThat(sentences).isGreaterThan(1_000);
  }

  @Test
  void accountsForEveryOccurrenceInTheSeedArticle() throws Exception {
    Lexicon lexicon =
        Lexicon.parse(
            "六个城市\n链长制\n走在前、开新局\n一二三四六十\n四梁八柱\n5个1\n社会主义现代化\n新时代社会主义现代化国际大都市",
            "lexicon",
            text -> text);
    PhraseMatcher matcher = PhraseMatcher.of(lexicon);
    HanLpSegmenter segmenter = HanLpSegmenter.create();
    Analysis analysis = new Analysis();
    Map<String, Map<MatchStatus, Integer>> ledger = new TreeMap<>();
    int literal = 0;
    for (String line : corpusLines("seed")) {
      matcher.find(line, analysis.matches);
      segmenter.segment(line, analysis.matches, analysis.tokens);
      analysis.judge.judge(analysis.matches, analysis.tokens);
      literal += analysis.matches.size();
      for (int i = 0; i < analysis.matches.size(); i++) {
        ledger
            .computeIfAbsent(
                lexicon.phrase(analysis.matches.phrase(i)), p -> new EnumMap<>(MatchStatus.class))
            .merge(analysis.judge.status(i), 1, Integer::sum);
      }
    }

    // Counted by hand in the article.
    Map<String, Map<MatchStatus, Integer>> expected = new LinkedHashMap<>();
    expected.put("六个城市", Map.of(MatchStatus.TOKEN, 4));
    expected.put("链长制", Map.of(MatchStatus.TOKEN, 1));
    expected.put("走在前、开新局", Map.of(MatchStatus.TOKEN, 1));
    expected.put("一二三四六十", Map.of(MatchStatus.TOKEN, 1));
    expected.put("四梁八柱", Map.of(MatchStatus.TOKEN, 1));
    expected.put("5个1", Map.of(MatchStatus.TOKEN, 1));
    expected.put("新时代社会主义现代化国际大都市", Map.of(MatchStatus.TOKEN, 4));
    expected.put("社会主义现代化", Map.of(MatchStatus.NESTED, 4, MatchStatus.TOKEN, 1));
    assertThat(ledger).containsExactlyInAnyOrderEntriesOf(expected);
    assertThat(literal).isEqualTo(18);
  }

  private static List<String> corpusLines(String folder) throws IOException {
    Path corpus = Path.of(System.getProperty("zhengyu.root"), "..", "shared", "corpus", folder);
    Assumptions.assumeTrue(Files.isDirectory(corpus), () -> "no corpus at " + corpus);
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(corpus)) {
      files.sorted().forEach(file -> lines.addAll(nonEmptyLines(file)));
    }
    return lines;
  }

  private static List<String> nonEmptyLines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
