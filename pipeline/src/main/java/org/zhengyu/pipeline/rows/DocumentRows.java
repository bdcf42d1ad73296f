package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.BooleanColumn;
import org.zhengyu.output.DateColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.model.TextOrigin;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/** Rows of {@code documents}. */
public final class DocumentRows implements RowEncoder<Iterable<SortedRun>> {
  private static final long serialVersionUID = 1L;

  private static final Table.Builder COLUMNS =
      Table.named("documents", "accepted document", "收录的每篇文档");
  static final StringColumn DOC_ID =
      COLUMNS
          .column(
              "doc_id", "its own id, or its path below the input folder", "文档编号：自带的编号，或在输入文件夹下的路径")
          .key()
          .ofStrings();
  private static final StringColumn URI =
      COLUMNS.column("uri", "the file that holds it", "所在文件").ofStrings();
  private static final StringColumn RECORD_ID =
      COLUMNS
          .column("record_id", "the id that its record gave itself", "记录自带的编号")
          .nullable("where the document has no other id", "与文档编号相同或未给出时")
          .ofStrings();
  private static final StringColumn TITLE =
      COLUMNS
          .column("title", "its title: the one given, else its headline", "标题：给定的标题，否则为正文的题目")
          .nullable("where it has neither", "两者皆无时")
          .ofStrings();
  private static final DateColumn DATE =
      COLUMNS
          .column("date", "its day, or the first day of what is known", "日期；只知年、季、月等时为其首日")
          .nullable("where it is not known", "日期不详时")
          .ofDates();
  private static final DateColumn DATE_LAST =
      COLUMNS
          .column("date_last", "its day, or the last day of what is known", "日期；只知年、季、月等时为其末日")
          .nullable("where it is not known", "日期不详时")
          .ofDates();
  private static final StringColumn DATE_PRECISION =
      COLUMNS
          .column("date_precision", "what is known of the date", "日期精确到何处")
          .oneOf(names(KnownDate.Precision.values()))
          .nullable("where it is not known", "日期不详时")
          .ofStrings();
  private static final StringColumn DATE_SOURCE =
      COLUMNS
          .column(
              "date_source",
              "where the date comes from: the metadata of the run, a field of the document, its text",
              "日期的来源：运行时给定的元数据、文档自带的字段、正文")
          .oneOf(names(KnownDate.Source.values()))
          .nullable("where it is not known", "日期不详时")
          .ofStrings();
  private static final LongColumn YEAR =
      COLUMNS
          .column("year", "its year", "年份")
          .nullable("where the year is not known", "年份不详时")
          .ofLongs();
  private static final StringColumn REGION =
      COLUMNS
          .column("region", "the place that it speaks for, by its full name", "所属地区，用全称")
          .nullable("where it is not known", "不详时")
          .ofStrings();
  private static final StringColumn REGION_CODE =
      COLUMNS
          .column("region_code", "the code of the place by GB/T 2260", "地区的行政区划代码（GB/T 2260）")
          .nullable("where it is not known; counties and the country have none here", "不详时，以及县级和全国")
          .ofStrings();
  private static final StringColumn REGION_LEVEL =
      COLUMNS
          .column("region_level", "of what kind the place is", "地区的级别：全国、省级、地级、县级")
          .oneOf(names(Region.Level.values()))
          .nullable("where it is not known", "不详时")
          .ofStrings();
  private static final StringColumn PARENT_REGION =
      COLUMNS
          .column("parent_region", "what the place belongs to, by its full name", "上级地区，用全称")
          .nullable("where it is not known, and of the country", "不详时，以及全国")
          .ofStrings();
  private static final StringColumn ISSUER =
      COLUMNS
          .column("issuer", "who issued it", "发文机关")
          .nullable("where it is not known", "不详时")
          .ofStrings();
  private static final StringColumn DOC_TYPE =
      COLUMNS
          .column("doc_type", "its kind", "文种")
          .nullable("where it is not given", "未给出时")
          .ofStrings();
  private static final StringColumn DOCUMENT_NUMBER =
      COLUMNS
          .column("document_number", "the number that the issuer gave it", "发文字号")
          .nullable("where it is not known", "不详时")
          .ofStrings();
  private static final StringColumn INFERRED =
      COLUMNS
          .column(
              "inferred",
              "which of these columns say what stands in the text: date, document_number, issuer,"
                  + " region, with commas between",
              "以上各列中由正文推定者：date、document_number、issuer、region，以逗号分隔")
          .nullable("where none does", "无推定者时")
          .ofStrings();
  private static final StringColumn METADATA =
      COLUMNS
          .column(
              "metadata", "everything else that was given, as a JSON object", "其余元数据，为一个 JSON 对象")
          .nullable("where nothing else was given", "没有其余元数据时")
          .ofStrings();
  private static final StringColumn ENCODING =
      COLUMNS.column("encoding", "the charset that it was decoded from", "解码所用的字符编码").ofStrings();
  private static final StringColumn ENCODING_SOURCE =
      COLUMNS
          .column(
              "encoding_source",
              "how the encoding is known; format: the format has characters and no encoding",
              "编码的判定依据；format 表示该格式本身即为字符，无须判定")
          .oneOf(
              Stream.concat(
                      Stream.of(DecodedText.Source.values()).map(DecodedText.Source::toString),
                      Stream.of(TextOrigin.OF_FORMAT.source()))
                  .toList())
          .ofStrings();
  private static final LongColumn BYTES =
      COLUMNS
          .column("bytes", "what it takes up in its file, uncompressed", "在文件中所占的大小（解压后）")
          .unit(Quantity.BYTES)
          .formula("documents-tokens-phrase_occurrences")
          .ofLongs();
  private static final LongColumn CHARS =
      COLUMNS
          .column(
              "chars",
              "length of the decoded text, line breaks and page furniture included",
              "解码后文本的长度，含换行和页眉页脚")
          .unit(Quantity.CODE_POINTS)
          .formula("documents-tokens-phrase_occurrences")
          .ofLongs();
  private static final LongColumn PARAGRAPHS =
      COLUMNS
          .column("paragraphs", "paragraphs with at least one token", "至少有一个词的段落数")
          .unit(Quantity.PARAGRAPHS)
          .formula("documents-tokens-phrase_occurrences")
          .ofLongs();
  private static final LongColumn SENTENCES =
      COLUMNS
          .column("sentences", "sentences with at least one token", "至少有一个词的句子数")
          .unit(Quantity.SENTENCES)
          .formula("documents-tokens-phrase_occurrences")
          .ofLongs();
  private static final LongColumn TOKENS =
      COLUMNS
          .column(
              "tokens",
              "words: whatever has a letter (a hanzi is one) or a digit",
              "词次数：凡含字母（汉字亦是）或数字者为词")
          .unit(Quantity.TOKENS)
          .formula("documents-tokens-phrase_occurrences")
          .ofLongs();
  private static final LongColumn TYPES =
      COLUMNS
          .column("types", "distinct terms", "不同的词的个数")
          .unit(Quantity.TERMS)
          .formula("documents-tokens-phrase_occurrences")
          .ofLongs();
  private static final StringColumn SHA256 =
      COLUMNS
          .column(
              "sha256",
              "SHA-256 of the decoded text in UTF-8, hexadecimal",
              "解码后文本（按 UTF-8）的 SHA-256，十六进制")
          .ofStrings();
  private static final StringColumn TEXT_KEY =
      COLUMNS
          .column(
              "text_key",
              "equal for texts that differ in line ends, blanks and the width of characters only:"
                  + " MD5 of the folded text in UTF-16, hexadecimal",
              "仅在换行、空白、全角半角上有别的文本取值相同：归并后文本（按 UTF-16）的 MD5，十六进制")
          .ofStrings();
  private static final LongColumn SUSPECT_TEXT =
      COLUMNS
          .column(
              "suspect_text",
              "where what seems to be UTF-8 that was read as GBK begins",
              "疑似把 UTF-8 误读为 GBK 的文字的起点")
          .nullable("where there is none", "没有时")
          .unit(Quantity.CODE_POINTS)
          .ofLongs();
  private static final BooleanColumn IS_SELECTED =
      COLUMNS
          .column(
              "is_selected",
              "whether it fits `--where`; else it has no tokens here and is counted in no table",
              "是否符合 `--where`；不符合者在此没有词，也不计入任何表")
          .ofBooleans();
  private static final StringColumn DUPLICATE_OF =
      COLUMNS
          .column(
              "duplicate_of",
              "the document with the same text_key that is counted in its place: one with metadata"
                  + " before others, then the one with the shortest file name, then the first",
              "text_key 相同而代为计数的文档：有元数据者优先，其次文件名最短者，再次最先者")
          .nullable("where the document is counted itself", "本篇自身计数时")
          .references(DOC_ID)
          .ofStrings();

  /** The table. */
  public static final Table TABLE = COLUMNS.build();

  @Override
  public Table table() {
    return TABLE;
  }

  @Override
  public void encode(Iterable<SortedRun> runs, RowWriter out) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        DocumentRecord document = DocumentRecord.unpack(merge.value());
        Description description = document.description();
        out.setString(DOC_ID, document.id());
        out.setString(URI, document.uri());
        out.setString(RECORD_ID, description.recordId());
        out.setString(TITLE, description.title());
        setDate(description.date(), out);
        setRegion(description.region(), out);
        out.setString(ISSUER, description.issuer());
        out.setString(DOC_TYPE, description.docType());
        out.setString(DOCUMENT_NUMBER, description.documentNumber());
        if (!description.inferred().isEmpty()) {
          out.setString(INFERRED, String.join(",", description.inferred()));
        }
        out.setString(METADATA, description.metadata());
        out.setString(ENCODING, document.origin().encoding());
        out.setString(ENCODING_SOURCE, document.origin().source());
        out.setLong(BYTES, document.bytes());
        out.setLong(CHARS, document.chars());
        out.setLong(PARAGRAPHS, document.paragraphs());
        out.setLong(SENTENCES, document.sentences());
        out.setLong(TOKENS, document.tokens());
        out.setLong(TYPES, document.types());
        out.setString(SHA256, document.sha256());
        out.setString(TEXT_KEY, document.textKey());
        if (document.suspectFrom() != null) {
          out.setLong(SUSPECT_TEXT, document.suspectFrom());
        }
        out.setBoolean(IS_SELECTED, document.isSelected());
        out.setString(DUPLICATE_OF, document.duplicateOf());
        out.endRow();
      }
    }
  }

  private static void setDate(@Nullable KnownDate date, RowWriter out) {
    if (date != null) {
      out.setDate(DATE, date.first());
      out.setDate(DATE_LAST, date.last());
      out.setString(DATE_PRECISION, date.precision().toString());
      out.setString(DATE_SOURCE, date.source().toString());
      out.setLong(YEAR, date.year());
    }
  }

  private static void setRegion(@Nullable Region region, RowWriter out) {
    if (region != null) {
      out.setString(REGION, region.name());
      out.setString(REGION_CODE, region.code());
      out.setString(REGION_LEVEL, region.level() == null ? null : region.level().toString());
      out.setString(PARENT_REGION, region.parent());
    }
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::toString).toList();
  }
}
