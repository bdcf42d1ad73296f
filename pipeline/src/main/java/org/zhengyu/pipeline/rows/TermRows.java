package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
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
import org.zhengyu.transforms.model.CountedDocument;
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
  private static final StringColumn POS =
      COLUMNS
          .column("pos", "its part of speech, by the tags of HanLP 1.x", "词性，用 HanLP 1.x 标记集")
          .ofStrings();
  private static final BooleanColumn IS_PHRASE =
      COLUMNS
          .column("is_phrase", "whether it is a phrase of the lexicon", "是否为词典中的短语")
          .ofBooleans();
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
          .column("per_million", "its tokens in every million of the corpus", "每百万词次中的词频")
          .unit(Quantity.PER_MILLION)
          .formula("terms")
          .ofDoubles();
  private static final DoubleColumn IDF =
      COLUMNS.column("idf", "how rare it is among documents", "逆文档频率").formula("terms").ofDoubles();
  private static final DoubleColumn DP =
      COLUMNS
          .column(
              "dp",
              "deviation of proportions, from 0 for even to 1 for massed in one small place",
              "比例偏差：0 为均匀，近 1 为集中于一处")
          .nullable("with a single document", "只有一篇文档时")
          .formula("terms")
          .ofDoubles();
  private static final DoubleColumn DP_NORM =
      COLUMNS
          .column(
              "dp_norm", "the same, up to 1 whatever the sizes of the documents", "归一化的比例偏差，上限恒为 1")
          .nullable("with a single document", "只有一篇文档时")
          .formula("terms")
          .ofDoubles();
  private static final DoubleColumn JUILLAND_D =
      COLUMNS
          .column(
              "juilland_d",
              "Juilland's D, from 0 for all in one document to 1 for even",
              "Juilland D 值：0 为全在一篇，1 为均匀")
          .nullable("with a single document", "只有一篇文档时")
          .formula("terms")
          .ofDoubles();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private static final double MILLION = 1e6;

  private final SharedLexicon lexicon;

  /** Rows that name the categories of this lexicon. */
  public TermRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(TermBlock terms, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    CorpusTotals totals = terms.totals();
    Parts parts = new Parts(totals.documents(), totals.tokens(), totals.minTokens());
    List<CountedDocument> documents = terms.documents();
    DispersionAccumulator occupied = new DispersionAccumulator();
    TermEntry entry = new TermEntry();
    SortedRunCursor cursor = terms.entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      occupied.clear();
      for (int i = 0; i < entry.postings(); i++) {
        occupied.add(entry.frequency(i), documents.get(entry.document(i)).tokens());
      }
      PartCounts counts = occupied.within(parts);
      PackedReader term = cursor.keyReader();
      long tf = entry.termFrequency();
      long df = entry.margins().documents();
      out.setString(TERM, term.array(), term.position(), term.remaining());
      out.setString(POS, PartOfSpeech.of(entry.tag()).name());
      out.setBoolean(IS_PHRASE, entry.phrase() >= 0);
      if (entry.phrase() >= 0) {
        out.setString(CATEGORY, phrases.category(entry.phrase()).orElse(null));
      }
      out.setLong(TF, tf);
      out.setLong(DF, df);
      out.setLong(SF, entry.margins().sentences());
      out.setDouble(PER_MILLION, tf * MILLION / totals.tokens());
      out.setDouble(IDF, Dispersion.IDF.of(counts));
      out.setDouble(DP, Dispersion.DP.of(counts));
      out.setDouble(DP_NORM, Dispersion.DP_NORM.of(counts));
      out.setDouble(JUILLAND_D, Dispersion.JUILLAND_D.of(counts));
      out.endRow();
    }
  }
}
