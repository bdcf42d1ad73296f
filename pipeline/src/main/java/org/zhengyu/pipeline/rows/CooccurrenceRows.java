package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.PairCaution;
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
  private static final LongColumn DOCUMENTS =
      COLUMNS
          .column("documents", "documents in which the two are together", "两词共现的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("cooccurrences")
          .ofLongs();
  private static final LongColumn LONG_O11 =
      COLUMNS
          .column(
              "long_o11",
              "of o11, what is in sentences of more than `--longSentence` words",
              "o11 中出自长句（词数超过 `--longSentence`）者")
          .unit(Quantity.UNITS)
          .nullable("for paragraphs and documents", "以段或篇为单位时")
          .formula("cooccurrences")
          .ofLongs();
  private static final LongColumn REPEATED_O11 =
      COLUMNS
          .column(
              "repeated_o11",
              "of o11, what is there only because of passages that documents repeat, and would not be"
                  + " with `--passages=exclude`",
              "o11 中因多篇文档重复的语段而有、以 `--passages=exclude` 则无者")
          .unit(Quantity.UNITS)
          .nullable("where the run finds no passages", "未查找重复语段时")
          .formula("cooccurrences")
          .ofLongs();
  private static final StringColumn CAUTION =
      COLUMNS
          .column(
              "caution",
              "why rankings leave the pair out: it is in fewer documents than `--minDocuments`, or"
                  + " mostly in long sentences, or mostly repeated",
              "排序不列此对的原因：few_documents 共现文档不足 `--minDocuments` 篇，long_sentences 多半出自长句，repeated"
                  + " 多半出自重复语段")
          .oneOf(Stream.of(PairCaution.values()).map(PairCaution::toString).toList())
          .nullable("where there is no such reason", "无此类原因时")
          .formula("cooccurrences")
          .ofStrings();
  private static final MeasureColumns<ContingencyTable, Association> MEASURES =
      new MeasureColumns<>(COLUMNS, "cooccurrences", Association.class);

  /** As they stand in the table: most pairs are rare, and have one. */
  private static final Map<PairCaution, byte[]> CAUTIONS =
      Stream.of(PairCaution.values())
          .collect(
              Collectors.toMap(
                  caution -> caution,
                  caution -> caution.toString().getBytes(UTF_8),
                  (one, other) -> one,
                  () -> new EnumMap<>(PairCaution.class)));

  private static final Table COMPLETE = COLUMNS.build();

  /** The table with its default measures. */
  public static final Table TABLE = tableOf(Association.DEFAULTS);

  private final int window;
  private final long minDocuments;
  private final boolean knowsPassages;
  private final Set<Association> measures;

  /**
   * Rows of pairs with these measures.
   *
   * @param window how many words apart those in a window were at most
   * @param minDocuments the fewest documents that are evidence of a pair
   * @param knowsPassages whether pairs were counted outside of passages, too
   */
  public CooccurrenceRows(
      int window, long minDocuments, boolean knowsPassages, Set<Association> measures) {
    this.window = window;
    this.minDocuments = minDocuments;
    this.knowsPassages = knowsPassages;
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
        out.setLong(DOCUMENTS, stripe.documents());
        if (unit.isWithinSentence()) {
          out.setLong(LONG_O11, stripe.inLong());
        }
        long repeated = knowsPassages ? stripe.count() - stripe.outside() : 0;
        if (knowsPassages) {
          out.setLong(REPEATED_O11, repeated);
        }
        PairCaution caution =
            PairCaution.of(
                stripe.count(),
                stripe.documents(),
                stripe.inLong(),
                repeated,
                minDocuments,
                vocabulary.totals());
        if (caution != null) {
          byte[] word = CAUTIONS.get(caution);
          out.setString(CAUTION, word, 0, word.length);
        }
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
