package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.KeyTerm;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.KeynessCounts;
import org.zhengyu.transforms.stats.MultipleTesting;

/**
 * Rows of {@code keyness}. The tests of one value are one family: its q-values are known when all
 * its terms are.
 */
public final class KeynessRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("keyness", "value of a field, and term", "分组字段的每个取值与每个词");
  private static final StringColumn FACET =
      COLUMNS
          .column("facet", "the field by which documents are grouped", "分组所依的字段")
          .key()
          .ofStrings();
  private static final StringColumn VALUE =
      COLUMNS.column("value", "the value that makes the group", "该组的取值").key().ofStrings();
  private static final StringColumn TERM = SharedColumns.term(COLUMNS).key().ofStrings();
  private static final LongColumn F1 =
      COLUMNS
          .column("f1", "tokens of the term in the group", "该词在本组的词频")
          .unit(Quantity.TOKENS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn N1 =
      COLUMNS
          .column("n1", "tokens of the group", "本组的词次数")
          .unit(Quantity.TOKENS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn F2 =
      COLUMNS
          .column(
              "f2",
              "tokens of the term on the other side: in all other groups, or in the reference",
              "该词在对照一侧（其余各组或参照组）的词频")
          .unit(Quantity.TOKENS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn N2 =
      COLUMNS
          .column("n2", "tokens of the other side", "对照一侧的词次数")
          .unit(Quantity.TOKENS)
          .formula("keyness")
          .ofLongs();
  private static final DoubleColumn LL =
      COLUMNS
          .column(
              "ll",
              "evidence of a difference; negative where the group uses the term less",
              "对数似然：差异的证据；本组用得少者为负")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn LOG_RATIO =
      COLUMNS
          .column(
              "log_ratio",
              "doublings between the two frequencies: the size of the difference",
              "两侧频率之比的倍增数：差异的大小")
          .unit(Quantity.BITS)
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn LOG_RATIO_CI_LOW =
      COLUMNS
          .column("log_ratio_ci_low", "lower end of its 95 % interval", "其 95 % 区间的下限")
          .unit(Quantity.BITS)
          .nullable("with fewer than ten documents on a side", "任一侧不足十篇文档时")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn LOG_RATIO_CI_HIGH =
      COLUMNS
          .column("log_ratio_ci_high", "upper end of its 95 % interval", "其 95 % 区间的上限")
          .unit(Quantity.BITS)
          .nullable("with fewer than ten documents on a side", "任一侧不足十篇文档时")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn PCT_DIFF =
      COLUMNS
          .column(
              "pct_diff",
              "difference of the frequencies in per cent of that on the other side",
              "两侧频率之差占对照一侧的百分比")
          .unit(Quantity.PER_CENT)
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn BIC =
      COLUMNS
          .column(
              "bic",
              "evidence that allows for the size of the corpus: above 2 some, above 10 very strong",
              "计入语料规模的证据：大于 2 为有，大于 10 为极强")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn SIMPLE_MATHS =
      COLUMNS
          .column(
              "simple_maths",
              "ratio of the frequencies per million, 1 added to both",
              "两侧每百万词频各加 1 之比")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn ODDS_RATIO =
      COLUMNS
          .column("odds_ratio", "ratio of the odds of the term", "该词两侧发生比之比")
          .nullable("where no other term occurs on either side", "两侧均无其他词时")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn LOG_ODDS_Z =
      COLUMNS
          .column(
              "log_odds_z",
              "log-odds ratio with a prior, in standard deviations: the ranking to begin with",
              "带先验的对数发生比之比，以标准差计：排序首选")
          .nullable("where no other term occurs on either side", "两侧均无其他词时")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn P =
      COLUMNS
          .column("p", "probability of so large an ll without a difference", "无差异时 ll 达到此值的概率")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn Q_BH =
      COLUMNS
          .column(
              "q_bh",
              "share of false finds to expect among all terms of the value at least as good",
              "同一取值中不逊于该词者预期的误报比例")
          .formula("keyness")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

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
          comparisons.stream().mapToDouble(comparison -> Keyness.ll(comparison.counts())).toArray();
      double[] p = Arrays.stream(ll).map(g2 -> Association.pValue(Math.abs(g2))).toArray();
      double[] q = MultipleTesting.benjaminiHochberg(p);
      for (int i = 0; i < p.length; i++) {
        byte[] term = terms.get(i);
        Comparison comparison = comparisons.get(i);
        KeynessCounts counts = comparison.counts();
        KeyTerm scored = new KeyTerm(counts, ll[i], q[i], comparison.logRatio());
        out.setString(FACET, grouping.facet(facet));
        out.setString(VALUE, value);
        out.setString(TERM, term, 0, term.length);
        out.setLong(F1, counts.f1());
        out.setLong(N1, counts.n1());
        out.setLong(F2, counts.f2());
        out.setLong(N2, counts.n2());
        out.setDouble(LL, ll[i]);
        out.setDouble(LOG_RATIO, Keyness.LOG_RATIO.of(scored));
        out.setDouble(LOG_RATIO_CI_LOW, comparison.logRatio().lower());
        out.setDouble(LOG_RATIO_CI_HIGH, comparison.logRatio().upper());
        out.setDouble(PCT_DIFF, Keyness.PCT_DIFF.of(scored));
        out.setDouble(BIC, Keyness.BIC.of(scored));
        out.setDouble(SIMPLE_MATHS, Keyness.SIMPLE_MATHS.of(scored));
        out.setDouble(ODDS_RATIO, Keyness.ODDS_RATIO.of(scored));
        out.setDouble(LOG_ODDS_Z, Keyness.LOG_ODDS_Z.of(scored));
        out.setDouble(P, p[i]);
        out.setDouble(Q_BH, q[i]);
        out.endRow();
      }
    }
  }

  @Override
  public Table table() {
    return TABLE;
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
}
