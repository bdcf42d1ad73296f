package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.stream.Stream;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.passages.DuplicateClusters;
import org.zhengyu.transforms.passages.DuplicateRole;

/** Rows of {@code duplicate_clusters}, each original before what is like it. */
public final class DuplicateClusterRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;
  private static final String FORMULA = "duplicate_clusters";

  private static final Table.Builder COLUMNS =
      Table.named(
          "duplicate_clusters",
          "document that is nearly another, and each of these originals",
          "与他篇大体相同的文档及其原件");
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).key().ofStrings();
  private static final StringColumn CLUSTER =
      COLUMNS
          .column("cluster", "its cluster: the original of that", "所属的组，以其原件为名")
          .references(DocumentRows.DOC_ID)
          .formula(FORMULA)
          .ofStrings();
  private static final StringColumn ROLE =
      COLUMNS
          .column(
              "role", "what it is in its cluster", "在组中的角色：original 原件，reprint 转载或改版，excerpt 摘录")
          .oneOf(Stream.of(DuplicateRole.values()).map(DuplicateRole::toString).toList())
          .formula(FORMULA)
          .ofStrings();
  private static final DoubleColumn SIMILARITY =
      COLUMNS
          .column(
              "similarity",
              "how like the original it is: of a reprint the shared part of all five-word sequences"
                  + " of both, of an excerpt the share of its tokens that stood there",
              "与原件的相似度：转载为两篇全部五词序列中共有的比例，摘录为其词次中先见于原件的比例")
          .formula(FORMULA)
          .ofDoubles();
  private static final LongColumn LAG_DAYS =
      COLUMNS
          .column(
              "lag_days", "days for certain from the original to the document", "自原件到该文档至少相隔的天数")
          .nullable(
              "for an original, and where it is not certain that the original is earlier",
              "原件，以及不能确定原件在先时")
          .formula(FORMULA)
          .ofLongs();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    DuplicateClusters.find(
        runs,
        (docId, original, role, similarity, lag) -> {
          out.setString(DOC_ID, docId);
          out.setString(CLUSTER, original);
          out.setString(ROLE, role.toString());
          out.setDouble(SIMILARITY, similarity);
          if (lag != null) {
            out.setLong(LAG_DAYS, lag);
          }
          out.endRow();
        });
  }
}
