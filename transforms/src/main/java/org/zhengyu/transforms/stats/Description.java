package org.zhengyu.transforms.stats;

import java.util.Optional;

/**
 * What is to be known of a measure; how it is computed and when to leave it alone is told in {@code
 * docs/measures.md}.
 *
 * @param meaning what a value tells
 * @param scale what it is a number of
 * @param nullCase when a row has no value, to be read behind “null” in English and before “为空” in
 *     Chinese; empty for a measure that always has one
 * @param source who published it: names and year
 */
public record Description(Words meaning, Scale scale, Optional<Words> nullCase, String source) {

  /** The same in two languages. */
  public record Words(String english, String chinese) {}

  /** What a measure is a number of. */
  public enum Scale {
    /** Of nothing: ratios, shares, scores. */
    NONE,
    /** Factors of two. */
    BITS,
    PER_CENT,
    /** Events, which are what a contingency table counts. */
    EVENTS,
    /** Occurrences of a word. */
    TOKENS
  }

  /** A measure of a value in every row, without a source. */
  static Description means(String english, String chinese) {
    return new Description(new Words(english, chinese), Scale.NONE, Optional.empty(), "");
  }

  Description in(Scale other) {
    return new Description(meaning, other, nullCase, source);
  }

  Description nullWhere(String english, String chinese) {
    return new Description(meaning, scale, Optional.of(new Words(english, chinese)), source);
  }

  Description by(String authors) {
    return new Description(meaning, scale, nullCase, authors);
  }
}
