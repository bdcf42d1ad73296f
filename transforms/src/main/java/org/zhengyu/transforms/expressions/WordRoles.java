package org.zhengyu.transforms.expressions;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.zhengyu.transforms.lexicon.StopWords;
import org.zhengyu.transforms.segment.PartOfSpeech;

/**
 * What a word does in an expression, by its part of speech and a few short lists. Nothing here
 * names an expression: the lists hold function words and words that go with anything.
 */
final class WordRoles {
  /** Divides a sentence as punctuation does: no expression outside quotation marks holds it. */
  static final int DIVIDES = 1;

  /** No expression outside quotation marks begins with it. */
  static final int NO_BEGIN = 2;

  /** No expression outside quotation marks ends with it. */
  static final int NO_END = 4;

  /** A number, or a pronoun that counts as one. */
  static final int NUMERAL = 8;

  /** What is counted by a number. */
  static final int MEASURE = 16;

  /** A verb or an adverb. */
  static final int VERB = 32;

  /** A word of the list of general words. */
  static final int GENERAL = 64;

  private static final Set<String> DIVIDING =
      Set.of(
          "的", "了", "和", "与", "及", "或", "等", "以及", "是", "在", "将", "被", "把", "对", "向", "从", "着", "地",
          "得", "也", "都", "并", "而", "而且", "这", "其", "各", "我", "我们", "年", "月", "日", "使", "让");

  /** Function words that some set phrases begin with, or hold. */
  private static final Set<String> WITHIN = Set.of("以", "为");

  private static final Set<String> VERBS =
      Set.of("v", "vi", "vf", "vl", "vshi", "vyou", "vd", "ad", "d", "vx");

  private static final Set<String> PLACES_AND_TIMES = Set.of("ns", "nsf", "t");

  private static final String LARGE = "百千万亿";

  private final StopWords stopWords;
  private final StopWords generalWords =
      StopWords.beside(WordRoles.class, "general-words.txt", UnaryOperator.identity());

  /** Roles, where these stop words are no ends. */
  WordRoles(StopWords stopWords) {
    this.stopWords = stopWords;
  }

  /** The roles of a word, as flags. */
  int of(String term, PartOfSpeech tag) {
    String name = tag.name();
    char group = name.charAt(0);
    int roles = 0;
    if (DIVIDING.contains(term) || ("uwc".indexOf(group) >= 0 && !WITHIN.contains(term))) {
      return DIVIDES;
    }
    if (group == 'm' || group == 'r') {
      roles |= NUMERAL;
    }
    if (group == 'q') {
      roles |= MEASURE;
    }
    if (VERBS.contains(name)) {
      roles |= VERB;
    }
    if (generalWords.contains(term)) {
      roles |= GENERAL;
    }
    boolean mayBegin =
        term.equals("以")
            || ("ypdekfor".indexOf(group) < 0
                && !PLACES_AND_TIMES.contains(name)
                && !stopWords.contains(term)
                && !isDigit(term.charAt(0))
                && !(group == 'm' && isAmount(term)));
    boolean mayEnd =
        "ypdrekfomt".indexOf(group) < 0
            && !stopWords.contains(term)
            && !isDigit(term.charAt(term.length() - 1));
    return roles | (mayBegin ? 0 : NO_BEGIN) | (mayEnd ? 0 : NO_END);
  }

  private static boolean isAmount(String term) {
    return term.chars().anyMatch(c -> isDigit((char) c) || LARGE.indexOf(c) >= 0);
  }

  static boolean isDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
  }
}
