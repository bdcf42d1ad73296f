package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.zhengyu.output.DateColumn;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.Proportion;

/**
 * Rows of {@code trends}: every term in every period that has documents, of the whole corpus and of
 * each group.
 */
public final class TrendRows implements RowEncoder<PeriodCounts> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("trends", "group, term and period with documents", "每组、每个词与每个有文档的时期");
  private static final GroupColumns GROUP = new GroupColumns(COLUMNS);
  private static final StringColumn TERM = SharedColumns.term(COLUMNS).key().ofStrings();
  private static final StringColumn PERIOD =
      COLUMNS
          .column(
              "period",
              "the year, the month as 2023-05, or the name of the period",
              "时期：年、如 2023-05 的月，或时期的名称")
          .key()
          .ofStrings();
  private static final DateColumn FIRST_DAY =
      COLUMNS.column("first_day", "the first day of the period", "时期的首日").ofDates();
  private static final DateColumn LAST_DAY =
      COLUMNS
          .column("last_day", "the last day of the period, which is part of it", "时期的末日（含）")
          .ofDates();
  private static final LongColumn TF =
      COLUMNS
          .column("tf", "tokens of the term in the period, of the group", "该词在该组该时期的词频")
          .unit(Quantity.TOKENS)
          .formula("trends")
          .ofLongs();
  private static final LongColumn USES = SharedColumns.uses(COLUMNS).formula("trends").ofLongs();
  private static final LongColumn F = SharedColumns.f(COLUMNS).formula("trends").ofLongs();
  private static final LongColumn DF =
      COLUMNS
          .column("df", "documents of the group in the period with the term", "该组在该时期含该词的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("trends")
          .ofLongs();
  private static final LongColumn DOCUMENTS =
      COLUMNS
          .column("documents", "documents of the group in the period", "该组在该时期的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("trends")
          .ofLongs();
  private static final DoubleColumn DOCUMENT_SHARE =
      COLUMNS
          .column("document_share", "share of them with the term", "其中含该词的比例")
          .formula("trends")
          .ofDoubles();
  private static final LongColumn TOKENS =
      COLUMNS
          .column("tokens", "tokens of the group in the period", "该组在该时期的词次数")
          .unit(Quantity.TOKENS)
          .formula("trends")
          .ofLongs();
  private static final DoubleColumn PER_MILLION =
      COLUMNS
          .column("per_million", "f in every million tokens of the period", "该时期每百万词次中的 f")
          .unit(Quantity.PER_MILLION)
          .formula("trends")
          .ofDoubles();
  private static final DoubleColumn CI_LOW =
      COLUMNS
          .column("ci_low", "lower end of its 95 % interval", "其 95 % 区间的下限")
          .unit(Quantity.PER_MILLION)
          .formula("trends")
          .ofDoubles();
  private static final DoubleColumn CI_HIGH =
      COLUMNS
          .column("ci_high", "upper end of its 95 % interval", "其 95 % 区间的上限")
          .unit(Quantity.PER_MILLION)
          .formula("trends")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private static final double MILLION = 1e6;

  private final Grouping grouping;

  /** Rows of documents grouped so. */
  public TrendRows(Grouping grouping) {
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
    List<String> periods = group.periods().values();
    List<GroupSize> sizes = group.periods().sizes();
    List<String> names = periods.stream().map(grouping.periods()::name).toList();
    List<LocalDate> firstDays = periods.stream().map(grouping.periods()::firstDay).toList();
    List<LocalDate> lastDays = periods.stream().map(grouping.periods()::lastDay).toList();
    GroupCounts counts = new GroupCounts(periods.size());
    SortedRunCursor cursor = group.terms().cursor();
    while (cursor.next()) {
      counts.read(cursor.value());
      PackedReader term = cursor.keyReader();
      for (int period = 0; period < periods.size(); period++) {
        long f = counts.frequency(period);
        long df = counts.documentFrequency(period);
        long documents = sizes.get(period).documents();
        long tokens = sizes.get(period).tokens();
        Interval share = Proportion.wilson95(f, tokens);
        GROUP.set(grouping, group.facet(), group.value(), out);
        out.setString(TERM, term.array(), term.position(), term.remaining());
        out.setString(PERIOD, names.get(period));
        out.setDate(FIRST_DAY, firstDays.get(period));
        out.setDate(LAST_DAY, lastDays.get(period));
        out.setLong(TF, counts.tokens(period));
        out.setLong(USES, counts.uses(period));
        out.setLong(F, f);
        out.setLong(DF, df);
        out.setLong(DOCUMENTS, documents);
        out.setDouble(DOCUMENT_SHARE, (double) df / documents);
        out.setLong(TOKENS, tokens);
        out.setDouble(PER_MILLION, f * MILLION / tokens);
        out.setDouble(CI_LOW, share.lower() * MILLION);
        out.setDouble(CI_HIGH, share.upper() * MILLION);
        out.endRow();
      }
    }
  }
}
