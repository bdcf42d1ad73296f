package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.ScoredTerms;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.Run;
import org.zhengyu.transforms.packed.RunBuilder;
import org.zhengyu.transforms.packed.RunMerge;

/**
 * Merges the counts of all units, one bucket of terms at a time, and proposes the bucket's terms
 * for the vocabulary: every phrase, and the most frequent content terms.
 */
public final class MergeTerms
    extends PTransform<PCollection<KV<Integer, TermBlock>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The merged buckets, ready to be scored. */
  public static final TupleTag<KV<Integer, ScoredTerms>> TERMS = new TupleTag<>("terms") {};

  /** From a term to the packed vocabulary {@link Member}, phrases. */
  public static final TupleTag<Run> PHRASES = new TupleTag<>("phrases") {};

  /** From a term to the packed vocabulary {@link Member}, content terms. */
  public static final TupleTag<Run> CONTENT_TERMS = new TupleTag<>("content") {};

  /** The number of types, as lines of {@link RunFact}. */
  public static final TupleTag<String> FACTS = new TupleTag<>("facts") {};

  /** The name of the fact that counts types. */
  public static final String TYPES = "types";

  private final PCollectionView<CorpusTotals> totals;
  private final VocabularyLimits limits;

  private MergeTerms(PCollectionView<CorpusTotals> totals, VocabularyLimits limits) {
    this.totals = totals;
    this.limits = limits;
  }

  /**
   * Merges terms.
   *
   * @param totals the sizes of the counted corpus
   * @param limits which terms to propose
   */
  public static MergeTerms of(PCollectionView<CorpusTotals> totals, VocabularyLimits limits) {
    return new MergeTerms(totals, limits);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, TermBlock>> blocks) {
    PCollectionTuple merged =
        blocks
            .apply("GatherTerms", GroupByKey.create())
            .apply(
                "Merge",
                ParDo.of(new Merge(this))
                    .withSideInputs(totals)
                    .withOutputTags(TERMS, TupleTagList.of(PHRASES).and(CONTENT_TERMS).and(FACTS)));
    merged.get(TERMS).setCoder(KvCoder.of(VarIntCoder.of(), ScoredTerms.coder()));
    merged.get(PHRASES).setCoder(Run.coder());
    merged.get(CONTENT_TERMS).setCoder(Run.coder());
    merged.get(FACTS).setCoder(StringUtf8Coder.of());
    return merged;
  }

  private static final class Merge
      extends DoFn<KV<Integer, Iterable<TermBlock>>, KV<Integer, ScoredTerms>> {
    private static final long serialVersionUID = 1L;

    private final PCollectionView<CorpusTotals> view;
    private final VocabularyLimits limits;

    Merge(MergeTerms transform) {
      this.view = transform.totals;
      this.limits = transform.limits;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<TermBlock> blocks = new ArrayList<>();
      context.element().getValue().forEach(blocks::add);
      DocumentNumbers numbers = new DocumentNumbers(blocks);
      RunMerge merge = RunMerge.of(blocks.stream().map(TermBlock::entries).toList());
      RunBuilder merged = new RunBuilder();
      Proposals proposals = new Proposals(limits);
      TermEntry sum = new TermEntry();
      TermEntry part = new TermEntry();
      PackedWriter packed = new PackedWriter();
      long types = 0;
      while (merge.nextKey()) {
        types++;
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
            sum.addPosting(numbers.of(merge.source(), part.document(i)), part.frequency(i));
          }
        }
        sum.sortPostings();
        packed.clear();
        sum.pack(packed);
        merged.add(merge.key(), packed);
        proposals.consider(merge.key(), sum);
      }
      context.output(
          KV.of(
              context.element().getKey(),
              new ScoredTerms(
                  context.sideInput(view), TermBlock.of(numbers.documents, merged.build()))));
      context.output(PHRASES, proposals.phrases.build());
      context.output(CONTENT_TERMS, proposals.contentTerms());
      context.output(FACTS, RunFact.of(RunFact.Kind.TOTALS, TYPES, types).toLine());
    }
  }

  /** Numbers the documents of several blocks anew, in the order of their keys. */
  private static final class DocumentNumbers {
    private final List<CountedDocument> documents = new ArrayList<>();
    private final int[][] numberOf;

    /** A document and where it was listed. */
    private record Listed(CountedDocument document, int block, int number) {}

    DocumentNumbers(List<TermBlock> blocks) {
      List<Listed> all = new ArrayList<>();
      numberOf = new int[blocks.size()][];
      for (int b = 0; b < numberOf.length; b++) {
        List<CountedDocument> listed = blocks.get(b).documents();
        numberOf[b] = new int[listed.size()];
        for (int d = 0; d < listed.size(); d++) {
          all.add(new Listed(listed.get(d), b, d));
        }
      }
      all.sort(Comparator.comparingLong(listed -> listed.document().key()));
      for (Listed listed : all) {
        numberOf[listed.block()][listed.number()] = documents.size();
        documents.add(listed.document());
      }
    }

    int of(int block, int document) {
      return numberOf[block][document];
    }
  }

  /** The vocabulary members that one bucket proposes. */
  private static final class Proposals {
    private final VocabularyLimits limits;
    private final RunBuilder phrases = new RunBuilder();
    private final PriorityQueue<Member> best;

    Proposals(VocabularyLimits limits) {
      this.limits = limits;
      this.best = new PriorityQueue<>(VocabularyLimits.MOST_FREQUENT_FIRST.reversed());
    }

    void consider(byte[] term, TermEntry entry) {
      boolean isPhrase = entry.phrase() >= 0;
      if (!isPhrase
          && (!entry.isContent() || entry.margins().sentences() < limits.minTermFrequency())) {
        return;
      }
      Member member = new Member(new String(term, UTF_8), entry.margins());
      if (isPhrase) {
        add(phrases, member);
      } else {
        best.add(member);
        if (best.size() > limits.size()) {
          best.poll();
        }
      }
    }

    Run contentTerms() {
      RunBuilder run = new RunBuilder();
      best.forEach(member -> add(run, member));
      return run.build();
    }

    private static void add(RunBuilder run, Member member) {
      PackedWriter packed = new PackedWriter();
      member.pack(packed);
      run.add(member.term().getBytes(UTF_8), packed);
    }
  }
}
