package org.zhengyu.transforms.segment;

import org.zhengyu.transforms.lexicon.StopWords;

/**
 * The words that may enter the vocabulary by their frequency: those whose tag carries content, that
 * have two code points or more, and that are no stop words.
 */
public final class ContentWords {
  private final StopWords stopWords;

  /** All but these. */
  public ContentWords(StopWords stopWords) {
    this.stopWords = stopWords;
  }

  /**
   * Whether a word is one.
   *
   * @param term the word, folded
   * @param tag its part of speech, see {@link PartOfSpeech#isContent}
   */
  public boolean contains(String term, PartOfSpeech tag) {
    return tag.isContent()
        && term.codePointCount(0, term.length()) >= 2
        && !stopWords.contains(term);
  }
}
