package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.TokenRecord;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.segment.PartOfSpeech;

/** Rows of {@code tokens}. */
public final class TokenRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS = Table.named("tokens", "token", "每个词次");
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).key().ofStrings();
  private static final StringColumn ZONE = SharedColumns.zone(COLUMNS).ofStrings();
  private static final LongColumn PARAGRAPH = SharedColumns.paragraph(COLUMNS).ofLongs();
  private static final LongColumn SENTENCE = SharedColumns.sentence(COLUMNS).key().ofLongs();
  private static final LongColumn POSITION =
      COLUMNS
          .column(
              "position",
              "place of the word in its sentence, from 0; stop words hold one, punctuation does not",
              "词在句中的序号，从 0 起；停用词占位，标点不占")
          .key()
          .formula("documents-tokens-phrase_occurrences")
          .ofLongs();
  private static final LongColumn BEGIN_OFFSET = SharedColumns.beginOffset(COLUMNS).ofLongs();
  private static final LongColumn END_OFFSET = SharedColumns.endOffset(COLUMNS).ofLongs();
  private static final StringColumn FORM =
      COLUMNS.column("form", "the word as written", "原文写法").ofStrings();
  private static final StringColumn TERM =
      COLUMNS
          .column(
              "term",
              "what it counts as: of a variant the phrase, of a folded form the simplified one",
              "计数时所归的词：变体归于其短语，折叠写法归于简体")
          .references(TermRows.TERM)
          .ofStrings();
  private static final StringColumn POS = SharedColumns.pos(COLUMNS).ofStrings();
  private static final StringColumn PHRASE =
      COLUMNS
          .column("phrase", "the phrase of the lexicon that it is", "所对应的词典短语")
          .nullable("where it is none", "不是短语时")
          .references(PhraseRows.PHRASE)
          .ofStrings();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final SharedLexicon lexicon;

  /** Rows that name the phrases of this lexicon. */
  public TokenRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public Table table() {
    return TABLE;
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
    out.setString(ZONE, token.zone().toString());
    out.setLong(PARAGRAPH, token.paragraph());
    out.setLong(SENTENCE, token.sentence());
    out.setLong(POSITION, token.position());
    out.setLong(BEGIN_OFFSET, token.begin());
    out.setLong(END_OFFSET, token.end());
    out.setString(FORM, token.form());
    out.setString(TERM, token.term());
    out.setString(POS, PartOfSpeech.of(token.tag()).name());
    if (token.phrase() >= 0) {
      out.setString(PHRASE, phrases.phrase(token.phrase()));
    }
    out.endRow();
  }
}
