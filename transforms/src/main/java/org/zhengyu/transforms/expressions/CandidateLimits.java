package org.zhengyu.transforms.expressions;

/** Which expressions are looked at closely. */
public final class CandidateLimits {
  /** How often an expression must occur outside phrases of the lexicon. */
  public static final int MIN_TF = 4;

  /** In how many documents it must occur. */
  public static final int MIN_DF = 2;

  /** How many expressions are looked at closely, at most: what every worker holds. */
  public static final int MOST = 10_000;

  private CandidateLimits() {}
}
