package org.zhengyu.pipeline.rows;

import java.io.IOException;
import java.util.stream.Stream;
import org.zhengyu.output.DateColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentRecord;
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
  private static final StringColumn TITLE =
      COLUMNS
          .column("title", "its title: the one given, else its headline", "标题：给定的标题，否则为正文的题目")
          .nullable("where it has neither", "两者皆无时")
          .ofStrings();
  private static final DateColumn DATE =
      COLUMNS
          .column("date", "its day", "日期")
          .nullable("where the day is not known", "日期不详时")
          .ofDates();
  private static final LongColumn YEAR =
      COLUMNS
          .column("year", "its year", "年份")
          .nullable("where the year is not known", "年份不详时")
          .ofLongs();
  private static final StringColumn REGION =
      COLUMNS
          .column("region", "the place that it speaks for", "所属地区")
          .nullable("where it is not given", "未给出时")
          .ofStrings();
  private static final StringColumn ISSUER =
      COLUMNS
          .column("issuer", "who issued it", "发文机关")
          .nullable("where it is not given", "未给出时")
          .ofStrings();
  private static final StringColumn DOC_TYPE =
      COLUMNS
          .column("doc_type", "its kind", "文种")
          .nullable("where it is not given", "未给出时")
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
          .column("encoding_source", "how the encoding is known", "编码的判定依据")
          .oneOf(Stream.of(DecodedText.Source.values()).map(DecodedText.Source::toString).toList())
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
  private static final StringColumn DUPLICATE_OF =
      COLUMNS
          .column(
              "duplicate_of",
              "the first document with the same text, which is counted in its place",
              "正文相同的首篇文档，计数以之为准")
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
        out.setString(TITLE, description.title());
        out.setDate(DATE, description.date());
        if (description.year() != null) {
          out.setLong(YEAR, description.year());
        }
        out.setString(REGION, description.region());
        out.setString(ISSUER, description.issuer());
        out.setString(DOC_TYPE, description.docType());
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
        out.setString(DUPLICATE_OF, document.duplicateOf());
        out.endRow();
      }
    }
  }
}
