package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.Buckets;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * Counts the terms of each segmented split in the documents that count: frequencies in documents,
 * paragraphs, sentences and window slots. The counts leave in one block a bucket of terms, and the
 * sizes of the split beside them.
 */
public final class CountTerms extends PTransform<PCollection<SegmentedSplit>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The counts by bucket of terms. */
  public static final TupleTag<KV<Integer, TermBlock>> TERMS = new TupleTag<>("terms") {};

  /** The sizes of the splits, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private final PCollectionView<Admissions> admissions;
  private final int buckets;
  private final int window;

  private CountTerms(PCollectionView<Admissions> admissions, int buckets, int window) {
    this.admissions = admissions;
    this.buckets = buckets;
    this.window = window;
  }

  /**
   * Counts terms.
   *
   * @param admissions which documents count
   * @param buckets into how many buckets terms are dealt
   * @param window the reach of the window in words; 0 when its slots are not wanted
   */
  public static CountTerms of(PCollectionView<Admissions> admissions, int buckets, int window) {
    return new CountTerms(admissions, buckets, window);
  }

  @Override
  public PCollectionTuple expand(PCollection<SegmentedSplit> splits) {
    PCollectionTuple counted =
        splits.apply(
            "Count",
            ParDo.of(new Count(this))
                .withSideInputs(admissions)
                .withOutputTags(TERMS, TupleTagList.of(FACTS)));
    counted.get(TERMS).setCoder(KvCoder.of(VarIntCoder.of(), TermBlock.coder()));
    counted.get(FACTS).setCoder(RunFact.coder());
    return counted;
  }

  private static final class Count extends DoFn<SegmentedSplit, KV<Integer, TermBlock>> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<Admissions> view;
    private final int buckets;
    private final int window;

    Count(CountTerms transform) {
      this.view = transform.admissions;
      this.buckets = transform.buckets;
      this.window = transform.window;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      SegmentedSplit split = context.element();
      SegmentedSplit.Types types = split.types();
      Tally tally = new Tally(types.size(), window);
      split.visit(context.sideInput(view)::counts, tally);
      if (tally.documents.isEmpty()) {
        return;
      }
      CorpusTotals totals = tally.totals();
      tally.emit(types, totals, buckets, context);
      context.output(FACTS, new RunFact.Counted(totals));
    }
  }

  /** The counts of one split, by type. */
  private static final class Tally implements SegmentedSplit.Visitor {
    private final int window;
    private final List<CountedDocument> documents = new ArrayList<>();
    private final long[] sentencesWith;
    private final long[] paragraphsWith;
    private final long[] slotsAround;
    private final int[] lastSentence;
    private final int[] lastParagraph;
    private final int[] frequencyInDocument;
    private final int[] typesOfDocument;
    private int typesInDocument;
    private int sentences;
    private int paragraphs;
    private long slots;

    /** The postings in the order of documents: parallel arrays. */
    private int[] postingType = new int[1024];

    private int[] postingDocument = new int[1024];
    private int[] postingFrequency = new int[1024];
    private int postings;
    private CountedDocument document;
    private long tokens;
    private long minTokens = Long.MAX_VALUE;

    Tally(int types, int window) {
      this.window = window;
      sentencesWith = new long[types];
      paragraphsWith = new long[types];
      slotsAround = new long[types];
      lastSentence = new int[types];
      lastParagraph = new int[types];
      frequencyInDocument = new int[types];
      typesOfDocument = new int[types];
      paragraphs = 1;
    }

    @Override
    public void beginDocument(CountedDocument begun) {
      document = begun;
    }

    @Override
    public void sentence(int[] types, int count) {
      sentences++;
      for (int i = 0; i < count; i++) {
        int type = types[i];
        if (frequencyInDocument[type]++ == 0) {
          typesOfDocument[typesInDocument++] = type;
        }
        if (lastSentence[type] != sentences) {
          lastSentence[type] = sentences;
          sentencesWith[type]++;
        }
        if (lastParagraph[type] != paragraphs) {
          lastParagraph[type] = paragraphs;
          paragraphsWith[type]++;
        }
        int neighbours = Math.min(i, window) + Math.min(count - 1 - i, window);
        slotsAround[type] += neighbours;
        slots += neighbours;
      }
    }

    @Override
    public void endParagraph() {
      paragraphs++;
    }

    @Override
    public void endDocument() {
      if (document.tokens() == 0) {
        return;
      }
      for (int i = 0; i < typesInDocument; i++) {
        int type = typesOfDocument[i];
        addPosting(type, documents.size(), frequencyInDocument[type]);
        frequencyInDocument[type] = 0;
      }
      typesInDocument = 0;
      documents.add(document);
      tokens += document.tokens();
      minTokens = Math.min(minTokens, document.tokens());
    }

    private void addPosting(int type, int documentNumber, int frequency) {
      if (postings == postingType.length) {
        postingType = Arrays.copyOf(postingType, postings * 2);
        postingDocument = Arrays.copyOf(postingDocument, postings * 2);
        postingFrequency = Arrays.copyOf(postingFrequency, postings * 2);
      }
      postingType[postings] = type;
      postingDocument[postings] = documentNumber;
      postingFrequency[postings] = frequency;
      postings++;
    }

    CorpusTotals totals() {
      return new CorpusTotals(
          documents.size(), paragraphs - 1L, sentences, slots, tokens, minTokens);
    }

    /**
     * Passes on the counts, one block for every bucket, also where it has no term: from its blocks
     * a bucket adds up the totals. A block lists the documents of its own postings and no others:
     * all documents in all buckets would grow with the square of the corpus.
     */
    void emit(
        SegmentedSplit.Types types,
        CorpusTotals totals,
        int buckets,
        DoFn<SegmentedSplit, KV<Integer, TermBlock>>.ProcessContext context) {
      int[] firstOfType = firstPostings(types.size());
      int[] order = orderByType(firstOfType);
      int[] bucketOfType = new int[types.size()];
      for (int type = 0; type < types.size(); type++) {
        // No bucket where no document that counts has the type.
        bucketOfType[type] =
            firstOfType[type] == firstOfType[type + 1] ? -1 : Buckets.of(types.term(type), buckets);
      }
      int[] numberInBlock = new int[documents.size()];
      TermEntry entry = new TermEntry();
      PackedWriter packed = new PackedWriter();
      int[][] typesOfBucket = byBucket(bucketOfType, buckets);
      for (int bucket = 0; bucket < buckets; bucket++) {
        List<CountedDocument> listed =
            listDocuments(typesOfBucket[bucket], firstOfType, order, numberInBlock);
        SortedRunBuilder run = new SortedRunBuilder();
        for (int type : typesOfBucket[bucket]) {
          int from = firstOfType[type];
          int to = firstOfType[type + 1];
          entry.clear(types.tag(type), types.isContent(type), types.phrase(type));
          entry.addMargins(
              new Margins(
                  (long) to - from, paragraphsWith[type], sentencesWith[type], slotsAround[type]));
          for (int i = from; i < to; i++) {
            entry.addPosting(numberInBlock[postingDocument[order[i]]], postingFrequency[order[i]]);
          }
          packed.clear();
          entry.pack(packed);
          run.add(types.term(type), packed);
        }
        context.output(KV.of(bucket, TermBlock.of(totals, listed, run.build())));
      }
    }

    /** The types of each bucket, in their order. */
    private static int[][] byBucket(int[] bucketOfType, int buckets) {
      int[] sizes = new int[buckets];
      for (int bucket : bucketOfType) {
        if (bucket >= 0) {
          sizes[bucket]++;
        }
      }
      int[][] types = new int[buckets][];
      for (int bucket = 0; bucket < buckets; bucket++) {
        types[bucket] = new int[sizes[bucket]];
      }
      Arrays.fill(sizes, 0);
      for (int type = 0; type < bucketOfType.length; type++) {
        int bucket = bucketOfType[type];
        if (bucket >= 0) {
          types[bucket][sizes[bucket]++] = type;
        }
      }
      return types;
    }

    /** Lists the documents that have one of the types, in their order, and numbers them so. */
    private List<CountedDocument> listDocuments(
        int[] typesOfBlock, int[] firstOfType, int[] order, int[] numberInBlock) {
      BitSet used = new BitSet(documents.size());
      for (int type : typesOfBlock) {
        for (int i = firstOfType[type]; i < firstOfType[type + 1]; i++) {
          used.set(postingDocument[order[i]]);
        }
      }
      List<CountedDocument> listed = new ArrayList<>(used.cardinality());
      for (int d = used.nextSetBit(0); d >= 0; d = used.nextSetBit(d + 1)) {
        numberInBlock[d] = listed.size();
        listed.add(documents.get(d));
      }
      return listed;
    }

    /** Where the postings of each type begin when they are put in the order of types. */
    private int[] firstPostings(int types) {
      int[] first = new int[types + 1];
      for (int i = 0; i < postings; i++) {
        first[postingType[i] + 1]++;
      }
      for (int type = 0; type < types; type++) {
        first[type + 1] += first[type];
      }
      return first;
    }

    private int[] orderByType(int[] firstOfType) {
      int[] next = firstOfType.clone();
      int[] order = new int[postings];
      for (int i = 0; i < postings; i++) {
        order[next[postingType[i]]++] = i;
      }
      return order;
    }
  }
}
