package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.PhraseCounts;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * Rows of {@code phrases}: every phrase of the lexicon in its order, also where nothing occurred.
 */
public final class PhraseRows implements RowEncoder<SortedRun> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.PHRASES;
  private static final int PHRASE = TABLE.column("phrase");
  private static final int CATEGORY = TABLE.column("category");
  private static final int VARIANTS = TABLE.column("variants");
  private static final int TF = TABLE.column("tf");
  private static final int DF = TABLE.column("df");
  private static final int LITERAL = TABLE.column("literal");
  private static final int NESTED = TABLE.column("nested");
  private static final int SPLIT = TABLE.column("split");
  private static final int GUARDED = TABLE.column("guarded");
  private static final int FIRST_DATE = TABLE.column("first_date");
  private static final int FIRST_DOC_ID = TABLE.column("first_doc_id");
  private static final int LAST_DATE = TABLE.column("last_date");

  private final SharedLexicon lexicon;

  /** Rows of the phrases of this lexicon. */
  public PhraseRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public void encode(SortedRun ledger, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    SortedRunCursor cursor = ledger.cursor();
    int next = cursor.next() ? cursor.keyReader().getInt() : -1;
    for (int phrase = 0; phrase < phrases.size(); phrase++) {
      PhraseCounts counts = PhraseCounts.NONE;
      if (phrase == next) {
        counts = PhraseCounts.unpack(cursor.value());
        next = cursor.next() ? cursor.keyReader().getInt() : -1;
      }
      write(phrases, phrase, counts, out);
    }
  }

  private static void write(Lexicon phrases, int phrase, PhraseCounts counts, RowWriter out)
      throws IOException {
    out.setString(PHRASE, phrases.phrase(phrase));
    out.setString(CATEGORY, phrases.category(phrase).orElse(null));
    out.setLong(VARIANTS, phrases.variants(phrase).size());
    out.setLong(TF, counts.tf());
    out.setLong(DF, counts.df());
    out.setLong(LITERAL, counts.literal());
    out.setLong(NESTED, counts.nested());
    out.setLong(SPLIT, counts.split());
    out.setLong(GUARDED, counts.guarded());
    if (counts.first() != null) {
      out.setDate(FIRST_DATE, counts.first().date());
      out.setString(FIRST_DOC_ID, counts.first().docId());
    }
    if (counts.last() != null) {
      out.setDate(LAST_DATE, counts.last().date());
    }
    out.endRow();
  }
}
