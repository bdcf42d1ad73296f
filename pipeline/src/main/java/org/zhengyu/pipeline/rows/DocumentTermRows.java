package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.TermInDocument;
import org.zhengyu.transforms.stats.TermWeighting;

/** Rows of {@code document_terms}. */
public final class DocumentTermRows implements RowEncoder<TermBlock> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("document_terms", "document and term", "每篇文档中的每个词");
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).key().ofStrings();
  private static final StringColumn TERM = SharedColumns.term(COLUMNS).key().ofStrings();
  private static final LongColumn TF =
      COLUMNS
          .column("tf", "tokens of the term in the document", "该词在文档中的词频")
          .unit(Quantity.TOKENS)
          .formula("document_terms")
          .ofLongs();
  private static final LongColumn USES =
      SharedColumns.uses(COLUMNS).formula("document_terms").ofLongs();
  private static final LongColumn F = SharedColumns.f(COLUMNS).formula("document_terms").ofLongs();
  private static final MeasureColumns<TermInDocument, TermWeighting> MEASURES =
      new MeasureColumns<>(COLUMNS, "document_terms", TermWeighting.class);
  private static final Table COMPLETE = COLUMNS.build();

  /** The table with its default measures. */
  public static final Table TABLE = tableOf(TermWeighting.DEFAULTS);

  private final Set<TermWeighting> measures;

  /** Rows with these measures. */
  public DocumentTermRows(Set<TermWeighting> measures) {
    this.measures = measures;
  }

  static Table tableOf(Set<TermWeighting> measures) {
    return MEASURES.tableOf(COMPLETE, measures);
  }

  @Override
  public Table table() {
    return tableOf(measures);
  }

  @Override
  public void encode(TermBlock terms, RowWriter out) throws IOException {
    DocumentList documents = terms.documents();
    BiConsumer<TermInDocument, RowWriter> setter = MEASURES.setter(measures);
    TermEntry entry = new TermEntry();
    TermInDocument weighted =
        new TermInDocument(terms.totals().documents(), terms.totals().tokens());
    SortedRunCursor cursor = terms.entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      PackedReader term = cursor.keyReader();
      weighted.ofTerm(entry.margins().documents());
      for (int i = 0; i < entry.postings(); i++) {
        int document = entry.document(i);
        PackedReader id = documents.id(document);
        weighted.inDocument(entry.frequency(i), documents.tokens(document));
        out.setString(DOC_ID, id.array(), id.position(), id.remaining());
        out.setString(TERM, term.array(), term.position(), term.remaining());
        out.setLong(TF, entry.tokens(i));
        out.setLong(USES, entry.uses(i));
        out.setLong(F, entry.frequency(i));
        setter.accept(weighted, out);
        out.endRow();
      }
    }
  }
}
