package org.zhengyu.transforms.segment;

import java.util.Locale;

/** The segmenters there are. With HanLP's words and without phrases all yield the same tokens. */
public enum SegmenterKind {
  /** Our own lattice over HanLP's dictionaries. */
  LATTICE,
  /** HanLP's own code, which knows only {@link WordStandard#HANLP}. */
  HANLP;

  /** The name, as an option has it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it can cut a text into these words. */
  public boolean knows(WordStandard words) {
    return this == LATTICE || words == WordStandard.HANLP;
  }

  /**
   * Creates a segmenter for the use of one thread.
   *
   * @throws IllegalArgumentException if it does not {@linkplain #knows know} these words
   */
  public Segmenter create(WordStandard words) {
    if (!knows(words)) {
      throw new IllegalArgumentException(this + " does not know the words " + words);
    }
    return switch (this) {
      case LATTICE -> LatticeSegmenter.create(words);
      case HANLP -> HanLpSegmenter.create();
    };
  }
}
