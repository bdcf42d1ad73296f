package org.zhengyu.pipeline.report;

import org.zhengyu.pipeline.wording.Bundled;

/** What a run says of itself: how far it is, what it found, what is doubtful, how it ended. */
public enum RunMessage implements Bundled {
  /** Documents that were accepted, rejected, repeated, empty. */
  DOCUMENTS,
  /** Characters, tokens, types, seconds, characters a second. */
  SIZES,
  /** Above the most frequent phrases. */
  PHRASES,
  /** Uses of a phrase. */
  PHRASE,
  /** Above the strongest pairs of phrases of a unit. */
  PAIRS_OF_PHRASES,
  /** Above the strongest pairs of a phrase and another term of a unit. */
  PAIRS_WITH_TERMS,
  /** How often two terms are together; the two; G². */
  PAIR,
  /** How many pairs such lists leave out; what they share, as in these titles. */
  PAIRS_LEFT_OUT,
  /** What two terms share, in such a title: a sentence. */
  UNIT_SENTENCE,
  /** A paragraph. */
  UNIT_PARAGRAPH,
  /** A document. */
  UNIT_DOCUMENT,
  /** A window. */
  UNIT_WINDOW,
  /** How many were rejected, and why. */
  REJECTED,
  /** How many files were left out, and why. */
  LEFT_OUT,
  /** What a reader should know. */
  WARNING,
  /** Above the tables. */
  TABLES,
  /** Rows of a table, and its folder. */
  TABLE,
  /** Above a query that opens a table. */
  OPEN_ONE,
  /** Phrases of the lexicon, and how many of them are used. */
  LEXICON,
  /** The first, what was said of the lexicon; categories of which nothing is used. */
  UNUSED,
  /** Such categories, and how many others. */
  MORE_UNUSED,
  /** Where the report is. */
  REPORT,
  /** Forms that stand in several lexicons, and the first of them. */
  SEVERAL_LEXICONS,
  /** Phrases within which a sentence ends, and the first of them. */
  PHRASES_OF_SENTENCES,
  /** The lexicon is in traditional characters. */
  TRADITIONAL_LEXICON,
  /** After those of which the manifest has more. */
  OTHERS_NOTED,
  /** Documents, none of which has a word. */
  NO_WORDS,
  /** Documents in traditional characters, of how many; in percent. */
  TRADITIONAL,
  /** Sentences of zones that are not counted. */
  OTHER_ZONES,
  /** No phrase is used. */
  NO_PHRASE,
  /** The first, a field, is known of no document; what stays empty. */
  NONE_KNOWN,
  /** So many documents of so many lack the third, a field; what leaves them out. */
  SOME_UNKNOWN,
  /** So many documents of so many lie in no period that was named. */
  OUTSIDE_PERIODS,
  /** These tables. */
  TRENDS_AND_BURSTS,
  /** Some rows of this table. */
  ROWS_OF_KEYNESS,
  /** All documents have one value of this field. */
  ONE_VALUE,
  /** The first, a field, has the second number of values, more than the third. */
  MANY_VALUES,
  /**
   * The first, a field, of this value has so many of so many documents in a period, of so many of
   * so many before; the number of other such shifts.
   */
  SHIFT,
  /** No document has the first as its value of the second. */
  NO_REFERENCE,
  /** So many values of so many, of a field, have fewer than this number of documents. */
  SMALL_GROUPS,
  /** So many rows of keyness are hidden. */
  HIDDEN,
  /** Documents, fewer than so many. */
  FEW_DOCUMENTS,
  /** A network, and how many of its terms are not in the vocabulary; the first of them. */
  NOT_IN_VOCABULARY,
  /** A network, a unit, and how many of its terms have no edge; the first of them. */
  NO_EDGE,
  /** So many documents are not in an encoding; the first of them. */
  OTHER_ENCODING,
  /** So many names of files; the first of them. */
  AMBIGUOUS_NAMES,
  /** So many records; the first of them. */
  UNUSED_RECORDS,
  /** So many documents; the first of them. */
  NO_RECORD,
  /** So many documents; the first of them. */
  SUSPECT_TEXT,
  /** So many documents; the first of their dates. */
  NOT_A_DATE,
  /** So many documents; the first of them. */
  NOT_SELECTED,
  /** There is no document at all. */
  NO_RECORDS,
  /** Reasons, with how often; where to look. */
  NOTHING_READ,
  /** An option; the share of documents that were rejected, and the most that may be. */
  TOO_MANY_REJECTED,
  /** The kind of a fault, and what it says. */
  FAILED,
  /** Megabytes. */
  PEAK_MEMORY,
  /** The share done in percent, and what the run is at. */
  PROGRESS,
  /** Such a line, and the seconds left. */
  TIME_LEFT,
  /** So many files of tables are put in place. */
  COMMITTING,
  /** The report is made. */
  DRAWING,
  /** Files for other programs are written. */
  EXPORTING
}
