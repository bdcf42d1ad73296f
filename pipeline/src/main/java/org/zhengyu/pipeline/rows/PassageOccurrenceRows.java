package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.passages.PassageId;
import org.zhengyu.transforms.passages.PassageOccurrences;

/** Rows of {@code passage_occurrences}, in the order of the ids of passages, then of the input. */
public final class PassageOccurrenceRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("passage_occurrences", "place of a passage", "共有语段的每处出现");
  private static final StringColumn PASSAGE_ID =
      COLUMNS
          .column("passage_id", "the passage", "语段")
          .key()
          .references(PassageRows.PASSAGE_ID)
          .ofStrings();
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).key().ofStrings();
  private static final LongColumn BEGIN_OFFSET = SharedColumns.beginOffset(COLUMNS).key().ofLongs();
  private static final LongColumn END_OFFSET = SharedColumns.endOffset(COLUMNS).ofLongs();

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
      String passage = PassageId.toString(merge.key());
      while (merge.nextValue()) {
        PassageOccurrences.forEach(
            merge.value(), (docId, begin, end) -> write(passage, docId, begin, end, out));
      }
    }
  }

  private static void write(String passage, String docId, long begin, long end, RowWriter out)
      throws IOException {
    out.setString(PASSAGE_ID, passage);
    out.setString(DOC_ID, docId);
    out.setLong(BEGIN_OFFSET, begin);
    out.setLong(END_OFFSET, end);
    out.endRow();
  }
}
