package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
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
  private static final DoubleColumn E11 =
      COLUMNS
          .column("e11", "units with both terms to be expected by chance", "两词共现的期望单位数")
          .unit(Quantity.UNITS)
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn PMI =
      COLUMNS
          .column("pmi", "how many doublings above chance", "点互信息：高出偶然多少个倍增")
          .unit(Quantity.BITS)
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn NPMI =
      COLUMNS
          .column("npmi", "PMI from −1 to 1", "归一化点互信息，−1 至 1")
          .nullable("where every unit has both terms", "每个单位都含两词时")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn MI3 =
      COLUMNS
          .column("mi3", "PMI that frequent pairs win", "立方互信息，偏重高频词对")
          .unit(Quantity.BITS)
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn T_SCORE =
      COLUMNS
          .column(
              "t_score",
              "confidence that the pair is attracted, frequent pairs first",
              "t 值：相互吸引的把握，偏重高频词对")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn Z_SCORE =
      COLUMNS
          .column(
              "z_score",
              "confidence that the pair is attracted, rare pairs first",
              "z 值：相互吸引的把握，偏重低频词对")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn LOG_DICE =
      COLUMNS
          .column(
              "log_dice",
              "typicality that does not depend on the size of the corpus, 14 at most",
              "不随语料规模变化的典型度，至多 14")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn DICE =
      COLUMNS
          .column("dice", "overlap of the two terms, from 0 to 1", "Dice 系数：两词的重合度，0 至 1")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn JACCARD =
      COLUMNS
          .column(
              "jaccard",
              "overlap of the two terms, from 0 to 1, stricter",
              "Jaccard 系数：更严格的重合度，0 至 1")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn G2 =
      COLUMNS
          .column(
              "g2",
              "evidence that the pair is not chance; negative where the terms repel each other",
              "G²：并非偶然的证据；相互排斥者为负")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn CHI2 =
      COLUMNS
          .column("chi2", "evidence that the pair is not chance", "χ²：并非偶然的证据")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn DELTA_P_B_GIVEN_A =
      COLUMNS
          .column(
              "delta_p_b_given_a",
              "how much term_a raises the probability of term_b",
              "term_a 使 term_b 的概率提高多少")
          .nullable("where every unit has term_a", "每个单位都含 term_a 时")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn DELTA_P_A_GIVEN_B =
      COLUMNS
          .column(
              "delta_p_a_given_b",
              "how much term_b raises the probability of term_a",
              "term_b 使 term_a 的概率提高多少")
          .nullable("where every unit has term_b", "每个单位都含 term_b 时")
          .formula("cooccurrences")
          .ofDoubles();
  private static final DoubleColumn P =
      COLUMNS
          .column("p", "probability of so large a G² without association", "无关联时 G² 达到此值的概率")
          .nullable("in windows, whose slots are not independent", "单位为窗口（位置对不独立）时")
          .formula("cooccurrences")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final int window;

  /** Rows of pairs of which those in a window were at most so many words apart. */
  public CooccurrenceRows(int window) {
    this.window = window;
  }

  @Override
  public Table table() {
    return TABLE;
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
        write(
            unit,
            new ContingencyTable(stripe.count(), margins[first], margins[stripe.partner()], n),
            out);
        out.endRow();
      }
    }
  }

  private static void write(ContextUnit unit, ContingencyTable table, RowWriter out) {
    double g2 = Association.g2Signed(table);
    out.setLong(O11, table.o11());
    out.setLong(R1, table.r1());
    out.setLong(C1, table.c1());
    out.setLong(N, table.n());
    out.setDouble(E11, table.e11());
    out.setDouble(PMI, Association.PMI.of(table));
    out.setDouble(NPMI, Association.NPMI.of(table));
    out.setDouble(MI3, Association.MI3.of(table));
    out.setDouble(T_SCORE, Association.T_SCORE.of(table));
    out.setDouble(Z_SCORE, Association.Z_SCORE.of(table));
    out.setDouble(LOG_DICE, Association.LOG_DICE.of(table));
    out.setDouble(DICE, Association.dice(table));
    out.setDouble(JACCARD, Association.JACCARD.of(table));
    out.setDouble(G2, g2);
    out.setDouble(CHI2, Association.CHI2.of(table));
    out.setDouble(DELTA_P_B_GIVEN_A, Association.DELTA_P_B_GIVEN_A.of(table));
    out.setDouble(DELTA_P_A_GIVEN_B, Association.DELTA_P_A_GIVEN_B.of(table));
    if (unit != ContextUnit.WINDOW) {
      out.setDouble(P, Association.pValue(Math.abs(g2)));
    }
  }
}
