package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/** Adds up the counts of all splits for one bucket of terms. */
public final class TermMerge {
  private final TermBlock terms;
  private final ProposedTerms proposals;
  private final long types;

  /**
   * Merges blocks.
   *
   * @param blocks those of the bucket, one a split
   * @param limits which terms to propose for the vocabulary
   */
  public TermMerge(List<TermBlock> blocks, VocabularyLimits limits) {
    TermProposals proposed = new TermProposals(limits);
    long[] count = {0};
    terms =
        merged(
            blocks,
            /* withMarginsFrom= */ 0,
            (term, sum) -> {
              count[0] += sum.phrase() < 0 || sum.tokens() > 0 ? 1 : 0;
              proposed.consider(term, sum);
            });
    proposals = proposed.within(terms.totals());
    types = count[0];
  }

  /** Merges blocks of terms that are only a part of the corpus, and propose nothing. */
  public static TermBlock merged(List<TermBlock> blocks) {
    return merged(blocks, /* withMarginsFrom= */ 0, (term, sum) -> {});
  }

  /**
   * Merges the postings of blocks. What these say of their margins and sizes is left out for what
   * another block says, which has no postings.
   */
  public static TermBlock postings(List<TermBlock> blocks, TermBlock margins) {
    List<TermBlock> all = new ArrayList<>(blocks);
    all.add(margins);
    return merged(all, /* withMarginsFrom= */ blocks.size(), (term, sum) -> {});
  }

  /**
   * Merges blocks.
   *
   * @param withMarginsFrom the first of the blocks whose margins and sizes are added up
   * @param seen takes each term, its entry reused
   */
  private static TermBlock merged(
      List<TermBlock> blocks, int withMarginsFrom, BiConsumer<byte[], TermEntry> seen) {
    DocumentNumbers numbers = new DocumentNumbers(blocks);
    MergedTerms terms = new MergedTerms(blocks, numbers.ofBlocks(), withMarginsFrom);
    SortedRunBuilder merged = new SortedRunBuilder();
    PackedWriter packed = new PackedWriter();
    while (terms.next()) {
      TermEntry sum = terms.sum();
      sum.sortPostings();
      packed.clear();
      sum.pack(packed);
      merged.add(terms.term(), packed);
      seen.accept(terms.term(), sum);
    }
    return TermBlock.of(terms.totals(), numbers.documents(), merged.build());
  }

  /** The terms with their counts in the whole corpus. */
  public TermBlock terms() {
    return terms;
  }

  /** What the bucket proposes for the vocabulary. */
  public ProposedTerms proposals() {
    return proposals;
  }

  /** How many of the terms are a token: a phrase may be used inside of others alone. */
  public long types() {
    return types;
  }
}
