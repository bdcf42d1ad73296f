package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.Set;
import java.util.function.BiConsumer;
import org.zhengyu.output.BooleanColumn;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.segment.PartOfSpeech;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.DispersionAccumulator;
import org.zhengyu.transforms.stats.PartCounts;
import org.zhengyu.transforms.stats.Parts;

/** Rows of {@code terms}: counts, and dispersion over documents. */
public final class TermRows implements RowEncoder<TermBlock> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS = Table.named("terms", "term", "每个词");
  static final StringColumn TERM = COLUMNS.column("term", "the term", "词").key().ofStrings();
  private static final StringColumn POS = SharedColumns.pos(COLUMNS).ofStrings();
  private static final BooleanColumn IS_PHRASE = SharedColumns.isPhrase(COLUMNS).ofBooleans();
  private static final StringColumn CATEGORY =
      COLUMNS
          .column("category", "the category of the phrase", "短语的类别")
          .nullable("where it is no phrase, or one without a category", "不是短语或短语没有类别时")
          .ofStrings();
  private static final LongColumn TF =
      COLUMNS
          .column("tf", "tokens of the term", "词频")
          .unit(Quantity.TOKENS)
          .formula("terms")
          .ofLongs();
  private static final LongColumn USES = SharedColumns.uses(COLUMNS).formula("terms").ofLongs();
  private static final LongColumn F = SharedColumns.f(COLUMNS).formula("terms").ofLongs();
  private static final LongColumn DF =
      COLUMNS
          .column("df", "documents with the term", "含该词的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("terms")
          .ofLongs();
  private static final LongColumn SF =
      COLUMNS
          .column("sf", "sentences with the term", "含该词的句子数")
          .unit(Quantity.SENTENCES)
          .formula("terms")
          .ofLongs();
  private static final DoubleColumn PER_MILLION =
      COLUMNS
          .column("per_million", "f in every million tokens of the corpus", "每百万词次中的 f")
          .unit(Quantity.PER_MILLION)
          .formula("terms")
          .ofDoubles();
  private static final MeasureColumns<PartCounts, Dispersion> MEASURES =
      new MeasureColumns<>(COLUMNS, "terms", Dispersion.class);
  private static final Table COMPLETE = COLUMNS.build();

  /** The table with its default measures. */
  public static final Table TABLE = tableOf(Dispersion.DEFAULTS);

  private static final double MILLION = 1e6;

  private final SharedLexicon lexicon;
  private final Set<Dispersion> measures;

  /** Rows with these measures, which name the categories of this lexicon. */
  public TermRows(SharedLexicon lexicon, Set<Dispersion> measures) {
    this.lexicon = lexicon;
    this.measures = measures;
  }

  static Table tableOf(Set<Dispersion> measures) {
    return MEASURES.tableOf(COMPLETE, measures);
  }

  @Override
  public Table table() {
    return tableOf(measures);
  }

  @Override
  public void encode(TermBlock terms, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    CorpusTotals totals = terms.totals();
    Parts parts = new Parts(totals.documents(), totals.tokens(), totals.minTokens());
    DocumentList documents = terms.documents();
    DispersionAccumulator occupied = new DispersionAccumulator();
    BiConsumer<PartCounts, RowWriter> setter = MEASURES.setter(measures);
    TermEntry entry = new TermEntry();
    SortedRunCursor cursor = terms.entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      occupied.clear();
      for (int i = 0; i < entry.postings(); i++) {
        occupied.add(entry.frequency(i), documents.tokens(entry.document(i)), entry.times(i));
      }
      PackedReader term = cursor.keyReader();
      out.setString(TERM, term.array(), term.position(), term.remaining());
      out.setString(POS, PartOfSpeech.of(entry.tag()).name());
      out.setBoolean(IS_PHRASE, entry.phrase() >= 0);
      if (entry.phrase() >= 0) {
        out.setString(CATEGORY, phrases.category(entry.phrase()).orElse(null));
      }
      out.setLong(TF, entry.tokens());
      out.setLong(USES, entry.uses());
      out.setLong(F, entry.frequency());
      out.setLong(DF, entry.margins().documents());
      out.setLong(SF, entry.margins().sentences());
      out.setDouble(PER_MILLION, entry.frequency() * MILLION / totals.tokens());
      setter.accept(occupied.within(parts), out);
      out.endRow();
    }
  }
}
