package org.zhengyu.transforms.segment;

import java.util.Locale;

/** What counts as one word. */
public enum WordStandard {
  /**
   * The words of HanLP's core dictionary; of its user dictionary those whose parts were never seen
   * as separate words side by side (低碳, 产业链, but not 新的, 经济发展); names of persons, dates, ordinals,
   * numbers and Latin strings whole.
   */
  CORE,
  /** What HanLP makes of a sentence, all words of its user dictionary joined: 新的, 经济发展. */
  HANLP;

  /** The name, as an option has it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
