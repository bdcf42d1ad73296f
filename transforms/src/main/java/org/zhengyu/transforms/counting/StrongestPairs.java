package org.zhengyu.transforms.counting;

import java.util.List;
import java.util.PriorityQueue;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.StrongPairs;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.ContingencyTable;

/** Keeps the strongest pairs of a bucket by signed G². */
final class StrongestPairs {
  private final ContextUnit unit;
  private final Vocabulary vocabulary;
  private final int most;
  private final double lnTotal;
  private final PriorityQueue<StrongPair> best =
      new PriorityQueue<>(StrongPair.STRONGEST_FIRST.reversed());

  StrongestPairs(ContextUnit unit, Vocabulary vocabulary, int most) {
    this.unit = unit;
    this.vocabulary = vocabulary;
    this.most = most;
    this.lnTotal = Math.log((double) vocabulary.totals().of(unit));
  }

  void consider(int first, int second, long count, long shared) {
    ContingencyTable table = vocabulary.table(unit, first, second, count, shared);
    boolean isFull = best.size() == most;
    if (isFull && mostG2(table) < best.peek().g2()) {
      return;
    }
    double g2 = Association.g2Signed(table);
    if (isFull && g2 < best.peek().g2()) {
      return;
    }
    best.add(new StrongPair(first, second, count, shared, g2));
    if (best.size() > most) {
      best.poll();
    }
  }

  /**
   * What G² cannot exceed, N being that of all units, without the logarithms that it takes: nearly
   * all pairs are rare, and nearly all of these are out. Of the four terms of G² / 2 of an
   * attraction, O11 ln(O11 / E11) is at most O11 ln N, two are negative, and O22 ln(O22 / E22) is
   * at most O22 (O22 / E22 - 1), which is O22 / E22 times O11 - E11.
   */
  private double mostG2(ContingencyTable table) {
    double e22 = (double) table.r2() * table.c2() / table.n();
    return 2 * (double) table.o11() * (lnTotal + (double) table.o22() / e22);
  }

  StrongPairs strongest() {
    return StrongPairs.NONE.strongestWith(new StrongPairs(List.copyOf(best)), most);
  }
}
