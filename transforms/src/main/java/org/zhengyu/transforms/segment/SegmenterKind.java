package org.zhengyu.transforms.segment;

import java.util.Locale;

/** The segmenters there are. All yield the same tokens. */
public enum SegmenterKind {
  /** Our own lattice over HanLP's dictionaries. */
  LATTICE,
  /** HanLP's own code. */
  HANLP;

  /** The name, as an option has it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Creates a segmenter for the use of one thread. */
  public Segmenter create() {
    return switch (this) {
      case LATTICE -> LatticeSegmenter.create();
      case HANLP -> HanLpSegmenter.create();
    };
  }
}
