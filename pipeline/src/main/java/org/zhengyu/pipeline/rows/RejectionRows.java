package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.stream.Stream;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.DocumentKey;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/** Rows of {@code rejections}. */
public final class RejectionRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("rejections", "refused document or record", "被拒绝的每篇文档或每条记录");
  private static final StringColumn URI =
      COLUMNS.column("uri", "the file", "所在文件").key().ofStrings();
  private static final LongColumn RECORD_OFFSET =
      COLUMNS
          .column(
              "record_offset",
              "where in the uncompressed file it begins: in lines as bytes, in a table as characters; 0 for the file",
              "在解压后文件中的起始位置：按行者以字节计，表格以字符计；整个文件为 0")
          .key()
          .ofLongs();
  private static final StringColumn DOC_ID =
      COLUMNS
          .column("doc_id", "its id", "文档编号")
          .nullable("where it is not known", "编号不详时")
          .ofStrings();
  private static final StringColumn STAGE =
      COLUMNS.column("stage", "the step that refused it", "拒绝它的步骤").ofStrings();
  private static final StringColumn REASON =
      COLUMNS
          .column("reason", "why", "原因")
          .oneOf(Stream.of(Rejection.Reason.values()).map(Rejection.Reason::label).toList())
          .ofStrings();
  private static final StringColumn DETAIL =
      COLUMNS.column("detail", "what exactly, with the line where it is", "具体情况，及所在行").ofStrings();
  private static final LongColumn BYTES =
      COLUMNS
          .column("bytes", "size of what was refused", "被拒绝部分的大小")
          .unit(Quantity.BYTES)
          .ofLongs();

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
      long offset = DocumentKey.offset(new PackedReader(merge.key()).getLong());
      while (merge.nextValue()) {
        Rejection rejection = Rejection.unpack(merge.value());
        out.setString(URI, rejection.uri());
        out.setLong(RECORD_OFFSET, offset);
        out.setString(DOC_ID, rejection.docId());
        out.setString(STAGE, rejection.reason().stage());
        out.setString(REASON, rejection.reason().label());
        out.setString(DETAIL, rejection.detail());
        out.setLong(BYTES, rejection.bytes());
        out.endRow();
      }
    }
  }
}
