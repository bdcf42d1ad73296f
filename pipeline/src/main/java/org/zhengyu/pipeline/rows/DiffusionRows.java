package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.stream.Stream;
import org.zhengyu.output.DateColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.Adoption;
import org.zhengyu.transforms.model.Adoptions;
import org.zhengyu.transforms.model.Direction;
import org.zhengyu.transforms.model.Region;

/** Rows of {@code diffusion}: every phrase and every place that uses it. */
public final class DiffusionRows implements RowEncoder<Adoptions> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("diffusion", "phrase and place that uses it", "每个短语与使用它的每个地方");
  private static final StringColumn PHRASE =
      COLUMNS.column("phrase", "the phrase", "短语").key().references(PhraseRows.PHRASE).ofStrings();
  private static final StringColumn REGION =
      COLUMNS.column("region", "the place, by its full name", "地方（全称）").key().ofStrings();
  private static final StringColumn REGION_LEVEL =
      COLUMNS
          .column("region_level", "of what kind it is", "地方的层级")
          .nullable("where the place is none that is known", "不识别该地方时")
          .oneOf(Stream.of(Region.Level.values()).map(Region.Level::toString).toList())
          .ofStrings();
  private static final StringColumn PARENT_REGION =
      COLUMNS
          .column("parent_region", "what it belongs to", "上级地方")
          .nullable("where that is not known", "未知时")
          .ofStrings();
  private static final FirstUseColumns FIRST_USE = FirstUseColumns.always(COLUMNS);
  private static final LongColumn RANK =
      COLUMNS
          .column("rank", "1 + the places that used it earlier for certain", "1 加上确定更早使用它的地方数")
          .formula("diffusion")
          .ofLongs();
  private static final LongColumn LAG_DAYS =
      COLUMNS
          .column(
              "lag_days",
              "days from the first use anywhere to the first here that a document shows",
              "自全部文档中首次使用到此地文档中首次使用的天数")
          .nullable(
              "where the place has no document in between: unknown, not late",
              "该地方其间没有文档（是未知，不是晚）时")
          .formula("diffusion")
          .ofLongs();
  private static final LongColumn CENTRE_LAG_DAYS =
      COLUMNS
          .column(
              "centre_lag_days",
              "the same from the first national use; below 0 where this place was earlier",
              "自全国性文档首次使用起的天数；此地更早时为负")
          .nullable(
              "without a national use, or where the later of the two has no document in between",
              "没有全国性使用，或两者中较晚的一方其间没有文档时")
          .formula("diffusion")
          .ofLongs();
  private static final StringColumn DIRECTION =
      COLUMNS
          .column(
              "direction",
              "by the order of documents, whether it came from a lower level than this, a higher one, or"
                  + " the same",
              "按文档先后，由更低的层级上传、由更高的层级下达，还是同级传播")
          .nullable(
              "where the place may be the first, or levels are not known or differ",
              "该地方可能最先使用，或层级未知、不一时")
          .oneOf(Stream.of(Direction.values()).map(Direction::toString).toList())
          .formula("diffusion")
          .ofStrings();
  private static final DateColumn SILENT_UNTIL =
      COLUMNS
          .column(
              "silent_until",
              "first day of the last document of the place before its first use: it came to use the"
                  + " phrase after this day",
              "该地方首次使用之前最后一篇文档的第一天：此日之后才使用该短语")
          .nullable("where the place has no document before its first use", "该地方首次使用之前没有文档时")
          .formula("diffusion")
          .ofDates();
  private static final LongColumn DOCUMENTS_BEFORE =
      COLUMNS
          .column(
              "documents_before",
              "documents of the place for certain before its first use",
              "该地方确定早于其首次使用的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("diffusion")
          .ofLongs();
  private static final LongColumn DOCUMENTS_AFTER =
      COLUMNS
          .column("documents_after", "those for certain after it", "该地方确定晚于其首次使用的文档数")
          .unit(Quantity.DOCUMENTS)
          .formula("diffusion")
          .ofLongs();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  private final SharedLexicon lexicon;

  /** Rows of the phrases of this lexicon. */
  public DiffusionRows(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Adoptions counted, RowWriter out) throws IOException {
    Lexicon phrases = lexicon.lexicon();
    for (Adoption adoption : counted.adoptions()) {
      Region region = adoption.region();
      out.setString(PHRASE, phrases.phrase(adoption.phrase()));
      out.setString(REGION, region.name());
      if (region.level() != null) {
        out.setString(REGION_LEVEL, region.level().toString());
      }
      out.setString(PARENT_REGION, region.parent());
      FIRST_USE.set(adoption.first(), out);
      out.setLong(RANK, adoption.rank());
      if (adoption.lag() != null) {
        out.setLong(LAG_DAYS, adoption.lag());
      }
      if (adoption.lagBehindCentre() != null) {
        out.setLong(CENTRE_LAG_DAYS, adoption.lagBehindCentre());
      }
      if (adoption.direction() != null) {
        out.setString(DIRECTION, adoption.direction().toString());
      }
      if (adoption.silentUntil() != null) {
        out.setDate(SILENT_UNTIL, adoption.silentUntil());
      }
      out.setLong(DOCUMENTS_BEFORE, adoption.documentsBefore());
      out.setLong(DOCUMENTS_AFTER, adoption.documentsAfter());
      out.endRow();
    }
  }
}
