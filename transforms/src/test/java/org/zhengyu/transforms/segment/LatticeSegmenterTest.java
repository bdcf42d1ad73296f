package org.zhengyu.transforms.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.SharedCorpus;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * Our lattice, with HanLP's words and no phrases, against HanLP's own code: the same tokens and
 * tags for whatever is segmented. What tokens there should be is said in {@link
 * HanLpSegmenterTest}, whose examples hold for both, in {@link WordStandardTest} and in {@link
 * PhrasesInTheLatticeTest}.
 */
class LatticeSegmenterTest {
  private static final int FUZZED = 200_000;

  private static final String[] ODD = {
    "５", "7", "1", "0", ".", "，", ",", "．", "%", "％", "第", "个", "一", "二", "百", "〇", "两", "年", "月",
    "日", "A", "b", "Ｃ", "ｄ", "é", "Ω", "я", "か", "한", "①", "Ⅳ", "㈠", "、", "。", "“", "”", "《", "》",
    "（", "-", "－", "—", "/", "\\", "@", "#", "\t", " ", "\u3000", "\u00a0", "\u200b", "\u0000",
    "\u0001", "\ufeff", "\uffff", "𠮷", "𣎴", "😀", "\ud842", "\udfb7", "臺", "灣", "龘", "靐", "㐂",
    "始##始", "末##末", "未##数", "未##串", "未##地", "##",
  };

  private static Lexicon lexicon;
  private static PhraseMatcher matcher;

  private final Segmenter hanLp = HanLpSegmenter.create();
  private final Segmenter lattice = LatticeSegmenter.create(WordStandard.HANLP);
  private final Matches matches = new Matches();
  private final Tokens expected = new Tokens();
  private final Tokens actual = new Tokens();
  private final Map<Integer, String> formOfNumber = new HashMap<>();

  @BeforeAll
  static void readTheStarterLexicon() throws IOException, InputFileException {
    Path file =
        Path.of(System.getProperty("zhengyu.root"), "seeds", "lexicon", "policy-phrases.csv");
    lexicon = Lexicon.parse(Files.readString(file), "lexicon", text -> text);
    matcher = PhraseMatcher.of(lexicon);
  }

  private void assertSame(String sentence) {
    hanLp.segment(sentence, matches, expected);
    lattice.segment(sentence, matches, actual);
    boolean same = actual.size() == expected.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same =
          actual.end(i) == expected.end(i)
              && actual.tag(i) == expected.tag(i)
              && actual.word(i) == expected.word(i);
    }
    if (!same) {
      fail("“%s” is%n%s, but should be%n%s", sentence, described(actual), described(expected));
    }
    for (int i = 0; i < actual.size(); i++) {
      if (actual.number(i) != Tokens.NO_NUMBER) {
        String form = formOfNumber.putIfAbsent(actual.number(i), actual.form(i));
        if (form != null && !form.equals(actual.form(i))) {
          fail("%s and %s have one number", form, actual.form(i));
        }
      }
    }
  }

  private static String described(Tokens tokens) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      words.add(tokens.form(i) + "/" + tokens.tag(i));
    }
    return String.join(" ", words);
  }

  @Tag("slow")
  @ParameterizedTest
  @ValueSource(strings = {"seed", "work-reports/txt"})
  void cutsRealTextsAsHanLpDoes(String folder) {
    int sentences = 0;
    for (String text : SharedCorpus.texts(folder)) {
      sentences += assertSameInAll(text);
    }
    assertThat(sentences).isGreaterThan(30);
  }

  @Tag("slow")
  @Test
  void cutsLawsAsHanLpDoes() throws IOException {
    Path laws =
        Path.of(System.getProperty("zhengyu.root"), "..", "shared", "corpus", "laws.jsonl.gz");
    Assumptions.assumeTrue(Files.exists(laws), "no laws beside the project");
    ObjectMapper json = new ObjectMapper();
    int sentences = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(laws)), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        sentences += assertSameInAll(json.readTree(line).get("text").textValue());
      }
    }
    assertThat(sentences).isGreaterThan(100_000);
  }

  private int assertSameInAll(String text) {
    int[] sentences = {0};
    text.lines()
        .filter(line -> !line.isEmpty())
        .forEach(
            line ->
                SentenceSplitter.split(
                    line,
                    (begin, end) -> {
                      assertSame(line.substring(begin, end));
                      sentences[0]++;
                    }));
    return sentences[0];
  }

  /**
   * Strings of common and rare hanzi, digits, letters, marks, controls and halves of surrogate
   * pairs, with phrases and words of the dictionaries strewn in; most short, some very long.
   */
  @Tag("slow")
  @Test
  void cutsWhateverMayComeAsHanLpDoes() {
    Random random = new Random(20_240_607);
    for (int i = 0; i < FUZZED; i++) {
      int pieces = 1 + random.nextInt(i % 1000 == 0 ? 2000 : 14);
      StringBuilder sentence = new StringBuilder();
      for (int piece = 0; piece < pieces; piece++) {
        sentence.append(piece(random));
      }
      assertSame(sentence.toString());
    }
  }

  @Tag("slow")
  @Test
  void coversWhateverMayComeWithTheDefaultWordsAndPhrases() {
    Segmenter core = LatticeSegmenter.create(WordStandard.CORE);
    Random random = new Random(20_240_607);
    for (int i = 0; i < FUZZED; i++) {
      StringBuilder sentence = new StringBuilder();
      for (int piece = random.nextInt(i % 1000 == 0 ? 2000 : 14); piece >= 0; piece--) {
        sentence.append(piece(random));
      }
      matcher.find(sentence.toString(), matches);
      core.segment(sentence.toString(), matches, actual);
      assertThat(actual.end(actual.size() - 1)).isEqualTo(sentence.length());
    }
  }

  private static String piece(Random random) {
    return switch (random.nextInt(12)) {
      case 0 -> lexicon.phrase(random.nextInt(lexicon.size()));
      case 1 -> {
        String phrase = lexicon.phrase(random.nextInt(lexicon.size()));
        yield phrase.substring(random.nextInt(phrase.length()));
      }
      case 2, 3, 4 -> ODD[random.nextInt(ODD.length)];
      case 5 -> String.valueOf(random.nextInt(10_000));
      case 6 -> String.valueOf((char) random.nextInt(Character.MAX_VALUE + 1));
      case 7 -> ODD[random.nextInt(ODD.length)].repeat(1 + random.nextInt(4));
      // The common hanzi stand first in the two levels of GB 2312.
      default -> {
        byte[] code = {(byte) (0xB0 + random.nextInt(40)), (byte) (0xA1 + random.nextInt(94))};
        yield new String(code, Charset.forName("GB18030"));
      }
    };
  }

  @Test
  void yieldsTheSameOnSeveralThreadsWithASegmenterEach() throws Exception {
    List<String> sentences =
        List.of("供应链主要企业", "推动经济高质量发展", "打造“六个城市”", "第六个城市更新单元", "锚定“走在前、开新局”");
    Callable<List<String>> work =
        () -> {
          Segmenter own = LatticeSegmenter.create(WordStandard.CORE);
          Matches found = new Matches();
          Tokens tokens = new Tokens();
          List<String> all = new ArrayList<>();
          for (int round = 0; round < 200; round++) {
            for (String sentence : sentences) {
              matcher.find(sentence, found);
              own.segment(sentence, found, tokens);
              all.add(described(tokens));
            }
          }
          return all;
        };
    List<String> alone = work.call();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      for (Future<List<String>> result : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void numbersWordsOfTheDictionaryAlikeInAllSentences() {
    Matches none = new Matches();
    lattice.segment("经济发展推动经济", none, actual);
    List<Integer> numbers = List.of(actual.number(0), actual.number(1), actual.number(2));
    lattice.segment("推动经济经济发展", none, actual);

    assertThat(described(actual)).matches("推动/\\S+ 经济/\\S+ 经济发展/\\S+");
    assertThat(numbers)
        .doesNotHaveDuplicates()
        .doesNotContain(Tokens.NO_NUMBER)
        .containsExactly(actual.number(2), actual.number(0), actual.number(1));
  }

  @Test
  void numbersNothingThatStandsForManyForms() {
    lattice.segment("2023年", new Matches(), actual);

    assertThat(actual.form(0)).isEqualTo("2023");
    assertThat(actual.number(0)).isEqualTo(Tokens.NO_NUMBER);
  }

  @Test
  void takesAnAbbreviationForAPartOfTheWordThatItBegins() {
    Segmenter segmenter = LatticeSegmenter.create(WordStandard.CORE);

    assertThat(segmenter.bordersWithin("中小学校") & 1 << 3).isNotZero();
    assertThat(segmenter.bordersWithin("中小学生") & 1 << 3).isNotZero();
    assertThat(segmenter.bordersWithin("民政部门") & 1 << 3).isZero();
    assertThat(segmenter.bordersWithin("行政区域") & 1 << 3).isZero();
  }

  @Test
  void refusesAnEmptySentence() {
    assertThatThrownBy(() -> lattice.segment("", matches, actual))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("empty sentence");
  }
}
