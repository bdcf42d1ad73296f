package org.zhengyu.transforms.counting;

import java.util.List;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

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
    DocumentNumbers numbers = new DocumentNumbers(blocks);
    SortedRunMerge merge = SortedRunMerge.of(blocks.stream().map(TermBlock::entries).toList());
    SortedRunBuilder merged = new SortedRunBuilder();
    TermProposals proposed = new TermProposals(limits);
    TermEntry sum = new TermEntry();
    TermEntry part = new TermEntry();
    PackedWriter packed = new PackedWriter();
    long count = 0;
    while (merge.nextKey()) {
      addUp(merge, numbers, part, sum);
      count += sum.phrase() < 0 || sum.tokens() > 0 ? 1 : 0;
      packed.clear();
      sum.pack(packed);
      merged.add(merge.key(), packed);
      proposed.consider(merge.key(), sum);
    }
    CorpusTotals totals =
        blocks.stream().map(TermBlock::totals).reduce(CorpusTotals.NONE, CorpusTotals::plus);
    terms = TermBlock.of(totals, numbers.documents(), merged.build());
    proposals = proposed.within(totals);
    types = count;
  }

  /** Adds up the entries of one term, in place of what the sum held; each is read into the part. */
  private static void addUp(
      SortedRunMerge merge, DocumentNumbers numbers, TermEntry part, TermEntry sum) {
    boolean first = true;
    while (merge.nextValue()) {
      part.read(merge.value());
      if (first) {
        sum.clear(part.tag(), part.isContent(), part.phrase());
        first = false;
      }
      sum.seeAgain(part.tag(), part.isContent());
      sum.addMargins(part.margins());
      for (int i = 0; i < part.postings(); i++) {
        sum.addPosting(
            numbers.of(merge.source(), part.document(i)),
            part.tokens(i),
            part.uses(i),
            part.frequency(i));
      }
    }
    sum.sortPostings();
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
