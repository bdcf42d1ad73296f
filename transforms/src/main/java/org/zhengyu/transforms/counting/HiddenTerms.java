package org.zhengyu.transforms.counting;

/** Which terms of a group are compared only, and not shown. */
@FunctionalInterface
public interface HiddenTerms {
  /**
   * Whether a term is one of them.
   *
   * @param term the term
   * @param tag the code of its part of speech
   * @param isPhrase whether it is a phrase of the lexicon
   */
  boolean hide(String term, int tag, boolean isPhrase);
}
