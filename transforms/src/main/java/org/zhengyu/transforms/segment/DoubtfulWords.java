package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;

/**
 * Words of the core dictionary that may as well be two, a character and a longer word. It was
 * counted by hands that did not always agree:
 *
 * <ul>
 *   <li>One with a function character, or that begins with a measure word, is never a word if it
 *       was seen more often as two: 本|行政区域 4 times, 本行政区域 once. Nor is a preposition and a word
 *       that is far more frequent, if no later dictionary has it: 对|外商.
 *   <li>One that was seen once and begins with a measure word costs so much more that it is two
 *       where that measures something: 三|部|手机, 三|年|租金, but the 年租金.
 *   <li>Another that was seen three times at most, and that no later dictionary has, costs more, so
 *       that it yields where the same number of words is as good: 燃烧|器具, not 燃烧器|具; 申报|单位, not
 *       申报单|位.
 * </ul>
 *
 * Names and abbreviations are not doubted.
 */
final class DoubtfulWords {
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** More than what lies between a rare word and the two that it may be. */
  private static final double MEASURED = 5;

  /** Less than a third word costs in nearly all places. */
  private static final double HARDLY_SEEN = 2.5;

  private static final int SHORTEST = 3;
  private static final int HARDLY = 3;
  private static final int FAR_MORE_OFTEN = 20;

  /** The first letters of the tags of what makes no word of two: 本, 对, 不, 且, 的, 上. */
  private static final String FUNCTION = "rpdcuf";

  /** In the texts that stand for many words: 未##数. */
  private static final char CLASS = '#';

  private final LanguageModel model;
  private final DoubleArrayTrie<CoreDictionary.Attribute> later;

  private DoubtfulWords(LanguageModel model, DoubleArrayTrie<CoreDictionary.Attribute> later) {
    this.model = model;
    this.later = later;
  }

  /**
   * A model in which doubtful words cost more.
   *
   * @param later another dictionary
   */
  static LanguageModel in(LanguageModel model, DoubleArrayTrie<CoreDictionary.Attribute> later) {
    DoubtfulWords doubts = new DoubtfulWords(model, later);
    String[] texts = model.trie().texts(model.dictionaryWords());
    double[] more = new double[texts.length];
    for (int word = 0; word < texts.length; word++) {
      more[word] = doubts.costOf(word, texts[word]);
    }
    return model.withDearerWords(more);
  }

  private double costOf(int word, String text) {
    if (text.length() < SHORTEST || text.indexOf(CLASS) >= 0 || isName(word)) {
      return 0;
    }
    int first = model.trie().find(text.substring(0, 1));
    int behindFirst = model.trie().find(text.substring(1));
    int beforeLast = model.trie().find(text.substring(0, text.length() - 1));
    int last = model.trie().find(text.substring(text.length() - 1));
    boolean hasFirst = first >= 0 && behindFirst >= 0;
    boolean hasLast = beforeLast >= 0 && last >= 0;
    int seen = model.frequency(word);
    boolean isTwo =
        hasFirst
            && (isFunction(first) || isMeasure(first))
            && model.seen(first, behindFirst) > seen;
    isTwo |= hasLast && isFunction(last) && model.seen(beforeLast, last) > seen;
    boolean isLater = later.exactMatchSearch(text) >= 0;
    if (hasFirst && tag(first) == 'p' && !isLater) {
      isTwo |= model.frequency(behindFirst) > FAR_MORE_OFTEN * seen;
    }
    if (isTwo) {
      return NEVER;
    }
    if (seen > HARDLY || !(hasFirst || hasLast)) {
      return 0;
    }
    boolean isMeasured = hasFirst && !hasLast && isMeasure(first) && !isMeasure(word);
    if (isMeasured && seen == 1 && model.frequency(behindFirst) > seen) {
      return MEASURED;
    }
    return isLater ? 0 : HARDLY_SEEN;
  }

  private char tag(int word) {
    return PartOfSpeech.of(model.tag(word)).name().charAt(0);
  }

  private boolean isFunction(int word) {
    return FUNCTION.indexOf(tag(word)) >= 0;
  }

  private boolean isMeasure(int word) {
    return tag(word) == 'q';
  }

  /** Whether it is the name of a person, a place, a body or a thing, or an abbreviation. */
  private boolean isName(int word) {
    String tag = PartOfSpeech.of(model.tag(word)).name();
    return tag.equals("j") || tag.matches("n[srtz].*");
  }
}
