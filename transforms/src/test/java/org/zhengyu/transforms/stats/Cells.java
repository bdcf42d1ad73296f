package org.zhengyu.transforms.stats;

/** Contingency tables by their four cells, as they are drawn and published. */
final class Cells {
  private Cells() {}

  static ContingencyTable table(long o11, long o12, long o21, long o22) {
    return new ContingencyTable(o11, o11 + o12, o11 + o21, o11 + o12 + o21 + o22);
  }
}
