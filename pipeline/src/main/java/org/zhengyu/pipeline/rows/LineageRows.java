package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.stream.Stream;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.Direction;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.passages.Descent;

/** Rows of {@code lineage}. */
public final class LineageRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;
  static final String FORMULA = "lineage-reuse";

  private static final Table.Builder COLUMNS =
      Table.named("lineage", "document and a later one that repeats it", "源文档及其后重复它的文档");
  private static final StringColumn SOURCE_DOC_ID =
      COLUMNS
          .column(
              "source_doc_id",
              "the earlier document: certainly the first with what is credited to it",
              "源文档：所计语段确定最早见于此篇")
          .key()
          .references(DocumentRows.DOC_ID)
          .ofStrings();
  private static final StringColumn TARGET_DOC_ID =
      COLUMNS
          .column("target_doc_id", "the later document", "后出的文档")
          .key()
          .references(DocumentRows.DOC_ID)
          .ofStrings();
  private static final LongColumn PASSAGES =
      COLUMNS
          .column("passages", "passages of which tokens are credited to the source", "有词计入源文档的语段数")
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn TOKENS =
      COLUMNS
          .column(
              "tokens",
              "tokens of the later document that are credited to the source",
              "后出文档中计入源文档的词次")
          .unit(Quantity.TOKENS)
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn LONGEST =
      COLUMNS
          .column("longest", "tokens of the longest of these passages", "其中最长语段的词数")
          .unit(Quantity.TOKENS)
          .formula(FORMULA)
          .ofLongs();
  private static final LongColumn LAG_DAYS =
      COLUMNS
          .column(
              "lag_days",
              "days for certain from the source to the later document",
              "自源文档到后出文档至少相隔的天数")
          .formula(FORMULA)
          .ofLongs();
  private static final StringColumn DIRECTION =
      COLUMNS
          .column(
              "direction",
              "from the level of the source to that of the later document: from higher to lower is down",
              "从源文档到后出文档的级别走向：down 自上而下，up 自下而上，sideways 同级之间")
          .oneOf(Stream.of(Direction.values()).map(Direction::toString).toList())
          .nullable("where the level of either is not known", "任一级别不详时")
          .formula(FORMULA)
          .ofStrings();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        Descent descent = Descent.unpack(merge.value());
        out.setString(SOURCE_DOC_ID, descent.sourceId());
        out.setString(TARGET_DOC_ID, descent.targetId());
        out.setLong(PASSAGES, descent.passages());
        out.setLong(TOKENS, descent.tokens());
        out.setLong(LONGEST, descent.longest());
        out.setLong(LAG_DAYS, descent.lag());
        if (descent.direction() != null) {
          out.setString(DIRECTION, descent.direction().toString());
        }
        out.endRow();
      }
    }
  }
}
