package org.zhengyu.transforms.structure;

import java.util.Locale;

/** What part of a document a paragraph belongs to. */
public enum Zone {
  /** The title of the document, one line or several. */
  HEADLINE,
  /** A line beside the headline that begins with a dash: occasion, place, date. */
  KICKER,
  /** Who wrote, issued or adopted the document, and when; before the body begins. */
  BYLINE,
  /** The title of a part: a chapter, a numbered or a short line without a sentence end. */
  HEADING,
  /** Everything else. */
  BODY,
  /** A row of a table. */
  TABLE,
  /** What stands behind a mark that the text refers to: ① or [1]. */
  FOOTNOTE,
  /** The explanation of terms behind the text: 名词解释. */
  GLOSSARY,
  /** What is annexed: from 附件1 on. */
  ANNEX;

  /** The lower-case name that the tables use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
