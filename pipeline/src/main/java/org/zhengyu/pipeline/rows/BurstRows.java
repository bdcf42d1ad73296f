package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
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

  private static final Table.Builder COLUMNS =
      Table.named("bursts", "burst of a term in a group", "词在某组文档中的每次突现");
  private static final GroupColumns GROUP = new GroupColumns(COLUMNS);
  private static final StringColumn TERM = SharedColumns.term(COLUMNS).key().ofStrings();
  private static final StringColumn PERIOD_FROM =
      COLUMNS.column("period_from", "first period of the burst", "突现的首个时期").key().ofStrings();
  private static final StringColumn PERIOD_TO =
      COLUMNS
          .column("period_to", "last period of the burst, which is part of it", "突现的末个时期（含）")
          .ofStrings();
  private static final LongColumn PERIODS =
      COLUMNS.column("periods", "how many periods it lasts", "持续的时期数").formula("bursts").ofLongs();
  private static final LongColumn DF =
      COLUMNS
          .column("df", "documents of the burst with the term", "突现期间含该词的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("bursts")
          .ofLongs();
  private static final LongColumn DOCUMENTS =
      COLUMNS
          .column("documents", "documents of the group in these periods", "该组在突现期间的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("bursts")
          .ofLongs();
  private static final DoubleColumn DOCUMENT_SHARE =
      COLUMNS
          .column("document_share", "share of them with the term", "其中含该词的比例")
          .formula("bursts")
          .ofDoubles();
  private static final DoubleColumn SHARE_OUTSIDE =
      COLUMNS
          .column(
              "share_outside",
              "share of the group's documents of all other periods with the term",
              "该组其余时期的文档中含该词的比例")
          .formula("bursts")
          .ofDoubles();
  private static final DoubleColumn RISE =
      COLUMNS
          .column(
              "rise",
              "doublings from the one share to the other: how steep the burst is",
              "两个比例之比的对数（以 2 为底）：突现的陡峭程度")
          .formula("bursts")
          .ofDoubles();
  private static final DoubleColumn WEIGHT =
      COLUMNS
          .column(
              "weight",
              "what the raised state saves over the burst: below about 5 it is not much",
              "突现期间高频状态所省的代价：约 5 以下不足道")
          .formula("bursts")
          .ofDoubles();
  private static final DoubleColumn STEEPNESS =
      COLUMNS
          .column(
              "steepness",
              "the weight of a period times the rise: the ranking to begin with, of equal ones the"
                  + " shorter first",
              "每时期的 weight 乘以 rise：宜先按此排序，相同者短者在前")
          .formula("bursts")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final Grouping grouping;

  /** Rows of documents grouped so. */
  public BurstRows(Grouping grouping) {
    this.grouping = grouping;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(PeriodCounts counted, RowWriter out) throws IOException {
    for (PeriodCounts.Group group : counted.groups()) {
      encode(group, out);
    }
  }

  private void encode(PeriodCounts.Group group, RowWriter out) throws IOException {
    FacetTotals periods = group.periods();
    List<String> timeLine =
        grouping.periods().between(periods.groups().firstKey(), periods.groups().lastKey());
    List<String> names = timeLine.stream().map(grouping.periods()::name).toList();
    int[] place = periods.values().stream().mapToInt(timeLine::indexOf).toArray();
    long[] documents = new long[timeLine.size()];
    for (int i = 0; i < place.length; i++) {
      documents[place[i]] = periods.sizes().get(i).documents();
    }
    long[] withTerm = new long[timeLine.size()];
    GroupCounts counts = new GroupCounts(place.length);
    SortedRunCursor cursor = group.terms().cursor();
    while (cursor.next()) {
      counts.read(cursor.value());
      for (int i = 0; i < place.length; i++) {
        withTerm[place[i]] = counts.documentFrequency(i);
      }
      PackedReader term = cursor.keyReader();
      for (Bursts.Burst burst : Bursts.ofPeriods(withTerm, documents)) {
        GROUP.set(grouping, group.facet(), group.value(), out);
        out.setString(TERM, term.array(), term.position(), term.remaining());
        out.setString(PERIOD_FROM, names.get(burst.first()));
        out.setString(PERIOD_TO, names.get(burst.last()));
        out.setLong(PERIODS, burst.periods());
        out.setLong(DF, burst.inside().relevant());
        out.setLong(DOCUMENTS, burst.inside().total());
        out.setDouble(DOCUMENT_SHARE, burst.inside().share());
        out.setDouble(SHARE_OUTSIDE, burst.outside().share());
        out.setDouble(RISE, burst.rise());
        out.setDouble(WEIGHT, burst.weight());
        out.setDouble(STEEPNESS, burst.steepness());
        out.endRow();
      }
    }
  }
}
