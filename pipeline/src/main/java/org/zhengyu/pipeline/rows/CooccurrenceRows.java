package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Arrays;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
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

  private static final Table TABLE = Tables.COOCCURRENCES;
  private static final int UNIT = TABLE.column("unit");
  private static final int WINDOW = TABLE.column("window");
  private static final int TERM_A = TABLE.column("term_a");
  private static final int TERM_B = TABLE.column("term_b");
  private static final int O11 = TABLE.column("o11");
  private static final int R1 = TABLE.column("r1");
  private static final int C1 = TABLE.column("c1");
  private static final int N = TABLE.column("n");
  private static final int E11 = TABLE.column("e11");
  private static final int PMI = TABLE.column("pmi");
  private static final int NPMI = TABLE.column("npmi");
  private static final int MI3 = TABLE.column("mi3");
  private static final int T_SCORE = TABLE.column("t_score");
  private static final int Z_SCORE = TABLE.column("z_score");
  private static final int LOG_DICE = TABLE.column("log_dice");
  private static final int DICE = TABLE.column("dice");
  private static final int JACCARD = TABLE.column("jaccard");
  private static final int G2 = TABLE.column("g2");
  private static final int CHI2 = TABLE.column("chi2");
  private static final int DELTA_P_B_GIVEN_A = TABLE.column("delta_p_b_given_a");
  private static final int DELTA_P_A_GIVEN_B = TABLE.column("delta_p_a_given_b");
  private static final int P = TABLE.column("p");

  private final int window;

  /** Rows of pairs of which those in a window were at most so many words apart. */
  public CooccurrenceRows(int window) {
    this.window = window;
  }

  @Override
  public void encode(ScoredPairs pairs, RowWriter out) throws IOException {
    Vocabulary vocabulary = pairs.vocabulary();
    ContextUnit unit = pairs.unit();
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
        if (unit == ContextUnit.WINDOW) {
          out.setLong(WINDOW, window);
        }
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
    out.setDouble(PMI, Association.pmi(table));
    out.setDouble(NPMI, Association.npmi(table));
    out.setDouble(MI3, Association.mi3(table));
    out.setDouble(T_SCORE, Association.tScore(table));
    out.setDouble(Z_SCORE, Association.zScore(table));
    out.setDouble(LOG_DICE, Association.logDice(table));
    out.setDouble(DICE, Association.dice(table));
    out.setDouble(JACCARD, Association.jaccard(table));
    out.setDouble(G2, g2);
    out.setDouble(CHI2, Association.chi2(table));
    out.setDouble(DELTA_P_B_GIVEN_A, Association.deltaP2Given1(table));
    out.setDouble(DELTA_P_A_GIVEN_B, Association.deltaP1Given2(table));
    if (unit != ContextUnit.WINDOW) {
      out.setDouble(P, Association.pValue(Math.abs(g2)));
    }
  }
}
