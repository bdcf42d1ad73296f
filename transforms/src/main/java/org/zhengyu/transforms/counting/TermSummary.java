package org.zhengyu.transforms.counting;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.DocumentListBuilder;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * What a table of terms needs of postings, without their documents: those of documents of the same
 * length and groups in which the term is as frequent are one, that says how many they are. Of a
 * term that is in every document that leaves as many as there are lengths, groups and frequencies.
 *
 * <p>The blocks say the same, merged in any number and order: all that is summed up is whole.
 */
public final class TermSummary {
  /**
   * The bytes of entries in a block, beside its last: runners sort blocks, see {@link
   * org.zhengyu.transforms.packed.BucketWriter}.
   */
  private static final int MOST_IN_BLOCK = 1 << 19;

  /** The postings in an entry; what a term has more is in other entries of it. */
  private static final int MOST_IN_ENTRY = 1 << 16;

  private static final int NONE = -1;

  private static final Margins NO_MARGINS = new Margins(0, 0, 0, 0);

  private final Consumer<TermBlock> receiver;
  private final DocumentKinds kinds = new DocumentKinds();
  private final MergedTerms terms;
  private CorpusTotals totals;

  /** Of the block that is filled. */
  private SortedRunBuilder run = new SortedRunBuilder();

  private DocumentListBuilder listed = new DocumentListBuilder();

  /** Of each kind its number among the documents of the block. */
  private final int[] numberInBlock;

  /** Of each kind the last posting that it had in an entry. */
  private final int[] lastOf;

  /** Of each posting of the entry that is filled the one of its kind before it. */
  private final int[] before = new int[MOST_IN_ENTRY];

  private final TermEntry summed = new TermEntry();
  private final PackedWriter packed = new PackedWriter();

  private TermSummary(List<TermBlock> blocks, Consumer<TermBlock> receiver) {
    this.receiver = receiver;
    int[][] kindOf =
        blocks.stream().map(block -> kinds.of(block.documents())).toArray(int[][]::new);
    terms = new MergedTerms(blocks, kindOf, /* withMarginsFrom= */ 0);
    totals = terms.totals();
    numberInBlock = new int[kinds.size()];
    Arrays.fill(numberInBlock, NONE);
    lastOf = new int[kinds.size()];
  }

  /**
   * Sums up the documents of blocks, merged.
   *
   * @param blocks those that a shard has of a bucket; they may be summed up already
   * @param receiver takes blocks of which the first has the totals
   */
  public static void of(List<TermBlock> blocks, Consumer<TermBlock> receiver) {
    TermSummary summary = new TermSummary(blocks, receiver);
    while (summary.terms.next()) {
      summary.add(summary.terms.term(), summary.terms.sum());
    }
    summary.pass();
  }

  private void add(byte[] term, TermEntry entry) {
    begin(entry, entry.margins());
    for (int i = 0; i < entry.postings(); i++) {
      int kind = entry.document(i);
      int alike = alike(entry, i, lastOf(kind));
      if (alike != NONE) {
        summed.repeat(alike, entry.times(i));
        continue;
      }
      if (summed.postings() == MOST_IN_ENTRY) {
        end(term);
        begin(entry, NO_MARGINS);
      }
      int posting = summed.postings();
      before[posting] = lastOf(kind);
      lastOf[kind] = posting;
      summed.addPostings(
          numberInBlock(kind), entry.tokens(i), entry.uses(i), entry.frequency(i), entry.times(i));
    }
    end(term);
  }

  /** The last posting of a kind in the entry that is filled. */
  private int lastOf(int kind) {
    // What was noted of another entry names a posting that is of another kind, or not there, here.
    int last = lastOf[kind];
    return last < summed.postings() && summed.document(last) == numberInBlock[kind] ? last : NONE;
  }

  /** From a posting of the entry that is filled backwards, the one that is like another. */
  private int alike(TermEntry entry, int posting, int from) {
    int added = from;
    while (added != NONE
        && !(entry.frequency(posting) == summed.frequency(added)
            && entry.tokens(posting) == summed.tokens(added)
            && entry.uses(posting) == summed.uses(added))) {
      added = before[added];
    }
    return added;
  }

  private void begin(TermEntry entry, Margins margins) {
    summed.clear(entry.tag(), entry.isContent(), entry.phrase());
    summed.addMargins(margins);
  }

  private void end(byte[] term) {
    summed.sortPostings();
    packed.clear();
    summed.pack(packed);
    run.add(term, packed);
    if (run.size() + listed.bytes() >= MOST_IN_BLOCK) {
      pass();
    }
  }

  private int numberInBlock(int kind) {
    if (numberInBlock[kind] == NONE) {
      numberInBlock[kind] = listed.size();
      listed.add(kinds.get(kind, listed.size()));
    }
    return numberInBlock[kind];
  }

  private void pass() {
    receiver.accept(TermBlock.of(totals, listed, run.build()));
    totals = CorpusTotals.NONE;
    run = new SortedRunBuilder();
    listed = new DocumentListBuilder();
    Arrays.fill(numberInBlock, NONE);
  }
}
