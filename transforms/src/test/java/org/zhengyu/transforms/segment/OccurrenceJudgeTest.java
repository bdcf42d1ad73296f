package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;

/**
 * What becomes of occurrences, in sentences that are given with their tokens: phrases in brackets,
 * and within a longer word, where words end in it, and within these: {@code [改革]|国家-安全+部}.
 */
class OccurrenceJudgeTest {
  private static final PartOfSpeech N = PartOfSpeech.named("n");

  /** Knows where words end in phrases and words, and nothing else. */
  private static final class Borders implements Segmenter {
    private final String written;

    Borders(String written) {
      this.written = written;
    }

    @Override
    public void segment(String sentence, Matches matches, Undisputed document, Tokens out) {
      out.reset(sentence);
      long borders = bordersWithin(sentence) | 1L << sentence.length();
      int begin = 0;
      for (int end = 1; end <= sentence.length(); end++) {
        if ((borders >>> end & 1) != 0) {
          out.add(end, N, phraseAt(begin, end, matches));
          begin = end;
        }
      }
    }

    private static int phraseAt(int begin, int end, Matches matches) {
      for (int i = 0; i < matches.size(); i++) {
        if (matches.begin(i) == begin && matches.end(i) == end) {
          return matches.phrase(i);
        }
      }
      return Tokens.NO_PHRASE;
    }

    @Override
    public long bordersWithin(String word) {
      for (String token : written.replaceAll("[\\[\\]]", "").split("\\|", -1)) {
        if (token.replaceAll("[-+]", "").equals(word)) {
          return borders(token.replace("+", "").split("-", -1));
        }
        for (String part : token.split("-", -1)) {
          if (part.replace("+", "").equals(word)) {
            return borders(part.split("\\+", -1));
          }
        }
      }
      throw new AssertionError("asked for a word that is none: " + word);
    }
  }

  private static long borders(String... parts) {
    long borders = 0;
    int end = 0;
    for (String part : parts) {
      borders |= end == 0 ? 0 : 1L << end;
      end += part.length();
    }
    return borders;
  }

  private static Tokens tokens(String written, Lexicon lexicon) {
    Tokens tokens = new Tokens();
    tokens.reset(written.replaceAll("[\\[\\]|+-]", ""));
    int end = 0;
    for (String token : written.split("\\|", -1)) {
      String form = token.replaceAll("[\\[\\]+-]", "");
      end += form.length();
      int phrase = token.startsWith("[") ? phrase(form, lexicon) : Tokens.NO_PHRASE;
      tokens.add(end, phrase < 0 ? N : PartOfSpeech.PHRASE, phrase);
    }
    return tokens;
  }

  private static int phrase(String form, Lexicon lexicon) {
    for (int i = 0; i < lexicon.size(); i++) {
      if (lexicon.phrase(i).equals(form) || lexicon.variants(i).contains(form)) {
        return i;
      }
    }
    throw new AssertionError("no phrase: " + form);
  }

  /** The occurrences as form, begin, status and what covers it. */
  private static List<String> judge(String lexiconLines, String written) throws InputFileException {
    Lexicon lexicon = Lexicon.parse(lexiconLines.replace(';', '\n'), "lexicon", text -> text);
    Tokens tokens = tokens(written, lexicon);
    String sentence = written.replaceAll("[\\[\\]|+-]", "");
    Matches matches = new Matches();
    PhraseMatcher.of(lexicon).find(sentence, matches);
    OccurrenceJudge judge = new OccurrenceJudge(new Borders(written));
    judge.judge(matches, tokens);
    List<String> judged = new ArrayList<>();
    for (int i = 0; i < matches.size(); i++) {
      String form = sentence.substring(matches.begin(i), matches.end(i));
      String line = form + "@" + matches.begin(i) + "=" + judge.status(i).label();
      int token = judge.coveredBy(i);
      judged.add(token == OccurrenceJudge.NO_TOKEN ? line : line + " in " + tokens.form(token));
    }
    return judged;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        // A token; also one that is guarded, where the segmenter made a word of it.
        "链长制 建立|[链长制]|度 链长制@2=token",
        "一书 第|[一书]|记 一书@1=token",
        "六个城市 第|六|个|城市|更新 六个城市@1=guarded",
        // Inside a longer phrase, where it is a use in that alone.
        "小康社会;全面建成小康社会 [全面-建成-小康社会] '全面建成小康社会@0=token,小康社会@4=nested in 全面建成小康社会'",
        "成小;全面建成小康社会 [全面-建成-小康社会] '全面建成小康社会@0=token,成小@3=split'",
        "三保;两不愁三保障 [两-不-愁-三-保障] '两不愁三保障@0=token,三保@3=split'",
        "建成小康;小康社会;全面建成小康社会 [全面-建成-小康社会] '全面建成小康社会@0=token,建成小康@2=nested in 全面建成小康社会,小康社会@4=nested in 全面建成小康社会'",
        // Inside a longer word: it has its borders there, or only its characters.
        "改革 坚持|改革-开放 '改革@2=nested in 改革开放'",
        "开放 坚持|改革-开放 '开放@4=nested in 改革开放'",
        "民主 人民-民主-专政 '民主@2=nested in 人民民主专政'",
        "和平 和平+共处-五项-原则 '和平@0=nested in 和平共处五项原则'",
        "五项原则 和平+共处-五项-原则 '五项原则@4=nested in 和平共处五项原则'",
        "平共 和平+共处-五项-原则 平共@1=split",
        "共处五 和平+共处-五项-原则 共处五@2=split",
        "央企 中央-企业 央企@1=split",
        "企业 中央-企业家 企业@2=split",
        // Across words.
        "链主 供应链|主要 链主@2=split",
        "供应链主 供应链|主要 供应链主@0=split",
        // Across the border of another phrase, with a word border at its other end, on either side.
        "改革开放;全面深化改革 [全面深化改革]|开放 '全面深化改革@0=token,改革开放@4=overlapped in 全面深化改革'",
        "深化改革;改革开放 深化|[改革开放] '深化改革@0=overlapped in 改革开放,改革开放@2=token'",
        "改革开;全面深化改革 [全面深化改革]|开放 '全面深化改革@0=token,改革开@4=split'",
        "化改革;改革开放 深化|[改革开放] '化改革@1=split,改革开放@2=token'",
        // Two phrases: one end is a word border, or neither.
        "发展阶段性;高质量发展;阶段性特征 [高质量发展]|[阶段性-特征] '高质量发展@0=token,发展阶段性@3=overlapped in 高质量发展,阶段性特征@5=token'",
        "代化强;现代化;强国战略 [现代化]|[强国-战略] '现代化@0=token,代化强@1=split,强国战略@3=token'",
        // A single character that is shared, or left over, is so by chance.
        "和平;平台 企业|和|[平台]|内 '和平@2=split,平台@3=token'",
        "发展中;高质量发展 [高质量发展]|中 '高质量发展@0=token,发展中@3=split'",
        "发展中;中小学 发展|[中小学] '发展中@0=split,中小学@2=token'",
        // A phrase and a word that it begins.
        "精准脱贫;脱贫攻坚 [精准-脱贫]|攻坚-战 '精准脱贫@0=token,脱贫攻坚@2=overlapped in 精准脱贫'",
        "精准脱贫;脱贫攻 [精准-脱贫]|攻-坚 '精准脱贫@0=token,脱贫攻@2=split'",
        // A word that it ends, and most of it behind that.
        "党的领导 中国|共产-党|的|领导 '党的领导@4=overlapped in 共产党'",
        "产党的领导 中国|共产-党|的|领导 产党的领导@3=split",
        "新发展理念 创-新|发展|理念 新发展理念@1=split",
        "水环境 地下-水|环境 水环境@2=split",
        "海洋生物 海洋|生物-医药 海洋生物@0=split",
        // All of another phrase, and more.
        "深化改革开放;改革 深化|[改革]|开放 '深化改革开放@0=overlapped in 改革,改革@2=token'",
        "深化改革 深化|改革 深化改革@0=split",
      })
  void saysWhatBecameOfEachOccurrence(String lexicon, String written, String expected)
      throws InputFileException {
    assertThat(String.join(",", judge(lexicon, written))).contains(expected);
  }

  /** 十五五规划 and 十五五 are one phrase: a place counts once, as its longest form. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      value = {
        "十五五,,十五五规划 编制|[十五五规划] 十五五规划@2=token",
        "十五五,,十五五规划 十五五-规划-纲要 '十五五规划@0=nested in 十五五规划纲要'",
        // A token before what is longer, and a use before what is none.
        "十五五,,十五五规划 编制|[十五五]|规划纲要 十五五@2=token",
        "改革,,放改革 开放-改革 '改革@2=nested in 开放改革'",
        // The leftmost of those that are no uses.
        "放改,,改革 开放|改革家 放改@1=split",
        // What only stands side by side are two.
        "创新 [创新]|[创新] '创新@0=token,创新@2=token'",
      })
  void takesFormsOfOnePhraseThatShareCharactersForOneOccurrence(
      String lexicon, String written, String expected) throws InputFileException {
    assertThat(String.join(",", judge(lexicon, written))).isEqualTo(expected);
  }

  @Example
  void writesItsNamesInLowerCaseAndCountsThreeOfThemAsUses() {
    assertThat(MatchStatus.values())
        .extracting(status -> status.label() + (status.isUse() ? " use" : ""))
        .containsExactly("token use", "nested use", "overlapped use", "split", "guarded");
  }

  @Provide
  Arbitrary<List<String>> sentences() {
    return Arbitraries.of("甲", "乙", "丙", "甲乙", "乙丙", "丙甲", "甲-乙丙", "乙丙-丁", "丁")
        .list()
        .ofMinSize(1)
        .ofMaxSize(10);
  }

  /** Whether two spans of characters share one. */
  private static boolean share(int begin, int end, int otherBegin, int otherEnd) {
    return begin < otherEnd && otherBegin < end;
  }

  /**
   * Of two forms of one phrase that share characters one is left; and none is lost without that.
   */
  @Property(tries = 500)
  void leavesOfEachPhraseWhatSharesNoCharacter(@ForAll("sentences") List<String> words)
      throws InputFileException {
    String written = String.join("|", words);
    String sentence = written.replaceAll("[|-]", "");
    Lexicon lexicon = Lexicon.parse("甲乙,,乙丙|丙甲乙\n乙,,丙丁|丁甲", "lexicon", text -> text);
    Matches all = new Matches();
    PhraseMatcher.of(lexicon).find(sentence, all);
    Matches kept = new Matches();
    PhraseMatcher.of(lexicon).find(sentence, kept);
    new OccurrenceJudge(new Borders(written)).judge(kept, tokens(written, lexicon));

    Set<List<Integer>> left = new HashSet<>();
    for (int i = 0; i < kept.size(); i++) {
      left.add(Arrays.asList(kept.phrase(i), kept.begin(i), kept.end(i)));
      for (int j = 0; j < i; j++) {
        assertThat(
                kept.phrase(i) == kept.phrase(j)
                    && share(kept.begin(i), kept.end(i), kept.begin(j), kept.end(j)))
            .isFalse();
      }
    }
    for (int i = 0; i < all.size(); i++) {
      boolean isThere = left.contains(Arrays.asList(all.phrase(i), all.begin(i), all.end(i)));
      boolean touches = false;
      for (int j = 0; j < kept.size(); j++) {
        touches |=
            all.phrase(i) == kept.phrase(j)
                && share(all.begin(i), all.end(i), kept.begin(j), kept.end(j));
      }
      assertThat(isThere || touches).isTrue();
    }
  }
}
