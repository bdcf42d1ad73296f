package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.DocumentListBuilder;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

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

  private static final Margins NO_MARGINS = new Margins(0, 0, 0, 0);

  private final Consumer<TermBlock> receiver;
  private final List<Kind> kinds = new ArrayList<>();
  private final int[] kindOf;
  private CorpusTotals totals;

  /** Of the block that is filled. */
  private SortedRunBuilder run = new SortedRunBuilder();

  private DocumentListBuilder listed = new DocumentListBuilder();
  private final Map<Integer, Integer> numberInBlock = new HashMap<>();

  private final TermEntry summed = new TermEntry();
  private final PackedWriter packed = new PackedWriter();

  /** What documents have in common that are alike. */
  private record Kind(long tokens, List<String> groups) {}

  /** What postings of one kind of documents have in common that are alike. */
  private record Posting(long tokens, long uses, long frequency) {}

  private TermSummary(TermBlock block, Consumer<TermBlock> receiver) {
    this.receiver = receiver;
    this.totals = block.totals();
    DocumentList documents = block.documents();
    Map<Kind, Integer> numbers = new HashMap<>();
    kindOf = new int[documents.size()];
    for (int i = 0; i < kindOf.length; i++) {
      Kind kind = new Kind(documents.tokens(i), documents.groups(i));
      Integer known = numbers.putIfAbsent(kind, kinds.size());
      kindOf[i] = known == null ? kinds.size() : known;
      if (known == null) {
        kinds.add(kind);
      }
    }
  }

  /**
   * Sums up the documents of a block.
   *
   * @param block merged terms; they may be summed up already
   * @param receiver takes blocks of which the first has the totals
   */
  public static void of(TermBlock block, Consumer<TermBlock> receiver) {
    TermSummary summary = new TermSummary(block, receiver);
    TermEntry entry = new TermEntry();
    SortedRunCursor cursor = block.entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      summary.add(cursor.key(), entry);
    }
    summary.pass();
  }

  private void add(byte[] term, TermEntry entry) {
    entry.renumber(kindOf);
    begin(entry, entry.margins());
    int first = 0;
    for (int i = 1; i <= entry.postings(); i++) {
      if (i == entry.postings() || entry.document(i) != entry.document(first)) {
        addAlike(term, entry, first, i);
        first = i;
      }
    }
    end(term);
  }

  /** Adds the postings of one kind of documents, those that are alike as one. */
  private void addAlike(byte[] term, TermEntry entry, int from, int to) {
    Map<Posting, Integer> alike = new HashMap<>();
    for (int i = from; i < to; i++) {
      alike.merge(
          new Posting(entry.tokens(i), entry.uses(i), entry.frequency(i)),
          entry.times(i),
          Math::addExact);
    }
    alike.forEach(
        (posting, times) -> {
          if (summed.postings() == MOST_IN_ENTRY) {
            end(term);
            begin(entry, NO_MARGINS);
          }
          summed.addPostings(
              numberInBlock(entry.document(from)),
              posting.tokens,
              posting.uses,
              posting.frequency,
              times);
        });
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
    return numberInBlock.computeIfAbsent(
        kind,
        first -> {
          int number = listed.size();
          listed.add(
              new CountedDocument(number, "", kinds.get(kind).tokens, kinds.get(kind).groups));
          return number;
        });
  }

  private void pass() {
    receiver.accept(TermBlock.of(totals, listed, run.build()));
    totals = CorpusTotals.NONE;
    run = new SortedRunBuilder();
    listed = new DocumentListBuilder();
    numberInBlock.clear();
  }
}
