package org.zhengyu.transforms.segment;

import org.zhengyu.transforms.lexicon.Matches;

/**
 * Cuts a sentence into tokens.
 *
 * <p>A segmenter belongs to one thread at a time: it may keep buffers. Creating one is cheap once
 * the JVM has loaded the dictionaries.
 */
public interface Segmenter {

  /**
   * Segments one sentence.
   *
   * <p>Occurrences of lexicon phrases that are not {@linkplain Matches#guarded guarded} may become
   * tokens; which do is up to the segmenter, and no word border is within one. A guarded one
   * becomes a token only where the segmenter itself makes a word of it.
   *
   * @param sentence folded text, not empty; cost and memory are linear in its length, so it should
   *     have no more than some thousand characters
   * @param matches the occurrences of phrases in this sentence
   * @param document what is beyond doubt in the document that it is from
   * @param out overwritten with tokens that cover the sentence
   * @throws IllegalArgumentException if the sentence is empty
   */
  void segment(String sentence, Matches matches, Undisputed document, Tokens out);

  /** Segments a sentence of a document of which nothing else is known. */
  default void segment(String sentence, Matches matches, Tokens out) {
    segment(sentence, matches, Undisputed.NOTHING, out);
  }

  /**
   * Where words end in a word, or in a phrase, that is not taken for one itself.
   *
   * @param word not empty
   * @return a bit is set for each border inside, bit 1 for that behind the first character: 经济|发展
   *     has bit 2; those behind more than 63 characters are left out
   */
  long bordersWithin(String word);
}
