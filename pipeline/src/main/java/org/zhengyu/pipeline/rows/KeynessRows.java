package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.KeynessCounts;
import org.zhengyu.transforms.stats.LogOdds;
import org.zhengyu.transforms.stats.MultipleTesting;

/**
 * Rows of {@code keyness}. The tests of one value are one family: its q-values are known when all
 * its terms are.
 */
public final class KeynessRows implements RowEncoder<Iterable<SortedRun>> {
  /** The weight of the prior of log_odds_z, in tokens of both sides together. */
  public static final double PRIOR_TOKENS = 500;

  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.KEYNESS;
  private static final int FACET = TABLE.column("facet");
  private static final int VALUE = TABLE.column("value");
  private static final int TERM = TABLE.column("term");
  private static final int F1 = TABLE.column("f1");
  private static final int N1 = TABLE.column("n1");
  private static final int F2 = TABLE.column("f2");
  private static final int N2 = TABLE.column("n2");
  private static final int LL = TABLE.column("ll");
  private static final int LOG_RATIO = TABLE.column("log_ratio");
  private static final int LOG_RATIO_CI_LOW = TABLE.column("log_ratio_ci_low");
  private static final int LOG_RATIO_CI_HIGH = TABLE.column("log_ratio_ci_high");
  private static final int PCT_DIFF = TABLE.column("pct_diff");
  private static final int BIC = TABLE.column("bic");
  private static final int SIMPLE_MATHS = TABLE.column("simple_maths");
  private static final int ODDS_RATIO = TABLE.column("odds_ratio");
  private static final int LOG_ODDS_Z = TABLE.column("log_odds_z");
  private static final int P = TABLE.column("p");
  private static final int Q_BH = TABLE.column("q_bh");

  /** The constant of simple maths, per million. */
  private static final double LAMBDA = 1;

  private final Grouping grouping;

  /** Rows that name the facets of this grouping. */
  public KeynessRows(Grouping grouping) {
    this.grouping = grouping;
  }

  /** All terms of one value of one facet. */
  private final class Family {
    private final int facet;
    private final String value;
    private final List<byte[]> terms = new ArrayList<>();
    private final List<Comparison> comparisons = new ArrayList<>();

    Family(int facet, String value) {
      this.facet = facet;
      this.value = value;
    }

    boolean is(int otherFacet, String otherValue) {
      return facet == otherFacet && value.equals(otherValue);
    }

    void add(byte[] term, Comparison comparison) {
      terms.add(term);
      comparisons.add(comparison);
    }

    void write(RowWriter out) throws IOException {
      double[] ll =
          comparisons.stream()
              .mapToDouble(comparison -> Keyness.ll4TermSigned(comparison.counts()))
              .toArray();
      double[] p = Arrays.stream(ll).map(g2 -> Association.pValue(Math.abs(g2))).toArray();
      double[] q = MultipleTesting.benjaminiHochberg(p);
      for (int i = 0; i < p.length; i++) {
        byte[] term = terms.get(i);
        Comparison comparison = comparisons.get(i);
        KeynessCounts counts = comparison.counts();
        out.setString(FACET, grouping.facet(facet));
        out.setString(VALUE, value);
        out.setString(TERM, term, 0, term.length);
        out.setLong(F1, counts.f1());
        out.setLong(N1, counts.n1());
        out.setLong(F2, counts.f2());
        out.setLong(N2, counts.n2());
        out.setDouble(LL, ll[i]);
        out.setDouble(LOG_RATIO, Keyness.logRatio(counts));
        out.setDouble(LOG_RATIO_CI_LOW, comparison.logRatio().lower());
        out.setDouble(LOG_RATIO_CI_HIGH, comparison.logRatio().upper());
        out.setDouble(PCT_DIFF, Keyness.pctDiff(counts));
        out.setDouble(BIC, Keyness.bic4Term(counts));
        out.setDouble(SIMPLE_MATHS, Keyness.simpleMaths(counts, LAMBDA));
        out.setDouble(ODDS_RATIO, Keyness.oddsRatio(counts));
        out.setDouble(LOG_ODDS_Z, logOdds(counts).z2());
        out.setDouble(P, p[i]);
        out.setDouble(Q_BH, q[i]);
        out.endRow();
      }
    }
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    Family family = new Family(Grouping.PERIOD_FACET, Grouping.UNKNOWN);
    while (merge.nextKey()) {
      PackedReader key = new PackedReader(merge.key());
      int facet = key.getByte();
      String value = key.getString();
      if (!family.is(facet, value)) {
        family.write(out);
        family = new Family(facet, value);
      }
      byte[] term = key.rest();
      while (merge.nextValue()) {
        family.add(term, Comparison.unpack(merge.value()));
      }
    }
    family.write(out);
  }

  private static LogOdds logOdds(KeynessCounts counts) {
    double prior =
        LogOdds.prior(PRIOR_TOKENS, counts.f1() + counts.f2(), counts.n1() + counts.n2());
    return LogOdds.of(counts.f1(), counts.n1(), counts.f2(), counts.n2(), prior, PRIOR_TOKENS);
  }
}
