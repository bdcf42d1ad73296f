package org.zhengyu.transforms.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseMatcherTest {

  private record Occurrence(int begin, int end, int phrase, boolean guarded) {}

  private static Lexicon lexicon(String content) throws InputFileException {
    return Lexicon.parse(content, "lexicon", text -> text);
  }

  private static List<Occurrence> find(PhraseMatcher matcher, String sentence) {
    Matches matches = new Matches();
    matcher.find(sentence, matches);
    List<Occurrence> found = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      found.add(
          new Occurrence(matches.begin(i), matches.end(i), matches.phrase(i), matches.guarded(i)));
    }
    return found;
  }

  private static List<Occurrence> find(String content, String sentence) throws InputFileException {
    return find(PhraseMatcher.of(lexicon(content)), sentence);
  }

  @Test
  void findsNestedAndOverlappingOccurrencesByBeginAndTheLongerFirst() throws InputFileException {
    assertThat(find("社会主义\n社会主义现代化\n主义现\n现代化国家", "社会主义现代化国家"))
        .containsExactly(
            new Occurrence(0, 7, 1, false),
            new Occurrence(0, 4, 0, false),
            new Occurrence(2, 5, 2, false),
            new Occurrence(4, 9, 3, false));
  }

  /** Each row: a phrase, the same typed in other marks, and one that is another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "稳中求进,以进促稳; 稳中求进，以进促稳; 稳中求进、以进促稳",
        "稳中求进，以进促稳; 稳中求进,以进促稳; 稳中求进 以进促稳",
        "四个“一批”; 四个\"一批\"; 四个《一批》",
        "四个\"一批\"; 四个「一批」; 四个（一批）",
        "“五位一体”布局; 『五位一体』布局; 【五位一体】布局",
        "(双碳)目标; （双碳）目标; 〔双碳〕目标",
        "AI+ 行动; AI+\u00A0行动; AI+-行动",
        "AI+ 行动; AI+\u3000行动; AI 行动",
        "2021-2025年; 2021–2025年; 2021至2025年",
        "2021-2025年; 2021—2025年; 2021——2025年",
        "列夫·托尔斯泰; 列夫.托尔斯泰; 列夫,托尔斯泰",
        "!创新; ！创新; ?创新",
        "二〇三五年; 二○三五年; 二零三五年",
      })
  void takesMarksThatStandForEachOtherForTheSame(String phrase, String typed, String other) {
    String same = unescaped(typed);
    assertThat(find(PhraseMatcher.of(List.of("字", phrase)), "在" + same + "后"))
        .containsExactly(new Occurrence(1, 1 + same.length(), 1, false));
    assertThat(find(PhraseMatcher.of(List.of("字", phrase)), "在" + other + "后")).isEmpty();
  }

  private static String unescaped(String text) {
    return text.replace("\\u00A0", "\u00A0").replace("\\u3000", "\u3000");
  }

  /** Each row: a phrase, the same in other characters, and one that is another. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "III类水质; Ⅲ类水质; Ⅱ类水质",
        "Ⅷ级响应; VIII级响应; VII级响应",
        "每m2能耗; 每㎡能耗; 每m能耗",
        "m2能耗; ㎡能耗; ㎥能耗",
        "km2指标; km²指标; km³指标",
        "1号文件; ①号文件; ②号文件",
        "(一)号工程; ㈠号工程; 一号工程",
        "10℃控温; 10°C控温; 10C控温",
        "office软件; oﬃce软件; ofice软件",
        "兔子经济; \uD87E\uDC0F子经济; 免子经济",
        "André方法; Andre\u0301方法; Andre方法",
        "André Gide; Andre\u0301 Gide; AndréGide",
        "nǚ书传承; nu\u0308\u030C书传承; nü书传承",
        "ロボット产业; ロホﾞット产业; ロホット产业",
        "AI企业; \uD835\uDC00\uD835\uDC08企业; A企业",
        "5G应用; 5G 应用; 5G-应用",
        "G应用; G 应用; G+应用",
        "互联网+政务; 互联网 + 政务; 互联网 政务",
        "“十四五”规划; “十四五” 规划; “十四五”的规划",
        "稳中求进，以进促稳; 稳中求进， 以进促稳; 稳中求进 以进促稳",
        "绿色 转型; 绿色  转型; 绿色转型",
        "AI Agent; AI\tAgent; AIAgent",
        "列夫.托尔斯泰; 列夫·托尔斯泰; 列夫托尔斯泰",
      })
  void takesOtherWaysToWriteTheSameForTheSame(String phrase, String other, String another) {
    for (List<String> typed : List.of(List.of(phrase, other), List.of(other, phrase))) {
      PhraseMatcher matcher = PhraseMatcher.of(List.of("字", typed.get(0)));
      assertThat(find(matcher, "在" + typed.get(1) + "后"))
          .containsExactly(new Occurrence(1, 1 + typed.get(1).length(), 1, false));
      assertThat(find(matcher, typed.get(1)))
          .containsExactly(new Occurrence(0, typed.get(1).length(), 1, false));
      assertThat(find(matcher, "在" + another + "后")).isEmpty();
    }
  }

  @Test
  void takesNoLetterApartFromItsAccent() {
    PhraseMatcher matcher = PhraseMatcher.of(List.of("cafe", "I类", "2号"));

    assertThat(find(matcher, "cafe\u0301")).isEmpty();
    assertThat(find(matcher, "café")).isEmpty();
    assertThat(find(matcher, "Ⅲ类⑫号")).isEmpty();
  }

  @Test
  void takesNoDecimalPointForTheDotOfAName() throws InputFileException {
    assertThat(find("5·1", "5.1")).isEmpty();
  }

  @Test
  void findsAPhraseThatOverlapsItself() throws InputFileException {
    assertThat(find("发展发展", "发展发展发展"))
        .containsExactly(new Occurrence(0, 4, 0, false), new Occurrence(2, 6, 0, false));
  }

  @Test
  void countsAVariantInsideAnotherAsAnOccurrenceOfItsOwn() throws InputFileException {
    assertThat(find("链长制,,产业链链长制", "产业链链长制"))
        .containsExactly(new Occurrence(0, 6, 0, false), new Occurrence(3, 6, 0, false));
  }

  @Test
  void findsPhrasesOfOneCharacterAndAtBothEnds() throws InputFileException {
    assertThat(find("稳\n进步", "稳中求进步稳"))
        .containsExactly(
            new Occurrence(0, 1, 0, false),
            new Occurrence(3, 5, 1, false),
            new Occurrence(5, 6, 0, false));
  }

  @Test
  void findsNothingWithAnEmptyLexiconOrSentence() throws InputFileException {
    assertThat(find(PhraseMatcher.of(Lexicon.empty()), "六个城市")).isEmpty();
    assertThat(find("六个城市", "")).isEmpty();
  }

  @Test
  void forgetsTheSentenceBefore() throws InputFileException {
    PhraseMatcher matcher = PhraseMatcher.of(lexicon("六个城市"));
    Matches matches = new Matches();

    matcher.find("六个城市和六个城市", matches);
    assertThat(matches.size()).isEqualTo(2);
    matcher.find("三个城市", matches);
    assertThat(matches.size()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    // begins as a numeral: 第, a digit, a Chinese numeral, a decimal point after a digit before it
    "六个城市, 第六个城市更新, true",
    "六个城市, 十六个城市更新, true",
    "六个城市, 1六个城市, true",
    "六个城市, 打造六个城市更新, false",
    "六个城市, “六个城市”, false",
    "六个城市, 六个城市, false",
    "5个1, 15个10亿元, true",
    "5个1, 3.5个1, true",
    "5个1, 3．5个1, true",
    "5个1, 是.5个1, false",
    "5个1, .5个1, false",
    // ends as a numeral: a digit, a percent sign, a decimal point with a digit after it
    "5个1, 5个1%, true",
    "5个1, 5个1％, true",
    "5个1, 5个10, true",
    "5个1, 5个1.5, true",
    "5个1, 5个1., false",
    "5个1, 5个1.是, false",
    "5个1, 5个1”机制, false",
    "一二三四六十, “一二三四六十”的, false",
    "一二三四六十, 一二三四六十5, true",
    // a number that is not told exactly, or a fraction, before it; a number that goes on after it
    "百万, 保证几百万部队, true",
    "万人, 九千多万人参加, true",
    "万人, 4000余万人次, true",
    "万人, 许多万人小镇, false",
    "三十, 占百分之三十以上, true",
    "一体, 三分之一体积, true",
    "十五, “十五五”规划, true",
    "二十, 第二十三条, true",
    "第二, 第二十条, true",
    "十五, “十五”计划, false",
    "统一, 统一一大批标准, false",
    // the last of a list or a range of ordinals
    "八项规定, 第四、八项规定, true",
    "八项规定, 第三项至八项规定, true",
    "八项规定, 第四项、第六项、八项规定, true",
    "八项规定, 第四项或者八项规定, true",
    "八项规定, 第四项以及八项规定, true",
    "八项规定, 第（四）项至八项规定, true",
    "八项规定, 第(四)、八项规定, true",
    "八项规定, 第四）、八项规定, false",
    "八项规定, 四项或者八项规定, false",
    "八项规定, 、八项规定, false",
    "八项规定, 或者八项规定, false",
    "六个城市, 第一，六个城市协同, false",
    // no numeral at that end
    "链长制, 第链长制5, false",
    "城市六, 第城市六个, false",
    "六个城市, 六个城市5%, false",
  })
  void guardsAnOccurrenceThatIsCutOutOfANumber(String phrase, String sentence, boolean guarded)
      throws InputFileException {
    assertThat(find(phrase, sentence)).extracting(Occurrence::guarded).containsExactly(guarded);
  }

  /** Letters, numerals, the guards' context, and a character outside the basic plane. */
  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("甲", "乙", "一", "十", "5", "第", ".", "%", "几", "多", "分之", "𠮷")
        .list()
        .ofMaxSize(40)
        .map(characters -> String.join("", characters));
  }

  @Provide
  Arbitrary<Set<String>> forms() {
    return Arbitraries.of("甲", "乙", "一", "十", "5", "第", "%", "𠮷")
        .list()
        .ofMinSize(1)
        .ofMaxSize(5)
        .map(characters -> String.join("", characters))
        .filter(form -> !form.replace("%", "").isEmpty())
        .set()
        .ofMinSize(1)
        .ofMaxSize(30);
  }

  @Property
  void agreesWithSearchingEachFormByItself(
      @ForAll("forms") Set<String> forms, @ForAll("texts") String text) throws InputFileException {
    // Every second form is a variant of the one before it.
    List<String> ordered = List.copyOf(forms);
    StringBuilder content = new StringBuilder();
    Map<String, Integer> phraseOf = new HashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      content.append(i % 2 == 0 ? "\n" : ",,").append(ordered.get(i));
      phraseOf.put(ordered.get(i), i / 2);
    }

    assertThat(find(content.toString(), text)).isEqualTo(searchEach(phraseOf, text));
  }

  private static List<Occurrence> searchEach(Map<String, Integer> phraseOf, String text) {
    List<Occurrence> all = new ArrayList<>();
    phraseOf.forEach(
        (form, phrase) -> {
          for (int at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
            int end = at + form.length();
            all.add(new Occurrence(at, end, phrase, isPieceOfANumber(text, at, end)));
          }
        });
    all.sort(
        Comparator.comparingInt(Occurrence::begin)
            .thenComparing(Comparator.comparingInt(Occurrence::end).reversed()));
    return all;
  }

  private static final Pattern NUMBER_BEFORE = Pattern.compile(".*(?:[0-9一十第]|[0-9]\\.|分之)");
  private static final Pattern NUMBER_AFTER = Pattern.compile("(?:[0-9%]|\\.[0-9]).*");
  private static final Pattern INEXACT_BEFORE = Pattern.compile(".*(?:几|[0-9一十]多)");
  private static final Pattern NUMERAL_AFTER = Pattern.compile("[0-9一十].*");
  private static final Pattern NUMBER = Pattern.compile("第?[0-9一十]+");
  private static final Pattern BEGINS_AS_NUMBER = Pattern.compile("[0-9一十].*");
  private static final Pattern ENDS_AS_NUMBER = Pattern.compile(".*[0-9一十]");

  private static boolean isPieceOfANumber(String text, int begin, int end) {
    String form = text.substring(begin, end);
    return (BEGINS_AS_NUMBER.matcher(form).matches()
            && NUMBER_BEFORE.matcher(text.substring(0, begin)).matches())
        || (form.startsWith("十") && INEXACT_BEFORE.matcher(text.substring(0, begin)).matches())
        || (ENDS_AS_NUMBER.matcher(form).matches()
            && NUMBER_AFTER.matcher(text.substring(end)).matches())
        || (NUMBER.matcher(form).matches() && NUMERAL_AFTER.matcher(text.substring(end)).matches());
  }

  @Tag("slow")
  @Test
  void takesAMillionPhrases() throws InputFileException {
    int count = 1_000_000;
    Random random = new Random(20221101);
    Set<String> forms = new LinkedHashSet<>();
    while (forms.size() < count) {
      forms.add(hanzi(random, 2 + random.nextInt(7)));
    }
    Lexicon parsed = lexicon(String.join("\n", forms));
    Lexicon shipped = Lexicon.fromBytes(parsed.toBytes());
    assertThat(shipped.size()).isEqualTo(count);
    assertThat(shipped.key()).isEqualTo(parsed.key());
    PhraseMatcher matcher = PhraseMatcher.of(shipped);

    // Random text, with known phrases strewn in.
    List<String> ordered = new ArrayList<>(forms);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      text.append(hanzi(random, 10)).append(ordered.get(random.nextInt(count)));
    }
    Set<List<Integer>> expected = new HashSet<>();
    for (int begin = 0; begin < text.length(); begin++) {
      for (int end = begin + 2; end <= Math.min(begin + 8, text.length()); end++) {
        if (forms.contains(text.substring(begin, end))) {
          expected.add(List.of(begin, end));
        }
      }
    }
    assertThat(expected).hasSizeGreaterThan(2_000);

    List<Occurrence> found = find(matcher, text.toString());
    assertThat(found.stream().map(o -> List.of(o.begin(), o.end())).collect(Collectors.toSet()))
        .isEqualTo(expected);
    assertThat(found)
        .hasSameSizeAs(expected)
        .allSatisfy(
            o -> assertThat(text.substring(o.begin(), o.end())).isEqualTo(ordered.get(o.phrase())));
  }

  /**
   * Hanzi of a skewed distribution over some 3,000, so that forms share beginnings as real ones.
   */
  private static String hanzi(Random random, int length) {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      double skewed = random.nextDouble() * random.nextDouble();
      chars[i] = (char) ('\u4e00' + (int) (3_000 * skewed));
    }
    return new String(chars);
  }
}
