package org.zhengyu.transforms.stats;

/**
 * What dispersion needs to know of all the parts of a corpus, also of those without the word.
 *
 * <p>A part has at least one token: what is empty cannot hold the word, and is not a part.
 *
 * @param count number of parts
 * @param totalSize tokens of all parts together
 * @param minSize tokens of the smallest part
 */
public record Parts(long count, long totalSize, long minSize) {

  /**
   * Checks the numbers against each other.
   *
   * @throws IllegalArgumentException if no parts can have this count, total and minimum
   */
  public Parts {
    boolean possible =
        count >= 1
            && minSize >= 1
            && minSize <= totalSize / count
            && (count > 1 || minSize == totalSize);
    if (!possible) {
      throw new IllegalArgumentException(
          "no corpus has "
              + count
              + " parts, "
              + totalSize
              + " tokens, and a smallest part of "
              + minSize);
    }
  }
}
