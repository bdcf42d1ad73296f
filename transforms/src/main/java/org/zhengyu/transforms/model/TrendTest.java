package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.MonotonicTrend;

/**
 * Whether a term becomes more or less frequent in a group of documents.
 *
 * @param periods the periods in which the group has documents
 * @param trend what is said of its frequency in them
 */
public record TrendTest(long periods, MonotonicTrend.Trend trend) {
  /** Appends the packed form. */
  public void pack(PackedWriter out) {
    out.putVarint(periods).putLong(trend.s()).putDouble(trend.tau()).putDouble(trend.z());
    out.putDouble(trend.p()).putDouble(trend.slope());
    out.putDouble(trend.slopeInterval().lower()).putDouble(trend.slopeInterval().upper());
  }

  /** Reads the packed form. */
  public static TrendTest unpack(PackedReader in) {
    return new TrendTest(
        in.getVarint(),
        new MonotonicTrend.Trend(
            in.getLong(),
            in.getDouble(),
            in.getDouble(),
            in.getDouble(),
            in.getDouble(),
            new Interval(in.getDouble(), in.getDouble())));
  }
}
