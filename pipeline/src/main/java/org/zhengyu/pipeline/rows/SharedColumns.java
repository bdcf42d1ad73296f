package org.zhengyu.pipeline.rows;

import java.util.stream.Stream;
import org.zhengyu.output.Column;
import org.zhengyu.output.Table;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.structure.Zone;

/** Columns that mean the same in several tables, each described once. */
final class SharedColumns {
  private static final String PLACES = "documents-tokens-phrase_occurrences";

  private SharedColumns() {}

  static Column.Builder docId(Table.Builder table) {
    return table.column("doc_id", "the document", "文档").references(DocumentRows.DOC_ID);
  }

  static Column.Builder term(Table.Builder table) {
    return table.column("term", "the term", "词").references(TermRows.TERM);
  }

  static Column.Builder pos(Table.Builder table) {
    return table.column(
        "pos", "its part of speech, by the tags of HanLP 1.x", "词性，用 HanLP 1.x 标记集");
  }

  static Column.Builder isPhrase(Table.Builder table) {
    return table.column("is_phrase", "whether it is a phrase of the lexicon", "是否为词典中的短语");
  }

  static Column.Builder uses(Table.Builder table) {
    return table
        .column(
            "uses",
            "uses of the term: of a phrase those that are no tokens, too",
            "使用次数：短语含不独立成词的使用")
        .unit(Quantity.OCCURRENCES);
  }

  static Column.Builder f(Table.Builder table) {
    return table
        .column(
            "f",
            "tokens in which a use of the term begins: what is set against tokens",
            "有该词使用从其中开始的词次数，用于与词次数相比")
        .unit(Quantity.TOKENS);
  }

  static Column.Builder termA(Table.Builder table) {
    return table
        .column("term_a", "the term of the pair that sorts first", "词对中排序在前的词")
        .references(TermRows.TERM);
  }

  static Column.Builder termB(Table.Builder table) {
    return table.column("term_b", "the other term", "词对中的另一个词").references(TermRows.TERM);
  }

  static Column.Builder unit(Table.Builder table) {
    return table
        .column("unit", "what the two terms share", "两词共现的单位")
        .oneOf(Stream.of(ContextUnit.values()).map(ContextUnit::label).toList());
  }

  static Column.Builder windowSize(Table.Builder table) {
    return table
        .column(
            "window_size",
            "how many words apart the terms of a window may stand; 0 for the other units",
            "窗口跨度：两词至多相距几个词；其他单位为 0")
        .unit(Quantity.TOKENS);
  }

  static Column.Builder network(Table.Builder table) {
    return table.column(
        "network",
        "which network: all, phrases, around: its terms, or terms: a file",
        "哪个网络：all、phrases、around:各词，或 terms:文件名");
  }

  /** The value of the column of that name. */
  static long windowSize(ContextUnit unit, int window) {
    return unit == ContextUnit.WINDOW ? window : 0;
  }

  static Column.Builder zone(Table.Builder table) {
    return table
        .column("zone", "the part of the document", "所在的文本部分")
        .oneOf(Stream.of(Zone.values()).map(Zone::toString).toList());
  }

  static Column.Builder paragraph(Table.Builder table) {
    return table.column("paragraph", "its paragraph, from 0 in the document", "所在段落的序号，从 0 起");
  }

  static Column.Builder sentence(Table.Builder table) {
    return table.column("sentence", "its sentence, from 0 in the document", "所在句子在文档中的序号，从 0 起");
  }

  static Column.Builder beginOffset(Table.Builder table) {
    return table
        .column("begin_offset", "where it begins in the decoded text", "在解码后文本中的起始位置")
        .unit(Quantity.CODE_POINTS)
        .formula(PLACES);
  }

  static Column.Builder endOffset(Table.Builder table) {
    return table
        .column("end_offset", "where it ends, excluded", "结束位置（不含）")
        .unit(Quantity.CODE_POINTS)
        .formula(PLACES);
  }
}
