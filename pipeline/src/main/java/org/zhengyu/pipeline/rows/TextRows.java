package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.Optional;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StoredTable;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.packed.SortedRun;

/** Rows of {@code texts}. */
public final class TextRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS = Table.named("texts", "accepted document", "收录的每篇文档");
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).key().ofStrings();
  private static final StringColumn TEXT =
      COLUMNS
          .column(
              "text",
              "the text as it was decoded or taken out of its file: offsets count its code points",
              "解码后或从文件中提取的全文；各偏移量按其码点计")
          .mostlyDistinct()
          .ofStrings();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  /** The text of a document; empty where the table has none of this id. */
  public static Optional<String> find(StoredTable texts, String docId) throws IOException {
    return texts.find(DOC_ID.name(), docId, TEXT.name());
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    DocumentGroups.forEach(
        runs,
        (docId, packed) -> {
          out.setString(DOC_ID, docId);
          out.setString(TEXT, packed.getString());
          out.endRow();
        });
  }
}
