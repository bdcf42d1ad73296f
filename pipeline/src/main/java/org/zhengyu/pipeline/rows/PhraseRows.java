package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.output.DateColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
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

  private static final Table.Builder COLUMNS =
      Table.named("phrases", "phrase of the lexicon, also at 0", "词典中的每个短语（未出现者亦列出）");
  static final StringColumn PHRASE = COLUMNS.column("phrase", "the phrase", "短语").key().ofStrings();
  private static final StringColumn CATEGORY =
      COLUMNS
          .column("category", "its category", "类别")
          .nullable("where the lexicon gives none", "词典未给出时")
          .ofStrings();
  private static final LongColumn VARIANTS =
      COLUMNS.column("variants", "other forms that count as it", "计为该短语的其他写法的个数").ofLongs();
  private static final LongColumn SINCE =
      COLUMNS
          .column("since", "the year in which it came up", "提出的年份")
          .nullable("where the lexicon gives none", "词典未给出时")
          .ofLongs();
  private static final LongColumn USES =
      COLUMNS
          .column(
              "uses",
              "literal occurrences that use it: tf + nested + overlapped",
              "使用的次数：tf + nested + overlapped")
          .unit(Quantity.OCCURRENCES)
          .formula("phrases")
          .ofLongs();
  private static final LongColumn TF =
      COLUMNS
          .column("tf", "uses that are tokens", "作为词出现的次数")
          .unit(Quantity.TOKENS)
          .formula("phrases")
          .ofLongs();
  private static final LongColumn DF =
      COLUMNS
          .column("df", "documents in which it is used", "使用该短语的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("phrases")
          .ofLongs();
  private static final LongColumn LITERAL =
      COLUMNS
          .column(
              "literal",
              "literal occurrences: uses + split + guarded",
              "字面出现的次数：uses + split + guarded")
          .unit(Quantity.OCCURRENCES)
          .formula("phrases")
          .ofLongs();
  private static final LongColumn NESTED =
      COLUMNS
          .column("nested", "uses that lie inside a longer phrase or word", "位于更长的短语或词之内的使用次数")
          .unit(Quantity.OCCURRENCES)
          .formula("phrases")
          .ofLongs();
  private static final LongColumn OVERLAPPED =
      COLUMNS
          .column(
              "overlapped",
              "uses that share characters with another phrase, or with a word that they begin in",
              "与另一短语、或与其开头所在的词共用部分汉字的使用次数")
          .unit(Quantity.OCCURRENCES)
          .formula("phrases")
          .ofLongs();
  private static final LongColumn SPLIT =
      COLUMNS
          .column(
              "split",
              "literal occurrences that are no uses, for words run across their ends",
              "两端跨越词的边界、不算使用的次数")
          .unit(Quantity.OCCURRENCES)
          .formula("phrases")
          .ofLongs();
  private static final LongColumn GUARDED =
      COLUMNS
          .column(
              "guarded",
              "those that are a piece of a longer number, or excluded",
              "属于更长数字一部分或被排除的次数")
          .unit(Quantity.OCCURRENCES)
          .formula("phrases")
          .ofLongs();
  private static final FirstUseColumns FIRST_USE = FirstUseColumns.ifAny(COLUMNS);
  private static final DateColumn LAST_DATE =
      COLUMNS
          .column(
              "last_date",
              "latest `date` of a document in which it is used",
              "使用该短语的各文档中最晚的 `date`")
          .nullable("where no document with a use has a known date", "使用它的文档均无已知日期时")
          .formula(FirstUseColumns.FORMULA)
          .ofDates();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final SharedLexicon lexicon;

  /** Rows of the phrases of this lexicon. */
  public PhraseRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public Table table() {
    return TABLE;
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
    if (phrases.since(phrase).isPresent()) {
      out.setLong(SINCE, phrases.since(phrase).getAsInt());
    }
    out.setLong(USES, counts.uses());
    out.setLong(TF, counts.tf());
    out.setLong(DF, counts.df());
    out.setLong(LITERAL, counts.literal());
    out.setLong(NESTED, counts.nested());
    out.setLong(OVERLAPPED, counts.overlapped());
    out.setLong(SPLIT, counts.split());
    out.setLong(GUARDED, counts.guarded());
    FIRST_USE.set(counts.first(), out);
    if (counts.last() != null) {
      out.setDate(LAST_DATE, counts.last());
    }
    out.endRow();
  }
}
