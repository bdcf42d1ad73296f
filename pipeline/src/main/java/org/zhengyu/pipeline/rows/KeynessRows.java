package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.BooleanColumn;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.segment.PartOfSpeech;
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

  private static final String GROUP = "group";
  private static final String OTHERS = "others";
  private static final String FEW_DOCUMENTS = "few_documents";
  private static final String ONE_DOCUMENT = "one_document";

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
  private static final StringColumn POS = SharedColumns.pos(COLUMNS).ofStrings();
  private static final BooleanColumn IS_PHRASE = SharedColumns.isPhrase(COLUMNS).ofBooleans();
  private static final LongColumn F1 =
      COLUMNS
          .column(
              "f1", "tokens of the group in which a use of the term begins", "本组中有该词使用从其中开始的词次数")
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
              "the same of the other side: of all other groups, or of the reference",
              "对照一侧（其余各组或参照组）的同一数目")
          .unit(Quantity.TOKENS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn N2 =
      COLUMNS
          .column("n2", "tokens of the other side", "对照一侧的词次数")
          .unit(Quantity.TOKENS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn DF1 =
      COLUMNS
          .column("df1", "documents of the group with the term", "本组中含该词的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn DOCUMENTS1 =
      COLUMNS
          .column("documents1", "documents of the group", "本组的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn DF2 =
      COLUMNS
          .column("df2", "documents of the other side with the term", "对照一侧含该词的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("keyness")
          .ofLongs();
  private static final LongColumn DOCUMENTS2 =
      COLUMNS
          .column("documents2", "documents of the other side", "对照一侧的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("keyness")
          .ofLongs();
  private static final DoubleColumn DP_NORM1 =
      COLUMNS
          .column(
              "dp_norm1",
              "dp_norm over the documents of the group: 0 for spread as its text is, 1 for massed in"
                  + " its smallest",
              "该词在本组各文档中的归一化比例偏差：0 为均匀，1 为集中于最小的一篇")
          .nullable("where the group has a single document or lacks the term", "本组只有一篇文档或没有该词时")
          .formula("keyness")
          .ofDoubles();
  private static final DoubleColumn KEY_SCORE =
      COLUMNS
          .column(
              "key_score",
              "evidence and spread in one: log_odds_z times 1 − dp_norm1, the ranking to begin with",
              "证据与分布合一：log_odds_z 乘以（1 − dp_norm1），排序首选")
          .nullable(
              "where the group does not use it more, or has a single document", "本组用得不更多或只有一篇文档时")
          .formula("keyness")
          .ofDoubles();
  private static final StringColumn ONLY_IN =
      COLUMNS
          .column("only_in", "the side that alone has the term", "唯一含有该词的一侧")
          .oneOf(List.of(GROUP, OTHERS))
          .nullable("where both sides have it", "两侧均有该词时")
          .formula("keyness")
          .ofStrings();
  private static final StringColumn CAUTION =
      COLUMNS
          .column(
              "caution",
              "why the row is no evidence: a side has few documents, or all is of one document",
              "该行不足为据的原因：一侧文档过少，或该词仅见于一篇文档")
          .oneOf(List.of(FEW_DOCUMENTS, ONE_DOCUMENT))
          .nullable("where nothing speaks against it", "没有上述情形时")
          .formula("keyness")
          .ofStrings();
  private static final MeasureColumns<KeyTerm, Keyness> MEASURES =
      new MeasureColumns<>(COLUMNS, "keyness", Keyness.class);
  private static final Table COMPLETE = COLUMNS.build();

  /** The table with its default measures. */
  public static final Table TABLE = tableOf(Keyness.DEFAULTS);

  private final Grouping grouping;
  private final Set<Keyness> measures;
  private final int minDocuments;

  /**
   * Rows with these measures, which name the facets of this grouping.
   *
   * @param minDocuments the fewest documents of a side that are evidence
   */
  public KeynessRows(Grouping grouping, Set<Keyness> measures, int minDocuments) {
    this.grouping = grouping;
    this.measures = measures;
    this.minDocuments = minDocuments;
  }

  static Table tableOf(Set<Keyness> measures) {
    return MEASURES.tableOf(COMPLETE, measures);
  }

  private @Nullable String caution(Comparison.Documents documents) {
    if (documents.fewer() < minDocuments) {
      return FEW_DOCUMENTS;
    }
    return documents.df() == 1 ? ONE_DOCUMENT : null;
  }

  @Override
  public Table table() {
    return tableOf(measures);
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    Family.forEach(runs, Comparison::unpack, family -> write(family, out));
  }

  private void write(Family<Comparison> family, RowWriter out) throws IOException {
    double[] ll =
        family.tests().stream()
            .mapToDouble(comparison -> Keyness.ll(comparison.counts()))
            .toArray();
    double[] q =
        MultipleTesting.benjaminiHochberg(Arrays.stream(ll).map(Association::pValue).toArray());
    BiConsumer<KeyTerm, RowWriter> setter = MEASURES.setter(measures);
    for (int i = 0; i < ll.length; i++) {
      byte[] term = family.terms().get(i);
      Comparison comparison = family.tests().get(i);
      if (comparison.isHidden()) {
        continue;
      }
      KeynessCounts counts = comparison.counts();
      out.setString(FACET, grouping.facet(family.facet()));
      out.setString(VALUE, family.value());
      out.setString(TERM, term, 0, term.length);
      out.setString(POS, PartOfSpeech.of(comparison.tag()).name());
      out.setBoolean(IS_PHRASE, comparison.isPhrase());
      out.setLong(F1, counts.f1());
      out.setLong(N1, counts.n1());
      out.setLong(F2, counts.f2());
      out.setLong(N2, counts.n2());
      Comparison.Documents documents = comparison.documents();
      out.setLong(DF1, documents.df1());
      out.setLong(DOCUMENTS1, documents.all1());
      out.setLong(DF2, documents.df2());
      out.setLong(DOCUMENTS2, documents.all2());
      if (counts.f1() == 0 || counts.f2() == 0) {
        out.setString(ONLY_IN, counts.f1() > 0 ? GROUP : OTHERS);
      }
      String caution = caution(documents);
      if (caution != null) {
        out.setString(CAUTION, caution);
      }
      double believed = caution == null ? q[i] : Double.NaN;
      KeyTerm key = new KeyTerm(counts, ll[i], believed, comparison.logRatio());
      out.setDouble(DP_NORM1, comparison.dpNorm());
      out.setDouble(KEY_SCORE, Keyness.keyScore(Keyness.LOG_ODDS_Z.of(key), comparison.dpNorm()));
      setter.accept(key, out);
      out.endRow();
    }
  }
}
