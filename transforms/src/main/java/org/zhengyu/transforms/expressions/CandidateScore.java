package org.zhengyu.transforms.expressions;

import org.zhengyu.transforms.stats.NewWords;

/**
 * What speaks for a phrase, as one number: that many documents have the expression, its words keep
 * together, its neighbours vary, it is not only ever a part of a longer one, and authors put it in
 * quotation marks. {@code docs/measures.md} has the formula.
 */
final class CandidateScore {
  private static final double DOCUMENTS = 1.2;
  private static final double FREEDOM = 0.9;
  private static final double MOST_FREEDOM = 3.5;
  private static final double COHESION = 0.4;
  private static final double MOST_COHESION = 12;
  private static final double INDEPENDENCE = 0.15;
  private static final double QUOTED = 4;
  private static final double VERB = 2;

  private CandidateScore() {}

  /**
   * Whether quotation marks are a habit and no accident: two or more, and three of twenty
   * occurrences.
   */
  static boolean isQuoted(long quoted, long tf) {
    return quoted >= 2 && 20 * quoted >= 3 * tf;
  }

  /**
   * The score of a candidate.
   *
   * @param verbs how many of its two ends are a verb
   */
  static double of(Candidate candidate, int verbs) {
    return of(
        candidate.df(),
        NewWords.freedom(candidate.leftEntropy(), candidate.rightEntropy()),
        candidate.cohesion() == null ? 0 : candidate.cohesion(),
        candidate.cValue(),
        isQuoted(candidate.quoted(), candidate.tf()),
        verbs);
  }

  /**
   * The most that an expression of these counts can score, whatever its words and neighbours turn
   * out to be: each neighbour another, and no longer expression that contains it.
   */
  static double most(String text, ExpressionCounts counts) {
    double freedom = Math.log((double) counts.tf());
    double cValue = log2(text.codePointCount(0, text.length())) * (double) counts.tf();
    double cohesion = counts.hasBorders() ? MOST_COHESION : 0;
    return of(counts.df(), freedom, cohesion, cValue, counts.isQuoted(), counts.verbs());
  }

  private static double of(
      long df, double freedom, double cohesion, double cValue, boolean isQuoted, int verbs) {
    return DOCUMENTS * log2((double) df)
        + FREEDOM * Math.min(freedom, MOST_FREEDOM)
        + COHESION * Math.min(Math.max(cohesion, 0), MOST_COHESION)
        + INDEPENDENCE * log2(1 + Math.max(cValue, 0))
        + (isQuoted ? QUOTED : -VERB * verbs);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
