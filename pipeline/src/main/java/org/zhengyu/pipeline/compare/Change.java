package org.zhengyu.pipeline.compare;

import java.util.List;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.KeynessCounts;

/**
 * What is counted differently in two results.
 *
 * @param kind what it is
 * @param names the phrase, the term, or the two terms
 * @param first what it is in the first result
 * @param second what it is in the second
 * @param keyness the second result, as the target, against the first
 */
public record Change(
    Kind kind, List<String> names, Place first, Place second, KeynessCounts keyness) {
  /**
   * What it is in one result.
   *
   * @param count how often it is counted; 0 where the result has it not
   * @param rank its place by that, from 1; of equal counts the same; 0 where the result has it not
   */
  public record Place(long count, long rank) {}

  /** Copies the list. */
  public Change {
    names = List.copyOf(names);
  }

  /** Whether it is in the second result only, in the first only, or in both. */
  public Status status() {
    if (first.count == 0) {
      return Status.NEW;
    }
    return second.count == 0 ? Status.GONE : Status.CHANGED;
  }

  /** In which of the two results something is. */
  public enum Status {
    /** Only in the second. */
    NEW,
    /** Only in the first. */
    GONE,
    /** In both, with other counts. */
    CHANGED
  }

  /** Signed G² of the second result against the first: above 0 where it is oftener there. */
  public double ll() {
    return Keyness.ll(keyness);
  }

  /** log2 of the ratio of the second result's share over the first's; infinite where one is 0. */
  public double logRatio() {
    double share = (double) keyness.f1() / keyness.n1();
    double before = (double) keyness.f2() / keyness.n2();
    return Math.log(share / before) / Math.log(2);
  }
}
