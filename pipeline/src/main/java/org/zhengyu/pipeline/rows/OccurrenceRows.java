package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.structure.Zone;

/**
 * Rows of {@code phrase_occurrences}. The id of an occurrence is the document's and the span: no
 * two phrases share one.
 */
public final class OccurrenceRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.PHRASE_OCCURRENCES;
  private static final int OCCURRENCE_ID = TABLE.column("occurrence_id");
  private static final int DOC_ID = TABLE.column("doc_id");
  private static final int PHRASE = TABLE.column("phrase");
  private static final int FORM = TABLE.column("form");
  private static final int STATUS = TABLE.column("status");
  private static final int ZONE = TABLE.column("zone");
  private static final int PARAGRAPH = TABLE.column("paragraph");
  private static final int SENTENCE = TABLE.column("sentence");
  private static final int BEGIN = TABLE.column("begin");
  private static final int END = TABLE.column("end");
  private static final int LEFT = TABLE.column("left");
  private static final int RIGHT = TABLE.column("right");

  private final SharedLexicon lexicon;

  /** Rows that name the phrases of this lexicon. */
  public OccurrenceRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    DocumentGroups.forEach(
        runs,
        (docId, rows) -> {
          while (rows.hasMore()) {
            write(docId, Occurrence.unpack(rows), phrases, out);
          }
        });
  }

  private static void write(String docId, Occurrence occurrence, Lexicon phrases, RowWriter out)
      throws IOException {
    out.setString(OCCURRENCE_ID, docId + ":" + occurrence.begin() + "-" + occurrence.end());
    out.setString(DOC_ID, docId);
    out.setString(PHRASE, phrases.phrase(occurrence.phrase()));
    out.setString(FORM, occurrence.form());
    out.setString(STATUS, MatchStatus.values()[occurrence.status()].label());
    out.setString(ZONE, Zone.values()[occurrence.zone()].toString());
    out.setLong(PARAGRAPH, occurrence.paragraph());
    out.setLong(SENTENCE, occurrence.sentence());
    out.setLong(BEGIN, occurrence.begin());
    out.setLong(END, occurrence.end());
    out.setString(LEFT, occurrence.left());
    out.setString(RIGHT, occurrence.right());
    out.endRow();
  }
}
