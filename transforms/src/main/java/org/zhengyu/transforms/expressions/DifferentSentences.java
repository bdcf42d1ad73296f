package org.zhengyu.transforms.expressions;

/**
 * About how many different sentences an expression stands in, as one bit for each of {@value #BITS}
 * classes of sentences: enough to tell what is repeated word for word, such as a licence at the end
 * of every document, from what is used. The estimate is linear counting (Whang, Vander-Zanden and
 * Taylor 1990).
 */
final class DifferentSentences {
  private static final int BITS = Long.SIZE;

  /** Documents for each different sentence above which the sentences are repeated. */
  private static final int MOST_DOCUMENTS = 4;

  private DifferentSentences() {}

  /** The bit of a sentence; of several sentences the bits of all. */
  static long bit(long hash) {
    return 1L << ExpressionSketch.spread(hash);
  }

  /** Whether so many documents have an expression because they repeat a few sentences. */
  static boolean areRepeated(long bits, long documents) {
    return MOST_DOCUMENTS * estimate(bits) < documents;
  }

  /** Infinite where every class has a sentence: they are more than can be told. */
  private static double estimate(long bits) {
    return -BITS * Math.log(1 - Long.bitCount(bits) / (double) BITS);
  }
}
