package org.zhengyu.transforms;

import java.util.Comparator;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.PhraseCounts;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.packed.SortedRunMerge;
import org.zhengyu.transforms.segment.MatchStatus;

/**
 * Keeps the ledger of phrases: for each that occurs, how many of its literal occurrences are
 * tokens, nested, split or guarded, in how many documents it is used, and when first and last. The
 * ledger is as long as the lexicon at most, so it is one run under the number 0; it is there even
 * when nothing occurs, for the table has a row for every phrase of the lexicon.
 */
public final class CountPhrases
    extends PTransform<PCollection<KV<Integer, SortedRun>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** From a phrase's number in four bytes to its packed {@link PhraseCounts}. */
  public static final TupleTag<KV<Integer, SortedRun>> LEDGER = new TupleTag<>("ledger") {};

  /** The most frequent phrases, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  /** How many phrases the summary of a run names. */
  private static final int MOST_FREQUENT = 10;

  private final SharedLexicon lexicon;

  private CountPhrases(SharedLexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * Counts the phrases of a lexicon.
   *
   * @param lexicon the phrases
   */
  public static CountPhrases of(SharedLexicon lexicon) {
    return new CountPhrases(lexicon);
  }

  /** Takes the occurrences of documents that count, as {@link SegmentDocuments} yields them. */
  @Override
  public PCollectionTuple expand(PCollection<KV<Integer, SortedRun>> occurrences) {
    PCollection<KV<Integer, SortedRun>> counts =
        occurrences.apply("Count", ParDo.of(new Count())).setCoder(GatherRuns.runCoder());
    PCollection<KV<Integer, SortedRun>> noCounts =
        occurrences
            .getPipeline()
            .apply(
                "NoCounts", Create.of(KV.of(0, SortedRun.EMPTY)).withCoder(GatherRuns.runCoder()));
    PCollectionTuple counted =
        PCollectionList.of(counts)
            .and(noCounts)
            .apply("AtLeastNone", Flatten.pCollections())
            .apply("GatherCounts", GroupByKey.create())
            .apply(
                "Merge",
                ParDo.of(new Merge(lexicon)).withOutputTags(LEDGER, TupleTagList.of(FACTS)));
    counted.get(LEDGER).setCoder(KvCoder.of(VarIntCoder.of(), SortedRun.coder()));
    counted.get(FACTS).setCoder(RunFact.coder());
    return counted;
  }

  private static final class Count extends DoFn<KV<Integer, SortedRun>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(
        @Element KV<Integer, SortedRun> occurrences, OutputReceiver<KV<Integer, SortedRun>> out) {
      Map<Integer, PhraseCounts> counts = new TreeMap<>();
      SortedRunCursor cursor = occurrences.getValue().cursor();
      while (cursor.next()) {
        count(cursor.value(), counts);
      }
      SortedRunBuilder run = new SortedRunBuilder();
      PackedWriter key = new PackedWriter();
      PackedWriter value = new PackedWriter();
      counts.forEach(
          (phrase, count) -> {
            key.clear();
            value.clear();
            count.pack(value);
            run.add(key.putInt(phrase), value);
          });
      out.output(KV.of(0, run.build()));
    }

    private static void count(PackedReader packed, Map<Integer, PhraseCounts> counts) {
      DocumentHead document = DocumentHead.unpack(packed);
      PhraseCounts.Use use =
          document.from() == null ? null : new PhraseCounts.Use(document.from(), document.docId());
      while (packed.hasMore()) {
        Occurrence occurrence = Occurrence.unpack(packed);
        int inNewDocument = occurrence.firstUse() ? 1 : 0;
        PhraseCounts one =
            switch (MatchStatus.values()[occurrence.status()]) {
              case TOKEN -> new PhraseCounts(1, inNewDocument, 0, 0, 0, use, use);
              case NESTED -> new PhraseCounts(0, 0, 1, 0, 0, null, null);
              case SPLIT -> new PhraseCounts(0, 0, 0, 1, 0, null, null);
              case GUARDED -> new PhraseCounts(0, 0, 0, 0, 1, null, null);
            };
        counts.merge(occurrence.phrase(), one, PhraseCounts::plus);
      }
    }
  }

  private static final class Merge
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final SharedLexicon lexicon;

    Merge(SharedLexicon lexicon) {
      this.lexicon = lexicon;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<SortedRun>> runs, MultiOutputReceiver out) {
      Lexicon phrases = lexicon.lexicon();
      PriorityQueue<RunFact.TopPhrase> best =
          new PriorityQueue<>(
              Comparator.comparingLong(RunFact.TopPhrase::frequency)
                  .thenComparing(RunFact.TopPhrase::phrase, Comparator.reverseOrder()));
      SortedRunBuilder ledger = new SortedRunBuilder();
      PackedWriter value = new PackedWriter();
      SortedRunMerge merge = SortedRunMerge.of(runs.getValue());
      while (merge.nextKey()) {
        PhraseCounts sum = PhraseCounts.NONE;
        while (merge.nextValue()) {
          sum = sum.plus(PhraseCounts.unpack(merge.value()));
        }
        value.clear();
        sum.pack(value);
        ledger.add(merge.key(), value);
        if (sum.tf() > 0) {
          int phrase = new PackedReader(merge.key()).getInt();
          best.add(new RunFact.TopPhrase(phrases.phrase(phrase), sum.tf()));
          if (best.size() > MOST_FREQUENT) {
            best.poll();
          }
        }
      }
      out.get(LEDGER).output(KV.of(runs.getKey(), ledger.build()));
      best.forEach(out.get(FACTS)::output);
    }
  }
}
