package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
import org.zhengyu.output.BooleanColumn;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.expressions.Candidate;

/** Rows of {@code candidates}: the expressions that may be a phrase, the best first. */
public final class CandidateRows implements RowEncoder<List<Candidate>> {
  private static final long serialVersionUID = 1L;
  private static final String FORMULA = "candidates";

  private static final Table.Builder COLUMNS =
      Table.named(
          "candidates",
          "expression that may be a phrase, in neither lexicon nor vocabulary",
          "词典和词汇表均未收入、可能成为短语的每个表达");
  private static final StringColumn CANDIDATE =
      COLUMNS.column("candidate", "the expression", "表达").key().ofStrings();
  private static final LongColumn RANK =
      COLUMNS
          .column("rank", "1 is what a reader would add to the lexicon first", "名次；第 1 名最值得收入词典")
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn TF =
      COLUMNS
          .column("tf", "its occurrences, those inside phrases among them", "出现的次数（含短语之内者）")
          .unit(Quantity.OCCURRENCES)
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn DF =
      COLUMNS
          .column("df", "documents with an occurrence", "有其出现的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn QUOTED =
      COLUMNS
          .column("quoted", "occurrences in quotation marks", "加引号出现的次数")
          .unit(Quantity.OCCURRENCES)
          .formula(FORMULA)
          .ofLongs();
  private static final DoubleColumn COHESION =
      COLUMNS
          .column("cohesion", "how firmly its words keep together", "凝固度：内部各词结合的紧密程度")
          .nullable(
              "where it is a single word or is always quoted with marks inside", "为单个词、或引号内含标点时")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn LEFT_ENTROPY =
      COLUMNS
          .column("left_entropy", "how much the words before it vary", "左邻词的熵（左自由度）")
          .nullable("where it stands only inside phrases", "仅见于短语之内时")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn RIGHT_ENTROPY =
      COLUMNS
          .column("right_entropy", "how much the words behind it vary", "右邻词的熵（右自由度）")
          .nullable("where it stands only inside phrases", "仅见于短语之内时")
          .formula(FORMULA)
          .ofDoubles();
  private static final DoubleColumn C_VALUE =
      COLUMNS
          .column(
              "c_value", "its frequency, less what longer candidates take of it", "C 值：扣除更长候选后的频次")
          .formula(FORMULA)
          .ofDoubles();
  private static final FirstUseColumns FIRST_USE = FirstUseColumns.ifAny(COLUMNS);
  private static final StringColumn EXAMPLE =
      COLUMNS
          .column(
              "example",
              "an occurrence in a document that begins first, among its neighbours, as counted",
              "起始日期最早的文档中的一处及其上下文（统计所用文本）")
          .ofStrings();
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).ofStrings();
  private static final LongColumn BEGIN_OFFSET = SharedColumns.beginOffset(COLUMNS).ofLongs();
  private static final LongColumn END_OFFSET = SharedColumns.endOffset(COLUMNS).ofLongs();
  private static final BooleanColumn ADOPTED =
      COLUMNS
          .column("adopted", "whether this run took it into its lexicon", "本次运行是否已将其收入词典")
          .ofBooleans();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final int adopted;

  /**
   * Rows of candidates.
   *
   * @param adopted how many of the best were taken into the lexicon
   */
  public CandidateRows(int adopted) {
    this.adopted = adopted;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(List<Candidate> ranked, RowWriter out) throws IOException {
    int rank = 0;
    for (Candidate candidate : ranked) {
      rank++;
      out.setString(CANDIDATE, candidate.text());
      out.setLong(RANK, rank);
      out.setLong(TF, candidate.tf());
      out.setLong(DF, candidate.df());
      out.setLong(QUOTED, candidate.quoted());
      if (candidate.cohesion() != null) {
        out.setDouble(COHESION, candidate.cohesion());
      }
      out.setDouble(LEFT_ENTROPY, candidate.leftEntropy());
      out.setDouble(RIGHT_ENTROPY, candidate.rightEntropy());
      out.setDouble(C_VALUE, candidate.cValue());
      FIRST_USE.set(candidate.first(), out);
      out.setString(EXAMPLE, candidate.example().context());
      out.setString(DOC_ID, candidate.example().docId());
      out.setLong(BEGIN_OFFSET, candidate.example().begin());
      out.setLong(END_OFFSET, candidate.example().end());
      out.setBoolean(ADOPTED, rank <= adopted);
      out.endRow();
    }
  }
}
