package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentListBuilder;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * The counts of all types of one segmented split: the margins of each in every unit, and how often
 * it is in each document.
 */
public final class TermTally {
  /** Takes the counts bucket by bucket. */
  public interface Receiver {
    /** The terms of one bucket. */
    void block(int bucket, TermBlock block);
  }

  private final SegmentedSplit.Types types;
  private final Map<ContextUnit, MarginCounter> margins = new EnumMap<>(ContextUnit.class);
  private final List<CountedDocument> documents = new ArrayList<>();
  private final Postings postings = new Postings();

  /**
   * Of the postings of phrases that have inner uses, how many, and in how many words they begin.
   */
  private final Postings innerUses = new Postings();

  private final Postings innerPlaces = new Postings();

  private TermTally(SegmentedSplit.Types types, int window) {
    this.types = types;
    for (ContextUnit unit : ContextUnit.values()) {
      margins.put(unit, new MarginCounter(types.size(), window));
    }
  }

  /**
   * Counts a split.
   *
   * @param split the documents
   * @param counts of which documents by their keys those that count; one without a token does not
   * @param window the reach of the window in words; 0 when its slots are not wanted
   */
  public static TermTally of(SegmentedSplit split, LongPredicate counts, int window) {
    TermTally tally = new TermTally(split.types(), window);
    int size = tally.types.size();
    int[] itself =
        IntStream.range(0, size).map(type -> tally.types.isTerm(type) ? type : -1).toArray();
    split.visit(
        counts, new Contexts(EnumSet.allOf(ContextUnit.class), itself, size, tally.new Counting()));
    tally.postings.sort(size);
    tally.innerUses.sort(size);
    tally.innerPlaces.sort(size);
    return tally;
  }

  /** Adds up what the contexts hold; every type is a term. */
  private final class Counting implements Contexts.Receiver {
    private final int[] frequencies = new int[types.size()];
    private final int[] uses = new int[types.size()];
    private final int[] places = new int[types.size()];
    private CountedDocument document;

    @Override
    public void beginDocument(CountedDocument begun) {
      document = begun;
    }

    @Override
    public void innerUse(int term, boolean isFirst) {
      uses[term]++;
      places[term] += isFirst ? 1 : 0;
    }

    @Override
    public void sequence(int[] terms, int[] placesOfTerms, int count, int length) {
      int[] counts = frequencies;
      for (int i = 0; i < count; i++) {
        counts[terms[i]]++;
      }
      margins.get(ContextUnit.WINDOW).sequence(terms, placesOfTerms, count, length);
    }

    @Override
    public void set(ContextUnit unit, int[] terms, int count) {
      margins.get(unit).set(unit, terms, count);
      if (unit == ContextUnit.DOCUMENT) {
        for (int i = 0; i < count; i++) {
          addPosting(terms[i]);
        }
        documents.add(document);
      }
    }

    private void addPosting(int term) {
      postings.add(term, documents.size(), frequencies[term]);
      frequencies[term] = 0;
      if (uses[term] > 0) {
        innerUses.add(term, documents.size(), uses[term]);
        innerPlaces.add(term, documents.size(), places[term]);
        uses[term] = 0;
        places[term] = 0;
      }
    }
  }

  /** Whether no document counts. */
  public boolean isEmpty() {
    return documents.isEmpty();
  }

  /** The key of the first document that counts. */
  public long firstKey() {
    return documents.get(0).key();
  }

  /** The sizes of what was counted. */
  public CorpusTotals totals() {
    return new CorpusTotals(
        contexts(ContextUnit.DOCUMENT),
        contexts(ContextUnit.PARAGRAPH),
        contexts(ContextUnit.SENTENCE),
        contexts(ContextUnit.WINDOW),
        documents.stream().mapToLong(CountedDocument::tokens).sum(),
        documents.stream().mapToLong(CountedDocument::tokens).min().orElse(Long.MAX_VALUE));
  }

  private long contexts(ContextUnit unit) {
    return margins.get(unit).contexts();
  }

  /**
   * Deals the counts, one block for every bucket, also where it has no term: from its blocks a
   * bucket adds up the totals. A block lists the documents of its own postings and no others: all
   * documents in all buckets would grow with the square of the corpus.
   */
  public void deal(int buckets, Receiver receiver) {
    CorpusTotals totals = totals();
    int[] numberInBlock = new int[documents.size()];
    TermEntry entry = new TermEntry();
    PackedWriter packed = new PackedWriter();
    int[][] typesOfBucket = byBucket(buckets);
    for (int bucket = 0; bucket < buckets; bucket++) {
      DocumentListBuilder listed = listDocuments(typesOfBucket[bucket], numberInBlock);
      SortedRunBuilder run = new SortedRunBuilder();
      for (int type : typesOfBucket[bucket]) {
        entry.clear(types.tag(type), types.isContent(type), types.phrase(type));
        entry.addMargins(marginsOf(type));
        addPostings(type, numberInBlock, entry);
        packed.clear();
        entry.pack(packed);
        run.add(types.term(type), packed);
      }
      receiver.block(bucket, TermBlock.of(totals, listed, run.build()));
    }
  }

  private void addPostings(int type, int[] numberInBlock, TermEntry entry) {
    int inner = innerUses.begin(type);
    int innerEnd = innerUses.end(type);
    int end = postings.end(type);
    for (int i = postings.begin(type); i < end; i++) {
      int document = numberInBlock[postings.document(i)];
      long frequency = postings.frequency(i);
      if (inner < innerEnd && innerUses.document(inner) == postings.document(i)) {
        long tokens = frequency - innerPlaces.frequency(inner);
        long uses = tokens + innerUses.frequency(inner++);
        entry.addPosting(document, tokens, uses, frequency);
      } else {
        entry.addPosting(document, frequency);
      }
    }
  }

  private Margins marginsOf(int type) {
    return new Margins(
        margins.get(ContextUnit.DOCUMENT).of(type),
        margins.get(ContextUnit.PARAGRAPH).of(type),
        margins.get(ContextUnit.SENTENCE).of(type),
        margins.get(ContextUnit.WINDOW).of(type));
  }

  /** The types of each bucket, in their order, but those that are in no document that counts. */
  private int[][] byBucket(int buckets) {
    int[] sizes = new int[buckets];
    int[] bucketOfType = new int[types.size()];
    for (int type = 0; type < bucketOfType.length; type++) {
      if (isCounted(type)) {
        bucketOfType[type] = Buckets.of(types.term(type), buckets);
        sizes[bucketOfType[type]]++;
      }
    }
    int[][] typesOfBucket = new int[buckets][];
    Arrays.setAll(typesOfBucket, bucket -> new int[sizes[bucket]]);
    int[] filled = new int[buckets];
    for (int type = 0; type < bucketOfType.length; type++) {
      if (isCounted(type)) {
        int bucket = bucketOfType[type];
        typesOfBucket[bucket][filled[bucket]++] = type;
      }
    }
    return typesOfBucket;
  }

  private boolean isCounted(int type) {
    return postings.begin(type) < postings.end(type);
  }

  /** Lists the documents that have one of the types, in their order, and numbers them so. */
  private DocumentListBuilder listDocuments(int[] typesOfBlock, int[] numberInBlock) {
    BitSet used = new BitSet(documents.size());
    for (int type : typesOfBlock) {
      for (int i = postings.begin(type); i < postings.end(type); i++) {
        used.set(postings.document(i));
      }
    }
    DocumentListBuilder listed = new DocumentListBuilder();
    for (int d = used.nextSetBit(0); d >= 0; d = used.nextSetBit(d + 1)) {
      numberInBlock[d] = listed.size();
      listed.add(documents.get(d));
    }
    return listed;
  }
}
