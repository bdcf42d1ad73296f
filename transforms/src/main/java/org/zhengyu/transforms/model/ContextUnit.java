package org.zhengyu.transforms.model;

import java.util.Locale;

/** In what two terms must occur together to co-occur. */
public enum ContextUnit {
  /** Both are in the sentence; how often does not matter. */
  SENTENCE,
  /** Both are in the paragraph. */
  PARAGRAPH,
  /** Both are in the document. */
  DOCUMENT,
  /** They stand at most k words apart in one sentence; every pair of positions counts. */
  WINDOW;

  /** Whether what co-occurs in it stands in one sentence. */
  public boolean isWithinSentence() {
    return this == SENTENCE || this == WINDOW;
  }

  /** The name that stands in the table and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
