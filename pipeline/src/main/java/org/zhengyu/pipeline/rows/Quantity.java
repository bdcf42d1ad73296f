package org.zhengyu.pipeline.rows;

import org.zhengyu.output.Wording;

/** What the numbers of the tables are numbers of. */
final class Quantity {
  static final Wording BYTES = new Wording("bytes", "字节");
  static final Wording CODE_POINTS = new Wording("code points", "码位");
  static final Wording TOKENS = new Wording("tokens", "词次");
  static final Wording TERMS = new Wording("terms", "词");
  static final Wording SENTENCES = new Wording("sentences", "句");
  static final Wording PARAGRAPHS = new Wording("paragraphs", "段");
  static final Wording DOCUMENTS = new Wording("documents", "篇");
  static final Wording OCCURRENCES = new Wording("occurrences", "次");
  static final Wording EDGES = new Wording("edges", "边");
  static final Wording PER_MILLION = new Wording("tokens per million", "词次每百万");
  static final Wording PER_CENT = new Wording("per cent", "%");

  /** A factor of two. */
  static final Wording BITS = new Wording("bits", "比特");

  /** What two terms share to co-occur: in a window its slots. */
  static final Wording UNITS = new Wording("units, or slots of windows", "单位（窗口则为位置对）");

  private Quantity() {}
}
