package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.Table;
import org.zhengyu.output.Tables;
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
import org.zhengyu.transforms.stats.Parts;
import org.zhengyu.transforms.stats.TermWeighting;

/** Rows of {@code terms}: counts, and dispersion over documents. */
public final class TermRows implements RowEncoder<TermBlock> {
  private static final long serialVersionUID = 1L;

  private static final Table TABLE = Tables.TERMS;
  private static final int TERM = TABLE.column("term");
  private static final int POS = TABLE.column("pos");
  private static final int IS_PHRASE = TABLE.column("is_phrase");
  private static final int CATEGORY = TABLE.column("category");
  private static final int TF = TABLE.column("tf");
  private static final int DF = TABLE.column("df");
  private static final int SF = TABLE.column("sf");
  private static final int PER_MILLION = TABLE.column("per_million");
  private static final int IDF = TABLE.column("idf");
  private static final int DP = TABLE.column("dp");
  private static final int DP_NORM = TABLE.column("dp_norm");
  private static final int JUILLAND_D = TABLE.column("juilland_d");

  private static final double MILLION = 1e6;

  private final SharedLexicon lexicon;

  /** Rows that name the categories of this lexicon. */
  public TermRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
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
      Dispersion dispersion = occupied.within(parts);
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
      out.setDouble(IDF, TermWeighting.idf(df, totals.documents()));
      out.setDouble(DP, dispersion.dp());
      out.setDouble(DP_NORM, dispersion.dpNorm());
      out.setDouble(JUILLAND_D, dispersion.juillandD());
      out.endRow();
    }
  }
}
