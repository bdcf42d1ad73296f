package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.other.CharType;
import java.io.IOException;

/**
 * How much a word speaks for a way through a sentence where two ways part: the logarithm of how
 * often it was seen, less what such a word must have to speak for it at all. A word that is put
 * together from rare pieces, and a character that hardly ever stands alone, speak against.
 *
 * <p>The core dictionary was counted in 1998, the user dictionary later and on more text; both
 * count. Immutable.
 */
final class WordWorth {
  /**
   * The counts of the user dictionary are so many times as high: the median over the words that
   * both have, and that the core dictionary counted ten times or more.
   */
  static final int TIMES = 14;

  // Fitted together with the weights of PhraseDisputes.
  private static final double LONGER = 3.2;
  private static final double SINGLE = 6.9;
  private static final double UNLISTED = 3.3;

  /** For the logarithm of what was never seen. */
  private static final double HALF = 0.5;

  private final LanguageModel model;

  /** Of each word of the core dictionary how often it was seen. */
  private final float[] seen;

  private WordWorth(LanguageModel model, float[] seen) {
    this.model = model;
    this.seen = seen;
  }

  /**
   * The worth of the words of a model.
   *
   * @param user another dictionary, with counts
   * @param userTexts its words
   */
  static WordWorth of(
      LanguageModel model, DoubleArrayTrie<CoreDictionary.Attribute> user, String[] userTexts) {
    float[] seen = new float[model.dictionaryWords()];
    for (int word = 0; word < seen.length; word++) {
      seen[word] = model.frequency(word);
    }
    for (int i = 0; i < userTexts.length; i++) {
      int word = model.trie().find(userTexts[i]);
      if (word >= 0) {
        seen[word] += (float) user.getValueAt(i).totalFrequency / TIMES;
      }
    }
    return new WordWorth(model, seen);
  }

  /** What {@link #write} wrote of the words of a model. */
  static WordWorth read(ArrayFile.Reader in, LanguageModel model) {
    return new WordWorth(model, in.floats());
  }

  void write(ArrayFile.Writer out) throws IOException {
    out.floats(seen);
  }

  /**
   * The worth of a word.
   *
   * @param word its number
   * @param characters how many it has
   */
  double of(int word, int characters) {
    double least = characters == 1 ? SINGLE : LONGER;
    if (isListed(word)) {
      return Math.log(seen[word] + HALF) - least;
    }
    // No dictionary lists all numbers, but each is a word.
    double unlisted = word == model.atom(CharType.CT_CNUM) ? 0 : UNLISTED;
    return Math.log(model.seenElsewhere(word) + HALF) - least - unlisted;
  }

  /** Whether it is a word of the core dictionary. */
  boolean isListed(int word) {
    return word < seen.length;
  }
}
