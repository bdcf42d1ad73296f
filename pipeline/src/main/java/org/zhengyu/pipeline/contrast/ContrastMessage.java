package org.zhengyu.pipeline.contrast;

import org.zhengyu.pipeline.wording.Bundled;

/** What the contrast of two terms says: its texts are in bundles. */
enum ContrastMessage implements Bundled {
  /** A term and its sentences, another and its, and those of both. */
  SENTENCES,
  /** Beside both terms, and how many. */
  BESIDE_BOTH,
  /** Beside the first term only, not the second, and how many. */
  BESIDE_ONE,
  /** Nothing is. */
  NOTHING,
  /** The heading of the column of the terms. */
  TERM,
  /** The heading of the sentences with a term. */
  WITH,
  /** The heading of the ratio. */
  RATIO,
  /** The heading of the interval. */
  INTERVAL,
  /** How to read it. */
  HOW_TO_READ
}
