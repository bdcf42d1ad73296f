package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.TrendTest;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.stats.MonotonicTrend;
import org.zhengyu.transforms.stats.MultipleTesting;

/**
 * Rows of {@code trend_tests}: whether a term becomes more or less frequent, in the whole corpus
 * and in each group that has it in documents of enough periods. The tests of one group are one
 * family: its q-values are known when all its terms are.
 */
public final class TrendTestRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final String FORMULA = "trend_tests";

  private static final Table.Builder COLUMNS =
      Table.named("trend_tests", "group and term", "每组与每个词");
  private static final GroupColumns GROUP = new GroupColumns(COLUMNS);
  private static final StringColumn TERM = SharedColumns.term(COLUMNS).key().ofStrings();
  private static final LongColumn PERIODS =
      COLUMNS
          .column("periods", "periods in which the group has documents", "该组有文档的时期数")
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn S =
      COLUMNS
          .column(
              "s",
              "pairs of periods of which the later has the higher frequency, less those with the lower",
              "后者频率较高的时期对数减去较低的时期对数")
          .formula(FORMULA)
          .ofLongs();
  private static final DoubleColumn TAU =
      COLUMNS
          .column(
              "tau", "that from −1, always falling, to 1, always rising", "同上，取值 −1（一直下降）至 1（一直上升）")
          .nullable("where all periods are equal", "各时期频率相同时")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn P =
      COLUMNS
          .column("p", "the chance of so large an s without a trend", "无趋势时 s 的绝对值达到如此之大的概率")
          .nullable("with fewer than ten periods, or where all are equal", "时期不足十个或各时期相同时")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn Q_BH =
      COLUMNS
          .column(
              "q_bh",
              "share of false finds to expect among all terms of the group with a p as small",
              "同一组中 p 不大于该词者预期的误报比例")
          .nullable("where there is no p", "没有 p 时")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn SLOPE =
      COLUMNS
          .column(
              "slope",
              "change of the frequency per million, in a year: the median of all pairs of periods",
              "每百万词频率的年变化：各时期对斜率的中位数")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn SLOPE_CI_LOW =
      COLUMNS
          .column("slope_ci_low", "lower end of its 95 % interval", "其 95 % 区间的下限")
          .nullable("with fewer than ten periods", "时期不足十个时")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn SLOPE_CI_HIGH =
      COLUMNS
          .column("slope_ci_high", "upper end of its 95 % interval", "其 95 % 区间的上限")
          .nullable("with fewer than ten periods", "时期不足十个时")
          .formula(FORMULA)
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final Grouping grouping;

  /** Rows of documents grouped so. */
  public TrendTestRows(Grouping grouping) {
    this.grouping = grouping;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    Family.forEach(runs, TrendTest::unpack, family -> write(family, out));
  }

  private void write(Family<TrendTest> family, RowWriter out) throws IOException {
    double[] p =
        family.tests().stream()
            .mapToDouble(test -> test.trend().p())
            .filter(Double::isFinite)
            .toArray();
    double[] q = MultipleTesting.benjaminiHochberg(p);
    int tested = 0;
    for (int i = 0; i < family.terms().size(); i++) {
      byte[] term = family.terms().get(i);
      MonotonicTrend.Trend trend = family.tests().get(i).trend();
      GROUP.set(grouping, family.facet(), family.value(), out);
      out.setString(TERM, term, 0, term.length);
      out.setLong(PERIODS, family.tests().get(i).periods());
      out.setLong(S, trend.s());
      out.setDouble(TAU, trend.tau());
      out.setDouble(P, trend.p());
      out.setDouble(Q_BH, Double.isFinite(trend.p()) ? q[tested++] : Double.NaN);
      out.setDouble(SLOPE, trend.slope());
      out.setDouble(SLOPE_CI_LOW, trend.slopeInterval().lower());
      out.setDouble(SLOPE_CI_HIGH, trend.slopeInterval().upper());
      out.endRow();
    }
  }
}
