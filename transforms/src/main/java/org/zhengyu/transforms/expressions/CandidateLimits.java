package org.zhengyu.transforms.expressions;

/** Which expressions are looked at closely. */
public final class CandidateLimits {
  /** How often an expression must occur outside phrases of the lexicon, in any corpus. */
  private static final int MIN_TF = 4;

  /** It must also occur once in so many tokens. */
  private static final int TOKENS_EACH = 1_000_000;

  /** In how many documents it must occur. */
  public static final int MIN_DF = 2;

  /** How many expressions are looked at closely, at most: what every worker holds. */
  public static final int MOST = 4_000;

  /** How many expressions are counted, at most, besides those in quotation marks. */
  public static final int MOST_COUNTED = 16_000;

  private CandidateLimits() {}

  /** How often an expression must occur outside phrases in a corpus of so many tokens. */
  public static long minTf(long tokens) {
    return Math.max(MIN_TF, tokens / TOKENS_EACH);
  }
}
