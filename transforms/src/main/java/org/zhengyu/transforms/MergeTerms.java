package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Merges the counts of all splits, one bucket of terms at a time, and proposes the bucket's terms
 * for the vocabulary: every phrase, and the most frequent content terms.
 */
public final class MergeTerms
    extends PTransform<PCollection<KV<Integer, TermBlock>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** The merged buckets. */
  public static final TupleTag<KV<Integer, TermBlock>> TERMS = new TupleTag<>("terms") {};

  /** What each bucket proposes for the vocabulary. */
  public static final TupleTag<ProposedTerms> PROPOSALS = new TupleTag<>("proposals") {};

  /** The number of types, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private final VocabularyLimits limits;

  private MergeTerms(VocabularyLimits limits) {
    this.limits = limits;
  }

  /**
   * Merges terms.
   *
   * @param limits which terms to propose
   */
  public static MergeTerms within(VocabularyLimits limits) {
    return new MergeTerms(limits);
  }

  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, TermBlock>> blocks) {
    PCollectionTuple merged =
        blocks
            .apply("GatherTerms", GroupByKey.create())
            .apply(
                "Merge",
                ParDo.of(new Merge(limits))
                    .withOutputTags(TERMS, TupleTagList.of(PROPOSALS).and(FACTS)));
    merged.get(TERMS).setCoder(KvCoder.of(VarIntCoder.of(), TermBlock.coder()));
    merged.get(PROPOSALS).setCoder(ProposedTerms.coder());
    merged.get(FACTS).setCoder(RunFact.coder());
    return merged;
  }

  private static final class Merge
      extends DoFn<KV<Integer, Iterable<TermBlock>>, KV<Integer, TermBlock>> {
    private static final long serialVersionUID = 1L;

    private final VocabularyLimits limits;

    Merge(VocabularyLimits limits) {
      this.limits = limits;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      List<TermBlock> blocks = new ArrayList<>();
      context.element().getValue().forEach(blocks::add);
      DocumentNumbers numbers = new DocumentNumbers(blocks);
      SortedRunMerge merge = SortedRunMerge.of(blocks.stream().map(TermBlock::entries).toList());
      SortedRunBuilder merged = new SortedRunBuilder();
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
      CorpusTotals totals =
          blocks.stream().map(TermBlock::totals).reduce(CorpusTotals.NONE, CorpusTotals::plus);
      context.output(
          KV.of(
              context.element().getKey(), TermBlock.of(totals, numbers.documents, merged.build())));
      context.output(PROPOSALS, proposals.within(totals));
      context.output(FACTS, new RunFact.Types(types));
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
    private final SortedRunBuilder phrases = new SortedRunBuilder();
    private final PriorityQueue<Member> best;

    Proposals(VocabularyLimits limits) {
      this.limits = limits;
      this.best = new PriorityQueue<>(VocabularyLimits.MOST_FREQUENT_FIRST.reversed());
    }

    void consider(byte[] term, TermEntry entry) {
      if (!Vocabulary.mayHold(entry.isContent(), entry.phrase())) {
        return;
      }
      Member member = new Member(new String(term, UTF_8), entry.margins());
      if (entry.phrase() >= 0) {
        add(phrases, member);
      } else if (member.margins().sentences() >= limits.minTermFrequency()) {
        best.add(member);
        if (best.size() > limits.size()) {
          best.poll();
        }
      }
    }

    ProposedTerms within(CorpusTotals totals) {
      SortedRunBuilder contentTerms = new SortedRunBuilder();
      best.forEach(member -> add(contentTerms, member));
      return new ProposedTerms(totals, phrases.build(), contentTerms.build());
    }

    private static void add(SortedRunBuilder run, Member member) {
      PackedWriter packed = new PackedWriter();
      member.pack(packed);
      run.add(member.term().getBytes(UTF_8), packed);
    }
  }
}
