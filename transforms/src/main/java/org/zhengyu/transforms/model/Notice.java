package org.zhengyu.transforms.model;

/** Something about accepted documents that whoever reads the result should know. */
public enum Notice {
  /** Is not decoded by the encoding that the run declares, nor by a byte order mark. */
  OTHER_ENCODING,
  /** Holds text that seems to have been decoded wrongly before it was saved. */
  SUSPECT_TEXT,
  /** Is described by no record of the run's metadata, nor by date or place of its own. */
  NO_METADATA,
  /** Was given a date that is none; the example is that text. */
  NOT_A_DATE,
  /** Is not in the part of the corpus that is looked at. */
  NOT_SELECTED
}
