package org.zhengyu.transforms.segment;

/**
 * What it costs that one word follows another: -ln of the smoothed probability, as HanLP computes
 * it, operation by operation, for another order of the same sums would break ties otherwise.
 *
 * @param lambda the weight of the bigram
 * @param mu within that, the weight of what was counted
 * @param total the tokens of the corpus that was counted
 */
record TransitionCost(double lambda, double mu, int total) {
  /**
   * The cost of a word after another.
   *
   * @param bigram how often the two were seen together
   * @param from how often the first was seen
   * @param to how often the second was seen
   */
  double of(int bigram, int from, int to) {
    return -Math.log(lambda * (mu * bigram / (from + 1) + 1 - mu) + (1 - lambda) * to / total);
  }

  /** The cost of a word after any that it was never seen with: the first has no part in it. */
  double unseen(int to) {
    return of(0, 0, to);
  }
}
