package org.zhengyu.transforms.counting;

import java.util.List;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Goes through the terms of several blocks in their order, each with what all blocks say of it. Not
 * thread-safe.
 */
final class MergedTerms {
  private final List<TermBlock> blocks;
  private final int[][] numberOf;
  private final int withMarginsFrom;
  private final SortedRunMerge merge;
  private final TermEntry sum = new TermEntry();
  private final TermEntry part = new TermEntry();

  /**
   * Stands before the first term.
   *
   * @param blocks those of a bucket
   * @param numberOf of each block the numbers that its documents are to have; several may have the
   *     same
   * @param withMarginsFrom the first of the blocks whose margins and sizes are added up
   */
  MergedTerms(List<TermBlock> blocks, int[][] numberOf, int withMarginsFrom) {
    this.blocks = blocks;
    this.numberOf = numberOf;
    this.withMarginsFrom = withMarginsFrom;
    this.merge = SortedRunMerge.of(blocks.stream().map(TermBlock::entries).toList());
  }

  /** Steps to the next term; false at the end. */
  boolean next() {
    if (!merge.nextKey()) {
      return false;
    }
    boolean first = true;
    while (merge.nextValue()) {
      part.read(merge.value());
      if (first) {
        sum.clear(part.tag(), part.isContent(), part.phrase());
        first = false;
      }
      addUp(numberOf[merge.source()]);
    }
    return true;
  }

  private void addUp(int[] numbers) {
    sum.seeAgain(part.tag(), part.isContent());
    if (merge.source() >= withMarginsFrom) {
      sum.addMargins(part.margins());
    }
    for (int i = 0; i < part.postings(); i++) {
      sum.addPostings(
          numbers[part.document(i)],
          part.tokens(i),
          part.uses(i),
          part.frequency(i),
          part.times(i));
    }
  }

  /** The term in UTF-8, shared until the next step. */
  byte[] term() {
    return merge.key();
  }

  /** The sum, its postings in the order of the blocks; the next step takes its place. */
  TermEntry sum() {
    return sum;
  }

  /** The sizes of what was counted. */
  CorpusTotals totals() {
    return blocks.stream()
        .skip(withMarginsFrom)
        .map(TermBlock::totals)
        .reduce(CorpusTotals.NONE, CorpusTotals::plus);
  }
}
