package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/** Rows of {@code documents}. */
public final class DocumentRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.DOCUMENTS;
  private static final int DOC_ID = TABLE.column("doc_id");
  private static final int URI = TABLE.column("uri");
  private static final int TITLE = TABLE.column("title");
  private static final int DATE = TABLE.column("date");
  private static final int YEAR = TABLE.column("year");
  private static final int REGION = TABLE.column("region");
  private static final int ISSUER = TABLE.column("issuer");
  private static final int DOC_TYPE = TABLE.column("doc_type");
  private static final int METADATA = TABLE.column("metadata");
  private static final int ENCODING = TABLE.column("encoding");
  private static final int ENCODING_SOURCE = TABLE.column("encoding_source");
  private static final int BYTES = TABLE.column("bytes");
  private static final int CHARS = TABLE.column("chars");
  private static final int PARAGRAPHS = TABLE.column("paragraphs");
  private static final int SENTENCES = TABLE.column("sentences");
  private static final int TOKENS = TABLE.column("tokens");
  private static final int TYPES = TABLE.column("types");
  private static final int SHA256 = TABLE.column("sha256");
  private static final int DUPLICATE_OF = TABLE.column("duplicate_of");

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        DocumentRecord document = DocumentRecord.unpack(merge.value());
        Description description = document.description();
        out.setString(DOC_ID, document.id());
        out.setString(URI, document.uri());
        out.setString(TITLE, description.title());
        out.setDate(DATE, description.date());
        if (description.year() != null) {
          out.setLong(YEAR, description.year());
        }
        out.setString(REGION, description.region());
        out.setString(ISSUER, description.issuer());
        out.setString(DOC_TYPE, description.docType());
        out.setString(METADATA, description.metadata());
        out.setString(ENCODING, document.encoding());
        out.setString(ENCODING_SOURCE, document.encodingSource());
        out.setLong(BYTES, document.bytes());
        out.setLong(CHARS, document.chars());
        out.setLong(PARAGRAPHS, document.paragraphs());
        out.setLong(SENTENCES, document.sentences());
        out.setLong(TOKENS, document.tokens());
        out.setLong(TYPES, document.types());
        out.setString(SHA256, document.sha256());
        out.setString(DUPLICATE_OF, document.duplicateOf());
        out.endRow();
      }
    }
  }
}
