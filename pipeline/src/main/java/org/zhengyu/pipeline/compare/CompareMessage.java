package org.zhengyu.pipeline.compare;

import org.zhengyu.pipeline.wording.Bundled;

/** What the comparison of two results says: its texts are in bundles. */
enum CompareMessage implements Bundled {
  /** How many texts are in both, in the first only, and in the second only. */
  TEXTS,
  /** The first documents of those that only a result has, and its name. */
  ONLY_IN,
  /** There is nothing to tell texts by. */
  NO_TEXTS,
  /** Lexicon, settings and version are the same. */
  SAME_MAKING,
  /** What differs, in the first and in the second. */
  DIFFERS,
  /** No keyness, for these differ. */
  NO_KEYNESS,
  /** That phrases are compared; how many are new, gone, changed and the same. */
  PHRASES,
  /** The same of terms. */
  TERMS,
  /** The same of pairs. */
  PAIRS,
  /** A result has not what this needs: a table and a column. */
  NOT_COMPARED,
  /** The heading of what is new, gone or changed. */
  STATUS,
  /** New. */
  NEW,
  /** Gone. */
  GONE,
  /** Changed. */
  CHANGED,
  /** The heading of counts. */
  COUNTS,
  /** The heading of ranks. */
  RANKS,
  /** The heading of the ratio. */
  RATIO
}
