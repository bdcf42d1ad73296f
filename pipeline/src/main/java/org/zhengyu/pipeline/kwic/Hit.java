package org.zhengyu.pipeline.kwic;

/**
 * A place where something that was looked for stands in a sentence.
 *
 * @param document the document
 * @param place how many hits of all results came before it
 * @param sentence the sentence, from 0 within the document
 * @param begin the first code point of the sentence in the decoded text
 * @param end the code point after the sentence
 * @param left what stands before it in the sentence
 * @param form what stands there
 * @param right what stands behind it in the sentence
 */
record Hit(
    FoundDocument document,
    long place,
    long sentence,
    long begin,
    long end,
    String left,
    String form,
    String right) {
  /** A name that no other hit has and that does not depend on how the result is stored. */
  String id() {
    return document.id() + ":" + sentence + ":" + left.length();
  }
}
