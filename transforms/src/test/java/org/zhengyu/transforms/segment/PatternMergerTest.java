package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.SharedLexicon;

/**
 * Sentences are given with the borders of their words, as {@code 发展|数字化|转型}: a segmenter that knows
 * these borders stands in for a real one, and takes phrases whose ends are borders.
 */
class PatternMergerTest {

  private static final PartOfSpeech N = PartOfSpeech.named("n");

  /** Cuts known texts at their borders, and others into single characters. */
  private static final class BorderSegmenter implements Segmenter {
    private final Map<String, List<Integer>> bordersOf = new HashMap<>();

    BorderSegmenter(String... texts) {
      for (String text : texts) {
        List<Integer> borders = new ArrayList<>();
        int end = 0;
        for (String word : text.split("\\|", -1)) {
          end += word.length();
          borders.add(end);
        }
        bordersOf.put(text.replace("|", ""), borders);
      }
    }

    @Override
    public long bordersWithin(String word) {
      return borders(word).stream()
          .filter(border -> border < word.length())
          .mapToLong(border -> 1L << border)
          .sum();
    }

    private List<Integer> borders(String text) {
      return bordersOf.getOrDefault(text, IntStream.rangeClosed(1, text.length()).boxed().toList());
    }

    @Override
    public void segment(String sentence, Matches matches, Undisputed document, Tokens out) {
      List<Integer> borders = borders(sentence);
      out.reset(sentence);
      int free = 0;
      for (int border : borders) {
        for (int i = 0; i < matches.size(); i++) {
          int begin = matches.begin(i);
          boolean fits = borders.contains(matches.end(i)) && !matches.guarded(i);
          if (begin >= free && begin == free && fits) {
            out.add(matches.end(i), PartOfSpeech.PHRASE, matches.phrase(i));
            free = matches.end(i);
          }
        }
        if (border > free) {
          out.add(border, N, Tokens.NO_PHRASE);
          free = border;
        }
      }
    }
  }

  private record Result(String tokens, String occurrences) {}

  /** Matches and tokens of one sentence after another. */
  private static final class Analysis {
    final Lexicon lexicon;
    final Matches matches = new Matches();
    final Tokens tokens = new Tokens();
    private final SharedLexicon shared;
    private final Segmenter segmenter;
    private final PatternMerger merger;
    private final OccurrenceJudge judge;

    Analysis(String lexiconLines, String... texts) throws InputFileException {
      lexicon = Lexicon.parse(lexiconLines.replace(';', '\n'), "lexicon", text -> text);
      shared = SharedLexicon.of(lexicon);
      segmenter = new BorderSegmenter(texts);
      merger = new PatternMerger(shared.patterns(), segmenter);
      judge = new OccurrenceJudge(segmenter);
    }

    void of(String sentence) {
      shared.matcher().find(sentence, matches);
      merger.setAside(sentence, matches);
      segmenter.segment(sentence, matches, tokens);
      merger.merge(sentence, matches, tokens);
      judge.judge(matches, tokens);
    }
  }

  /** Tokens with borders between and phrases in brackets; occurrences as phrase:form=status. */
  private static Result merge(String lexiconLines, String... texts) throws InputFileException {
    String sentence = texts[0].replace("|", "");
    Analysis analysis = new Analysis(lexiconLines, texts);
    analysis.of(sentence);
    Lexicon lexicon = analysis.lexicon;
    Matches matches = analysis.matches;
    Tokens tokens = analysis.tokens;

    List<String> forms = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean isPhrase = tokens.phrase(i) != Tokens.NO_PHRASE;
      forms.add(isPhrase ? "[" + tokens.form(i) + "]" : tokens.form(i));
      assertThat(tokens.tag(i) == PartOfSpeech.PHRASE).isEqualTo(isPhrase);
    }
    List<String> occurrences = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      occurrences.add(
          lexicon.phrase(matches.phrase(i))
              + ":"
              + sentence.substring(matches.begin(i), matches.end(i))
              + "="
              + analysis.judge.status(i).label());
    }
    return new Result(String.join("|", forms), String.join(" ", occurrences));
  }

  @ParameterizedTest
  @CsvSource({
    // Any ending within the word, also none.
    "数字*, 发展|数字化|转型, 发展|[数字化]|转型, 数字*:数字化=token",
    "数字*, 发展|数字|经济, 发展|[数字]|经济, 数字*:数字=token",
    // Over several words, to the end of the last.
    "高质量发*, 推动|高|质量|发展|。, 推动|[高质量发展]|。, 高质量发*:高质量发展=token",
    // A literal part that begins within a word is none.
    "字*, 发展|数字化|转型, 发展|数字化|转型, 字*:字=split",
    "链主*, 供应链|主要, 供应链|主要, 链主*:链主=split",
    // Any beginning, and both.
    "*化, 数字化|与|化学|绿色|化, [数字化]|与|化学|绿色|[化], *化:数字化=token *化:化=split *化:化=token",
    "*字*, 大数字化|的|字, [大数字化]|的|[字], *字*:大数字化=token *字*:字=token",
    // A place counts once for a phrase, however many of its globs fit.
    "'数字*,,*字化', 数字化|的, [数字化]|的, 数字*:数字化=token",
    // Of two phrases in one place the first of the lexicon is the token.
    "数字*;*字化, 数字化|的, [数字化]|的, 数字*:数字化=token *字化:数字化=nested",
    "*字化;数字*, 数字化|的, [数字化]|的, *字化:数字化=token 数字*:数字化=nested",
    // Numbers are guarded as for literal phrases.
    "六个*, 第|六|个|城市, 第|六|个|城市, 六个*:六个=guarded",
  })
  void makesOneTokenOfAGlobAndTheRestOfItsWord(
      String lexicon, String sentence, String tokens, String occurrences)
      throws InputFileException {
    assertThat(merge(lexicon, sentence)).isEqualTo(new Result(tokens, occurrences));
  }

  @Test
  void leavesTheTokenToALiteralPhraseInTheSamePlace() throws InputFileException {
    assertThat(merge("数字*;数字化", "发展|数字化", "数字化"))
        .isEqualTo(new Result("发展|[数字化]", "数字*:数字化=nested 数字化:数字化=token"));
    assertThat(merge("数字*;数字经济", "发展|数字|经济", "数字|经济"))
        .isEqualTo(new Result("发展|[数字经济]", "数字*:数字经济=nested 数字经济:数字经济=token"));
  }

  @Test
  void nestsAGlobInALongerPhraseByTheWordsOfThat() throws InputFileException {
    assertThat(merge("数字*;加快数字化转型", "加快|数字化|转型", "加快|数字化|转型"))
        .isEqualTo(new Result("[加快数字化转型]", "加快数字化转型:加快数字化转型=token 数字*:数字化=nested"));
    assertThat(merge("*型;加快数字化转型", "加快|数字化|转型", "加快|数字化|转型"))
        .isEqualTo(new Result("[加快数字化转型]", "*型:加快数字化转型=nested 加快数字化转型:加快数字化转型=token"));
    assertThat(merge("字*;加快数字化转型", "加快|数字化|转型", "加快|数字化|转型"))
        .isEqualTo(new Result("[加快数字化转型]", "加快数字化转型:加快数字化转型=token 字*:字=split"));
  }

  @Test
  void nestsALiteralPhraseInALongerGlob() throws InputFileException {
    assertThat(merge("高质量发*;质量", "推动|高|质量|发展", "质量"))
        .isEqualTo(new Result("推动|[高质量发展]", "高质量发*:高质量发展=token 质量:质量=nested"));
  }

  @Test
  void doesNotCutALiteralPhraseInTwo() throws InputFileException {
    assertThat(merge("高质量发*;推动高质量", "推动|高|质量|发展", "推动|高|质量"))
        .isEqualTo(new Result("[推动高质量]|发展", "推动高质量:推动高质量=token 高质量发*:高质量发展=overlapped"));
  }

  @Test
  void countsAPhraseWithALiteralFormAndAGlobOnceInAPlace() throws InputFileException {
    assertThat(merge("数字化,,数字*", "数字化|数字|时代", "数字化"))
        .isEqualTo(new Result("[数字化]|[数字]|时代", "数字化:数字化=token 数字化:数字=token"));
  }

  @Test
  void guardsWhatLiesWithinAnExclusion() throws InputFileException {
    assertThat(merge("印度 !印度尼西亚", "印度|和|印度尼西亚"))
        .isEqualTo(new Result("[印度]|和|印度尼西亚", "印度:印度=token 印度:印度=guarded"));
    assertThat(merge("数字* !数字电视", "数字化|和|数字|电视"))
        .isEqualTo(new Result("[数字化]|和|数字|电视", "数字*:数字化=token 数字*:数字=guarded"));
  }

  /** Else the word 印度 would count as the phrase. */
  @Test
  void makesAWordOfAnExclusionOfWhichTheSegmenterMadeSeveral() throws InputFileException {
    assertThat(merge("印度 !印度尼西亚", "去|印度|尼|西亚")).isEqualTo(new Result("去|印度尼西亚", "印度:印度=guarded"));
    assertThat(merge("印度 !印度尼", "去|印度|尼西亚")).isEqualTo(new Result("去|印度尼西亚", "印度:印度=guarded"));
    assertThat(merge("国 !中国 !中国人", "中|国|人")).isEqualTo(new Result("中国人", "国:国=guarded"));
  }

  @Test
  void excludesOnlyThePhraseThatSaysSo() throws InputFileException {
    assertThat(merge("印度 !印度尼西亚;尼西", "印度|尼西|亚"))
        .isEqualTo(new Result("印度尼西亚", "印度:印度=guarded 尼西:尼西=nested"));
  }

  @Test
  void forgetsTheSentenceBefore() throws InputFileException {
    Analysis analysis = new Analysis("印度 !印度尼西亚;数字*", "印度尼西亚", "印度|数字化");
    analysis.of("印度尼西亚");
    analysis.of("印度数字化");
    Matches matches = analysis.matches;

    assertThat(matches.size()).isEqualTo(2);
    assertThat(analysis.judge.status(0)).isEqualTo(MatchStatus.TOKEN);
    assertThat(analysis.judge.status(1)).isEqualTo(MatchStatus.TOKEN);
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of("甲", "乙", "丙", "甲乙", "乙丙", "丙甲", "甲乙丙").list().ofMinSize(1).ofMaxSize(12);
  }

  /** Nothing of these is a piece of a number. */
  @Provide
  Arbitrary<String> lexicons() {
    return Arbitraries.of(
        "甲*;乙", "*乙;甲乙", "*丙*;丙 !乙丙", "甲* !甲乙,,*甲;甲乙丙", "乙丙甲*;丙甲;*甲", "甲 !甲乙;乙 !甲乙;*丙");
  }

  @Property
  void makesATokenOfEveryOccurrenceThatIsOneAndLeavesNoLiteralPartOut(
      @ForAll("sentences") List<String> words, @ForAll("lexicons") String lines)
      throws InputFileException {
    String sentence = String.join("", words);
    Analysis analysis = new Analysis(lines, String.join("|", words));
    analysis.of(sentence);
    Lexicon lexicon = analysis.lexicon;
    Matches matches = analysis.matches;
    Tokens tokens = analysis.tokens;

    Set<String> phraseTokens = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.phrase(i) != Tokens.NO_PHRASE) {
        phraseTokens.add(tokens.phrase(i) + ":" + tokens.begin(i) + "-" + tokens.end(i));
      }
    }
    Set<String> tokenOccurrences = new HashSet<>();
    boolean[][] covered = new boolean[lexicon.size()][sentence.length()];
    for (int i = 0; i < matches.size(); i++) {
      int phrase = matches.phrase(i);
      if (analysis.judge.status(i) == MatchStatus.TOKEN) {
        assertThat(tokenOccurrences.add(phrase + ":" + matches.begin(i) + "-" + matches.end(i)))
            .isTrue();
      }
      Arrays.fill(covered[phrase], matches.begin(i), matches.end(i), true);
    }
    assertThat(tokenOccurrences).isEqualTo(phraseTokens);
    assertThat(tokens.end(tokens.size() - 1)).isEqualTo(sentence.length());
    for (int phrase = 0; phrase < lexicon.size(); phrase++) {
      List<String> forms = new ArrayList<>(lexicon.variants(phrase));
      forms.add(lexicon.phrase(phrase));
      for (String form : forms) {
        String literal = form.replace("*", "");
        for (int at = sentence.indexOf(literal); at >= 0; at = sentence.indexOf(literal, at + 1)) {
          assertThat(covered[phrase][at] || covered[phrase][at + literal.length() - 1])
              .as("%s at %s in %s", form, at, words)
              .isTrue();
        }
      }
    }
  }

  @Test
  void hasNoPartInALexiconThatIsLiteral() throws InputFileException {
    Lexicon lexicon = Lexicon.parse("印度\n数字化,,数字", "lexicon", text -> text);

    assertThat(SharedLexicon.of(lexicon).patterns()).isNull();
  }
}
