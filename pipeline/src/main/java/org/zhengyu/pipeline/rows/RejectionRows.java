package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/** Rows of {@code rejections}. */
public final class RejectionRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.REJECTIONS;
  private static final int URI = TABLE.column("uri");
  private static final int DOC_ID = TABLE.column("doc_id");
  private static final int STAGE = TABLE.column("stage");
  private static final int REASON = TABLE.column("reason");
  private static final int DETAIL = TABLE.column("detail");
  private static final int BYTES = TABLE.column("bytes");

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        Rejection rejection = Rejection.unpack(merge.value());
        out.setString(URI, rejection.uri());
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
