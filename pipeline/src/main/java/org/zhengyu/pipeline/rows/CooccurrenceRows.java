package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiConsumer;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.ContingencyTable;

/** Rows of {@code cooccurrences}: each pair's contingency table and its measures. */
public final class CooccurrenceRows implements RowEncoder<ScoredPairs> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("cooccurrences", "unit and pair", "每种共现单位中的每个词对");
  private static final StringColumn UNIT = SharedColumns.unit(COLUMNS).key().ofStrings();
  private static final LongColumn WINDOW_SIZE = SharedColumns.windowSize(COLUMNS).key().ofLongs();
  private static final StringColumn TERM_A = SharedColumns.termA(COLUMNS).key().ofStrings();
  private static final StringColumn TERM_B = SharedColumns.termB(COLUMNS).key().ofStrings();
  private static final LongColumn O11 =
      COLUMNS
          .column("o11", "units with both terms", "同时含两词的单位数")
          .unit(Quantity.UNITS)
          .formula("cooccurrences")
          .ofLongs();
  private static final LongColumn R1 =
      COLUMNS
          .column("r1", "units with term_a", "含 term_a 的单位数")
          .unit(Quantity.UNITS)
          .formula("cooccurrences")
          .ofLongs();
  private static final LongColumn C1 =
      COLUMNS
          .column("c1", "units with term_b", "含 term_b 的单位数")
          .unit(Quantity.UNITS)
          .formula("cooccurrences")
          .ofLongs();
  private static final LongColumn N =
      COLUMNS
          .column("n", "units in all", "单位总数")
          .unit(Quantity.UNITS)
          .formula("cooccurrences")
          .ofLongs();
  private static final LongColumn SHARED_UNITS =
      COLUMNS
          .column(
              "shared_units",
              "units in which the two only share characters: no events for them, in none of the four",
              "两词仅共用汉字的单位数：不计入上述四数")
          .unit(Quantity.UNITS)
          .formula("cooccurrences")
          .ofLongs();
  private static final MeasureColumns<ContingencyTable, Association> MEASURES =
      new MeasureColumns<>(COLUMNS, "cooccurrences", Association.class);
  private static final Table COMPLETE = COLUMNS.build();

  /** The table with its default measures. */
  public static final Table TABLE = tableOf(Association.DEFAULTS);

  private final int window;
  private final Set<Association> measures;

  /**
   * Rows of pairs with these measures.
   *
   * @param window how many words apart those in a window were at most
   */
  public CooccurrenceRows(int window, Set<Association> measures) {
    this.window = window;
    this.measures = measures;
  }

  static Table tableOf(Set<Association> measures) {
    return MEASURES.tableOf(COMPLETE, measures);
  }

  @Override
  public Table table() {
    return tableOf(measures);
  }

  @Override
  public void encode(ScoredPairs pairs, RowWriter out) throws IOException {
    Vocabulary vocabulary = pairs.vocabulary();
    ContextUnit unit = pairs.unit();
    long windowSize = SharedColumns.windowSize(unit, window);
    byte[] label = unit.label().getBytes(UTF_8);
    long n = vocabulary.totals().of(unit);
    long[] margins = new long[vocabulary.size()];
    Arrays.setAll(margins, term -> vocabulary.member(term).margins().of(unit));
    BiConsumer<ContingencyTable, RowWriter> setter = setter(unit != ContextUnit.WINDOW);
    Stripe stripe = new Stripe();
    SortedRunCursor cursor = pairs.stripes().cursor();
    while (cursor.next()) {
      int first = cursor.keyReader().getInt();
      byte[] termA = vocabulary.term(first);
      PackedReader partners = cursor.value();
      stripe.rewind();
      while (stripe.next(partners)) {
        byte[] termB = vocabulary.term(stripe.partner());
        out.setString(UNIT, label, 0, label.length);
        out.setLong(WINDOW_SIZE, windowSize);
        out.setString(TERM_A, termA, 0, termA.length);
        out.setString(TERM_B, termB, 0, termB.length);
        long shared = stripe.shared();
        ContingencyTable table =
            new ContingencyTable(
                stripe.count(),
                margins[first] - shared,
                margins[stripe.partner()] - shared,
                n - shared);
        out.setLong(O11, table.o11());
        out.setLong(R1, table.r1());
        out.setLong(C1, table.c1());
        out.setLong(N, table.n());
        out.setLong(SHARED_UNITS, shared);
        setter.accept(table, out);
        out.endRow();
      }
    }
  }

  /** Sets the measures in a row of a unit. */
  private BiConsumer<ContingencyTable, RowWriter> setter(boolean independentEvents) {
    if (!measures.equals(Association.DEFAULTS)) {
      return MEASURES.setter(
          measures.stream()
              .filter(measure -> independentEvents || !measure.needsIndependentEvents())
              .toList());
    }
    DoubleColumn[] columns = MEASURES.of(measures);
    double[] values = new double[columns.length];
    return (table, out) -> {
      Association.defaults(table, independentEvents, values);
      for (int i = 0; i < values.length; i++) {
        out.setDouble(columns[i], values[i]);
      }
    };
  }
}
