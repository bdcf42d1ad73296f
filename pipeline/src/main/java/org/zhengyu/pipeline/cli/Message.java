package org.zhengyu.pipeline.cli;

import org.zhengyu.pipeline.wording.Bundled;

/** What the command line says, beside the meanings of options: its texts are in bundles. */
public enum Message implements Bundled {
  /** Before the way a command is used, in its help. */
  USAGE,
  /** In that way, for all options that may be left out. */
  MORE_OPTIONS,
  /** Above the words that a command needs beside options. */
  OPERANDS,
  /** Above the options. */
  OPTIONS,
  /** Above the commands. */
  COMMANDS,
  /** After the meaning of an option that must be given. */
  MARK_REQUIRED,
  /** After the meaning of an option that has this default. */
  MARK_DEFAULT,

  /** A word without dashes that is no command. */
  NOT_AN_OPTION,
  /** Such a word that is like these commands. */
  UNKNOWN_COMMAND,
  /** A command that follows options. */
  COMMAND_NOT_FIRST,
  /** An option that nobody knows. */
  UNKNOWN_OPTION,
  /** Such an option that is like these. */
  DID_YOU_MEAN,
  /** A value after a blank, and how to type it. */
  VALUE_AFTER_BLANK,
  /** No value, and how to type one. */
  VALUE_MISSING,
  /** An option that is there twice. */
  GIVEN_TWICE,
  /** An option that must be given and is not. */
  REQUIRED,

  /** This is not a value that Beam takes. */
  NOT_A_VALUE,
  /** This is not a whole number. */
  NOT_WHOLE,
  /** This is not a number. */
  NOT_A_NUMBER,
  /** At least the first, not the second. */
  TOO_SMALL,
  /** From the first to the second, not the third. */
  OUT_OF_RANGE,
  /** This is not true or false. */
  NOT_A_FLAG,
  /** The first is none of the second. */
  NOT_A_CHOICE,
  /** The first is none of the second, but like the third. */
  NEAR_A_CHOICE,
  /** In this list a name is empty. */
  EMPTY_NAME,
  /** No encoding has this name. */
  UNKNOWN_ENCODING,
  /** This is no condition that can be used. */
  NOT_A_CONDITION,
  /** This says of no terms that they are excluded. */
  NOT_AN_EXCLUSION,
  /** This file is not there, or cannot be read. */
  UNREADABLE_FILE,
  /**
   * This file has so many MB, which want a heap of so many MB; this one has so many; take so many
   * GB.
   */
  HEAP_TOO_SMALL,
  /** In this folder is no complete result. */
  NO_RESULT,
  /** Whether there is one in the first, a folder, cannot be seen, for the second reason. */
  NO_WAY_TO_RESULT,
  /** The first, a result, has no second, a table. */
  NO_TABLE,
  /** No document of a result has this name. */
  NO_DOCUMENT,
  /** This term stands in no sentence of a result. */
  NO_SENTENCE,
  /** What is to be set against this is the same. */
  SAME_TWICE,
  /** In this list a field is there twice. */
  FIELD_TWICE,
  /** In this list a network is there twice. */
  NETWORK_TWICE,
  /** An option is there without this one. */
  NEEDS,
  /** The first, a table, is asked for without the second, an option. */
  TABLE_NEEDS,
  /** An option fills this table, which is not asked for. */
  FILLS_LEFT_OUT,
  /** The first, a measure, is one of the second, a table that is not written. */
  MEASURE_LEFT_OUT,
  /** This is no regular expression, and why. */
  NOT_A_PATTERN,
  /** So many hits in so many sentences of so many documents. */
  HITS,
  /** So many of these hits are shown. */
  HITS_SHOWN,
  /** This is no empty folder. */
  NOT_EMPTY,
  /** The files of an export are in this folder. */
  EXPORTED
}
