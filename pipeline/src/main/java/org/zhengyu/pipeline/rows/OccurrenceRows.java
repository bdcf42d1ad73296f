package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.stream.Stream;
import org.zhengyu.output.BooleanColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.segment.MatchStatus;

/**
 * Rows of {@code phrase_occurrences}. The id of an occurrence is the document's and the span: no
 * two phrases share one.
 */
public final class OccurrenceRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("phrase_occurrences", "literal occurrence", "短语的每次字面出现");
  private static final StringColumn OCCURRENCE_ID =
      COLUMNS
          .column(
              "occurrence_id",
              "the document and the span: doc_id:begin-end; with :phrase where that has a star",
              "文档与起止位置：doc_id:begin-end；短语含星号时另加 :phrase")
          .key()
          .ofStrings();
  private static final StringColumn DOC_ID = SharedColumns.docId(COLUMNS).ofStrings();
  private static final StringColumn PHRASE =
      COLUMNS.column("phrase", "the phrase", "短语").references(PhraseRows.PHRASE).ofStrings();
  private static final StringColumn FORM =
      COLUMNS.column("form", "the phrase as written", "原文写法").ofStrings();
  private static final StringColumn STATUS =
      COLUMNS
          .column("status", "what became of the occurrence", "该次出现的归属")
          .oneOf(Stream.of(MatchStatus.values()).map(MatchStatus::label).toList())
          .ofStrings();
  private static final BooleanColumn IS_USE =
      COLUMNS.column("is_use", "whether the text uses the phrase here", "此处是否使用了该短语").ofBooleans();
  private static final StringColumn COVERED_BY =
      COLUMNS
          .column(
              "covered_by",
              "the phrase or word that it lies in or shares characters with",
              "所在的或与之共用汉字的短语或词")
          .nullable(
              "where the status is neither nested nor overlapped", "既非 nested 亦非 overlapped 时")
          .ofStrings();
  private static final StringColumn ZONE = SharedColumns.zone(COLUMNS).ofStrings();
  private static final LongColumn PARAGRAPH = SharedColumns.paragraph(COLUMNS).ofLongs();
  private static final LongColumn SENTENCE = SharedColumns.sentence(COLUMNS).ofLongs();
  private static final LongColumn BEGIN_OFFSET = SharedColumns.beginOffset(COLUMNS).ofLongs();
  private static final LongColumn END_OFFSET = SharedColumns.endOffset(COLUMNS).ofLongs();
  private static final StringColumn CONTEXT_LEFT =
      COLUMNS
          .column("context_left", "what stands before it in its paragraph", "段落内的上文")
          .ofStrings();
  private static final StringColumn CONTEXT_RIGHT =
      COLUMNS.column("context_right", "what stands behind it", "段落内的下文").ofStrings();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final SharedLexicon lexicon;

  /** Rows that name the phrases of this lexicon. */
  public OccurrenceRows(SharedLexicon lexicon) {
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
            write(docId, Occurrence.unpack(rows), phrases, out);
          }
        });
  }

  /** Two phrases may stand in one place if one of them is not literal. */
  private static String id(String docId, Occurrence occurrence, Lexicon phrases) {
    String id = docId + ":" + occurrence.begin() + "-" + occurrence.end();
    int phrase = occurrence.phrase();
    return phrases.hasGlobs(phrase) ? id + ":" + phrases.phrase(phrase) : id;
  }

  private static void write(String docId, Occurrence occurrence, Lexicon phrases, RowWriter out)
      throws IOException {
    out.setString(OCCURRENCE_ID, id(docId, occurrence, phrases));
    out.setString(DOC_ID, docId);
    out.setString(PHRASE, phrases.phrase(occurrence.phrase()));
    out.setString(FORM, occurrence.form());
    out.setString(STATUS, occurrence.status().label());
    out.setBoolean(IS_USE, occurrence.status().isUse());
    out.setString(COVERED_BY, occurrence.coveredBy());
    out.setString(ZONE, occurrence.zone().toString());
    out.setLong(PARAGRAPH, occurrence.paragraph());
    out.setLong(SENTENCE, occurrence.sentence());
    out.setLong(BEGIN_OFFSET, occurrence.begin());
    out.setLong(END_OFFSET, occurrence.end());
    out.setString(CONTEXT_LEFT, occurrence.left());
    out.setString(CONTEXT_RIGHT, occurrence.right());
    out.endRow();
  }
}
