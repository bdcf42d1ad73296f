package org.zhengyu.transforms.passages;

import java.util.Locale;

/** What becomes of the tokens of passages in what is counted. */
public enum PassageUse {
  /** They count like others. */
  COUNT,
  /** They count at the first place of their passage in the order of the input. */
  ONCE,
  /** They do not count. */
  EXCLUDE;

  /** The name that stands on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
