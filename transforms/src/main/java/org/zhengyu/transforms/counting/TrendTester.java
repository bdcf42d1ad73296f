package org.zhengyu.transforms.counting;

import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.TrendTest;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.MonotonicTrend;

/** Tests whether the terms of one bucket become more or less frequent, group by group. */
public final class TrendTester {
  /** Two periods always rise or fall. */
  private static final int LEAST_PERIODS = 3;

  private static final double MILLION = 1e6;

  private TrendTester() {}

  /**
   * Passes on a {@link TrendTest} for each term that a group has, in all groups with documents of
   * three periods or more.
   *
   * @param counted the terms by period
   * @param grouping by what the documents were grouped
   * @param out takes the tests of a group into one bucket, under the facet's number (a byte), the
   *     value and the term
   */
  public static void test(PeriodCounts counted, Grouping grouping, BucketWriter out) {
    for (PeriodCounts.Group group : counted.groups()) {
      if (group.periods().groups().size() >= LEAST_PERIODS) {
        test(group, grouping, out);
      }
    }
    out.passAll();
  }

  private static void test(PeriodCounts.Group group, Grouping grouping, BucketWriter out) {
    long[] tokens = group.periods().sizes().stream().mapToLong(GroupSize::tokens).toArray();
    MonotonicTrend test =
        new MonotonicTrend(
            group.periods().values().stream().mapToDouble(grouping::middleOfPeriod).toArray());
    PackedWriter key = new PackedWriter().putByte(group.facet()).putString(group.value());
    int bucket = Buckets.of(key.toByteArray(), out.buckets());
    double[] perMillion = new double[tokens.length];
    GroupCounts counts = new GroupCounts(tokens.length);
    PackedWriter value = new PackedWriter();
    SortedRunCursor cursor = group.terms().cursor();
    while (cursor.next()) {
      counts.read(cursor.value());
      if (counts.documentFrequency() == 0) {
        continue;
      }
      for (int period = 0; period < tokens.length; period++) {
        perMillion[period] = counts.frequency(period) * MILLION / tokens[period];
      }
      byte[] term = cursor.key();
      key.clear();
      key.putByte(group.facet()).putString(group.value()).putRaw(term, 0, term.length);
      value.clear();
      new TrendTest(tokens.length, test.test(perMillion)).pack(value);
      out.add(bucket, key, value);
    }
  }
}
