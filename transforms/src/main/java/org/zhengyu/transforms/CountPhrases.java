package org.zhengyu.transforms;

import java.util.Comparator;
import java.util.List;
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
import org.zhengyu.transforms.counting.CategoryLedger;
import org.zhengyu.transforms.counting.PhraseLedger;
import org.zhengyu.transforms.lexicon.Categories;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.LexiconCoverage;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.CategoryCounts;
import org.zhengyu.transforms.model.PhraseCounts;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * Keeps the ledgers of phrases and of their categories: for each phrase that occurs, how many of
 * its literal occurrences have each status, in how many documents it is used, and when first and
 * last; for each category, how often its phrases are used. Neither is longer than the lexicon, so
 * each is one run; they are there even when nothing occurs, for the tables have a row for every
 * phrase and category of the lexicon.
 */
public final class CountPhrases
    extends PTransform<PCollection<KV<Integer, SortedRun>>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  /** From a phrase's number in four bytes to its packed {@link PhraseCounts}. */
  public static final TupleTag<KV<Integer, SortedRun>> LEDGER = new TupleTag<>("ledger") {};

  /** From a category's number in four bytes to its packed {@link CategoryCounts}. */
  public static final TupleTag<KV<Integer, SortedRun>> CATEGORIES = new TupleTag<>("categories") {};

  /** How much of the lexicon occurs, and the most frequent phrases, as facts. */
  public static final TupleTag<RunFact> FACTS = new TupleTag<>("facts") {};

  private static final int PHRASE_LEDGER = 0;
  private static final int CATEGORY_LEDGER = 1;

  /** How many phrases the summary of a run names. */
  private static final int MOST_FREQUENT = 10;

  /** How many categories without a phrase that occurs it names. */
  private static final int UNUSED_NAMED = 10;

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
        occurrences.apply("Count", ParDo.of(new Count(this))).setCoder(GatherRuns.runCoder());
    PCollection<KV<Integer, SortedRun>> noCounts =
        occurrences
            .getPipeline()
            .apply(
                "NoCounts",
                Create.of(
                        KV.of(PHRASE_LEDGER, SortedRun.EMPTY),
                        KV.of(CATEGORY_LEDGER, SortedRun.EMPTY))
                    .withCoder(GatherRuns.runCoder()));
    PCollectionTuple counted =
        PCollectionList.of(counts)
            .and(noCounts)
            .apply("AtLeastNone", Flatten.pCollections())
            .apply("GatherCounts", GroupByKey.create())
            .apply(
                "Merge",
                ParDo.of(new Merge(this))
                    .withOutputTags(LEDGER, TupleTagList.of(CATEGORIES).and(FACTS)));
    counted.get(LEDGER).setCoder(GatherRuns.runCoder());
    counted.get(CATEGORIES).setCoder(GatherRuns.runCoder());
    counted.get(FACTS).setCoder(RunFact.coder());
    return counted;
  }

  private static final class Count extends DoFn<KV<Integer, SortedRun>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final CountPhrases transform;

    Count(CountPhrases transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, SortedRun> occurrences, OutputReceiver<KV<Integer, SortedRun>> out) {
      SortedRun run = occurrences.getValue();
      Categories categories = transform.lexicon.categories();
      out.output(KV.of(PHRASE_LEDGER, PhraseLedger.count(run)));
      out.output(KV.of(CATEGORY_LEDGER, CategoryLedger.count(run, categories::of)));
    }
  }

  private static final class Merge
      extends DoFn<KV<Integer, Iterable<SortedRun>>, KV<Integer, SortedRun>> {
    private static final long serialVersionUID = 1L;

    private final CountPhrases transform;

    Merge(CountPhrases transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(@Element KV<Integer, Iterable<SortedRun>> runs, MultiOutputReceiver out) {
      if (runs.getKey() == CATEGORY_LEDGER) {
        out.get(CATEGORIES).output(KV.of(0, CategoryLedger.sum(runs.getValue())));
        return;
      }
      Lexicon phrases = transform.lexicon.lexicon();
      SortedRun ledger = PhraseLedger.sum(runs.getValue());
      out.get(LEDGER).output(KV.of(0, ledger));
      out.get(FACTS).output(coverage(ledger));
      PhraseLedger.mostFrequent(ledger, MOST_FREQUENT, Comparator.comparing(phrases::phrase))
          .forEach(
              used ->
                  out.get(FACTS)
                      .output(
                          new RunFact.TopPhrase(
                              phrases.phrase(used.getKey()), used.getValue().uses())));
    }

    private RunFact.LexiconUse coverage(SortedRun ledger) {
      LexiconCoverage coverage = LexiconCoverage.of(transform.lexicon);
      SortedRunCursor cursor = ledger.cursor();
      while (cursor.next()) {
        if (PhraseCounts.unpack(cursor.value()).uses() > 0) {
          coverage.add(cursor.keyReader().getInt());
        }
      }
      List<String> unused = coverage.unusedCategories();
      int named = Math.min(UNUSED_NAMED, unused.size());
      return new RunFact.LexiconUse(
          coverage.found(), unused.subList(0, named), unused.size() - named);
    }
  }
}
