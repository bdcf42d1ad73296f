package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.TermWeighting;

/** Rows of {@code document_terms}. */
public final class DocumentTermRows implements RowEncoder<TermBlock> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.DOCUMENT_TERMS;
  private static final int DOC_ID = TABLE.column("doc_id");
  private static final int TERM = TABLE.column("term");
  private static final int TF = TABLE.column("tf");
  private static final int TFIDF = TABLE.column("tfidf");

  @Override
  public void encode(TermBlock terms, RowWriter out) throws IOException {
    List<CountedDocument> documents = terms.documents();
    byte[][] ids = new byte[documents.size()][];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = documents.get(i).id().getBytes(UTF_8);
    }
    TermEntry entry = new TermEntry();
    SortedRunCursor cursor = terms.entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      PackedReader term = cursor.keyReader();
      double idf = TermWeighting.idf(entry.margins().documents(), terms.totals().documents());
      for (int i = 0; i < entry.postings(); i++) {
        byte[] id = ids[entry.document(i)];
        out.setString(DOC_ID, id, 0, id.length);
        out.setString(TERM, term.array(), term.position(), term.remaining());
        out.setLong(TF, entry.frequency(i));
        out.setDouble(TFIDF, entry.frequency(i) * idf);
        out.endRow();
      }
    }
  }
}
