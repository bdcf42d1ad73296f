package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.TokenRecord;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.segment.PartOfSpeech;
import org.zhengyu.transforms.structure.Zone;

/** Rows of {@code tokens}. */
public final class TokenRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.TOKENS;
  private static final int DOC_ID = TABLE.column("doc_id");
  private static final int ZONE = TABLE.column("zone");
  private static final int PARAGRAPH = TABLE.column("paragraph");
  private static final int SENTENCE = TABLE.column("sentence");
  private static final int POSITION = TABLE.column("position");
  private static final int BEGIN = TABLE.column("begin");
  private static final int END = TABLE.column("end");
  private static final int FORM = TABLE.column("form");
  private static final int TERM = TABLE.column("term");
  private static final int POS = TABLE.column("pos");
  private static final int PHRASE = TABLE.column("phrase");

  private final SharedLexicon lexicon;

  /** Rows that name the phrases of this lexicon. */
  public TokenRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    DocumentGroups.forEach(
        runs,
        (docId, rows) -> {
          while (rows.hasMore()) {
            write(docId, TokenRecord.unpack(rows), phrases, out);
          }
        });
  }

  private static void write(String docId, TokenRecord token, Lexicon phrases, RowWriter out)
      throws IOException {
    out.setString(DOC_ID, docId);
    out.setString(ZONE, Zone.values()[token.zone()].toString());
    out.setLong(PARAGRAPH, token.paragraph());
    out.setLong(SENTENCE, token.sentence());
    out.setLong(POSITION, token.position());
    out.setLong(BEGIN, token.begin());
    out.setLong(END, token.end());
    out.setString(FORM, token.form());
    out.setString(TERM, token.term());
    out.setString(POS, PartOfSpeech.of(token.tag()).name());
    if (token.phrase() >= 0) {
      out.setString(PHRASE, phrases.phrase(token.phrase()));
    }
    out.endRow();
  }
}
