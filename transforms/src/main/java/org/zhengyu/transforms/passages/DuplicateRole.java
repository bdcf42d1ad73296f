package org.zhengyu.transforms.passages;

import java.util.Locale;

/** What a document is in a cluster of documents that are nearly the same. */
public enum DuplicateRole {
  /** The first, with which the others are compared. */
  ORIGINAL,
  /** Nearly the same as the original. */
  REPRINT,
  /** No reprint, but most of it stood in the original. */
  EXCERPT;

  /** The lower-case name that the tables use. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
