package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Bursts;

/**
 * Rows of {@code bursts}: the spans of periods in which unusually many of the documents have a
 * term. Periods without documents lie on the time line too: they cost nothing, and hold neighbours
 * apart.
 */
public final class BurstRows implements RowEncoder<PeriodCounts> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS = Table.named("bursts", "burst of a term", "词的每次突现");
  private static final StringColumn TERM = SharedColumns.term(COLUMNS).key().ofStrings();
  private static final StringColumn PERIOD_FROM =
      COLUMNS.column("period_from", "first period of the burst", "突现的首个时期").key().ofStrings();
  private static final StringColumn PERIOD_TO =
      COLUMNS
          .column("period_to", "last period of the burst, which is part of it", "突现的末个时期（含）")
          .ofStrings();
  private static final DoubleColumn WEIGHT =
      COLUMNS
          .column(
              "weight",
              "what the raised state saves over the burst: below about 5 it is not much",
              "突现期间高频状态所省的代价：约 5 以下不足道")
          .formula("bursts")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final Grouping.Period period;

  /** Rows of bursts over periods of this length. */
  public BurstRows(Grouping.Period period) {
    this.period = period;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(PeriodCounts counted, RowWriter out) throws IOException {
    FacetTotals periods = counted.periods();
    if (periods.groups().isEmpty()) {
      return;
    }
    List<String> timeLine = timeLine(periods);
    int[] place = periods.values().stream().mapToInt(timeLine::indexOf).toArray();
    long[] documents = new long[timeLine.size()];
    for (int i = 0; i < place.length; i++) {
      documents[place[i]] = periods.sizes().get(i).documents();
    }
    long[] withTerm = new long[timeLine.size()];
    GroupCounts counts = new GroupCounts(place.length);
    SortedRunCursor cursor = counted.terms().cursor();
    while (cursor.next()) {
      counts.read(cursor.value());
      for (int i = 0; i < place.length; i++) {
        withTerm[place[i]] = counts.documentFrequency(i);
      }
      PackedReader term = cursor.keyReader();
      for (Bursts.Burst burst : Bursts.ofPeriods(withTerm, documents)) {
        out.setString(TERM, term.array(), term.position(), term.remaining());
        out.setString(PERIOD_FROM, timeLine.get(burst.first()));
        out.setString(PERIOD_TO, timeLine.get(burst.last()));
        out.setDouble(WEIGHT, burst.weight());
        out.endRow();
      }
    }
  }

  private List<String> timeLine(FacetTotals periods) {
    List<String> timeLine = new ArrayList<>();
    String last = periods.groups().lastKey();
    for (String p = periods.groups().firstKey(); !p.equals(last); p = period.next(p)) {
      timeLine.add(p);
    }
    timeLine.add(last);
    return timeLine;
  }
}
