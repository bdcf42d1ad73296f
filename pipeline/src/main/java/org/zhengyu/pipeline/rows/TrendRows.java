package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.Proportion;

/** Rows of {@code trends}: every term in every period that has documents. */
public final class TrendRows implements RowEncoder<PeriodCounts> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.TRENDS;
  private static final int TERM = TABLE.column("term");
  private static final int PERIOD = TABLE.column("period");
  private static final int TF = TABLE.column("tf");
  private static final int DF = TABLE.column("df");
  private static final int TOKENS = TABLE.column("tokens");
  private static final int PER_MILLION = TABLE.column("per_million");
  private static final int CI_LOW = TABLE.column("ci_low");
  private static final int CI_HIGH = TABLE.column("ci_high");

  private static final double MILLION = 1e6;

  @Override
  public void encode(PeriodCounts counted, RowWriter out) throws IOException {
    List<String> periods = counted.periods().values();
    List<GroupSize> sizes = counted.periods().sizes();
    GroupCounts counts = new GroupCounts(periods.size());
    SortedRunCursor cursor = counted.terms().cursor();
    while (cursor.next()) {
      counts.read(cursor.value());
      PackedReader term = cursor.keyReader();
      for (int period = 0; period < periods.size(); period++) {
        long tf = counts.termFrequency(period);
        long tokens = sizes.get(period).tokens();
        Interval share = Proportion.wilson95(tf, tokens);
        out.setString(TERM, term.array(), term.position(), term.remaining());
        out.setString(PERIOD, periods.get(period));
        out.setLong(TF, tf);
        out.setLong(DF, counts.documentFrequency(period));
        out.setLong(TOKENS, tokens);
        out.setDouble(PER_MILLION, tf * MILLION / tokens);
        out.setDouble(CI_LOW, share.lower() * MILLION);
        out.setDouble(CI_HIGH, share.upper() * MILLION);
        out.endRow();
      }
    }
  }
}
