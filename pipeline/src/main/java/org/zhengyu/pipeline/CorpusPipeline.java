package org.zhengyu.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.Reshuffle;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.apache.beam.sdk.values.TupleTag;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.Dataset;
import org.zhengyu.output.RowEncoder;
import org.zhengyu.output.Table;
import org.zhengyu.output.WriteLines;
import org.zhengyu.output.WriteTable;
import org.zhengyu.output.WrittenFile;
import org.zhengyu.pipeline.engine.Engine;
import org.zhengyu.pipeline.engine.Workload;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.PlanOnWorkers;
import org.zhengyu.pipeline.report.TellFiles;
import org.zhengyu.pipeline.report.TellGroups;
import org.zhengyu.pipeline.rows.BurstRows;
import org.zhengyu.pipeline.rows.CandidateRows;
import org.zhengyu.pipeline.rows.CategoryRows;
import org.zhengyu.pipeline.rows.CooccurrenceRows;
import org.zhengyu.pipeline.rows.DiffusionRows;
import org.zhengyu.pipeline.rows.DocumentRows;
import org.zhengyu.pipeline.rows.DocumentTermRows;
import org.zhengyu.pipeline.rows.DuplicateClusterRows;
import org.zhengyu.pipeline.rows.KeynessRows;
import org.zhengyu.pipeline.rows.LineageRows;
import org.zhengyu.pipeline.rows.NetworkEdgeRows;
import org.zhengyu.pipeline.rows.NetworkNodeRows;
import org.zhengyu.pipeline.rows.OccurrenceRows;
import org.zhengyu.pipeline.rows.PassageOccurrenceRows;
import org.zhengyu.pipeline.rows.PassageRows;
import org.zhengyu.pipeline.rows.PhraseRows;
import org.zhengyu.pipeline.rows.RejectionRows;
import org.zhengyu.pipeline.rows.ReuseRows;
import org.zhengyu.pipeline.rows.SentenceRows;
import org.zhengyu.pipeline.rows.Tables;
import org.zhengyu.pipeline.rows.TermRows;
import org.zhengyu.pipeline.rows.TextRows;
import org.zhengyu.pipeline.rows.TokenRows;
import org.zhengyu.pipeline.rows.TrendRows;
import org.zhengyu.pipeline.rows.TrendTestRows;
import org.zhengyu.transforms.AdmitDocuments;
import org.zhengyu.transforms.BuildNetworks;
import org.zhengyu.transforms.ClusterDuplicates;
import org.zhengyu.transforms.CompareGroups;
import org.zhengyu.transforms.CountPairs;
import org.zhengyu.transforms.CountPeriods;
import org.zhengyu.transforms.CountPhrases;
import org.zhengyu.transforms.CountTerms;
import org.zhengyu.transforms.CutTokens;
import org.zhengyu.transforms.DescribeDocuments;
import org.zhengyu.transforms.FindPassages;
import org.zhengyu.transforms.GatherPlaces;
import org.zhengyu.transforms.GatherRuns;
import org.zhengyu.transforms.KeepAdmitted;
import org.zhengyu.transforms.LinkPartners;
import org.zhengyu.transforms.MergePairs;
import org.zhengyu.transforms.MergeTerms;
import org.zhengyu.transforms.RankCandidates;
import org.zhengyu.transforms.ResampleEdges;
import org.zhengyu.transforms.SegmentDocuments;
import org.zhengyu.transforms.SelectEdges;
import org.zhengyu.transforms.SelectExpressions;
import org.zhengyu.transforms.SelectVocabulary;
import org.zhengyu.transforms.SketchExpressions;
import org.zhengyu.transforms.SumGroups;
import org.zhengyu.transforms.TestTrends;
import org.zhengyu.transforms.TracePhrases;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.counting.Shards;
import org.zhengyu.transforms.document.SegmentationSettings;
import org.zhengyu.transforms.expressions.Candidate;
import org.zhengyu.transforms.expressions.ExpressionSketch;
import org.zhengyu.transforms.expressions.SelectedExpressions;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.InputSplit;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.PlaceDates;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.passages.PassageUse;

/**
 * The one pipeline: which transform follows which, and which result fills which table. It is the
 * same for every runner.
 */
final class CorpusPipeline {
  /**
   * What these have of a bucket, and what it is merged to, is held at once. Twice as many did not
   * fit beside the dictionaries into the 576 MB that docs/engines.md gives a slot.
   */
  private static final long DOCUMENTS_PER_SHARD = 600_000;

  /** Of each table what it is made of that passages tell. */
  private static final Map<Table, TupleTag<KV<Integer, SortedRun>>> OF_PASSAGES =
      Map.of(
          Tables.PASSAGES, FindPassages.PASSAGES,
          Tables.PASSAGE_OCCURRENCES, FindPassages.OCCURRENCES,
          Tables.REUSE, FindPassages.REUSES,
          Tables.LINEAGE, FindPassages.DESCENTS,
          Tables.DUPLICATE_CLUSTERS, FindPassages.EXCERPTS);

  private final RunConfig config;
  private final InputPlan plan;
  private final Dataset dataset;
  private final int workers;
  private final BucketCounts buckets;
  private final Shards shards;
  private final List<PCollection<WrittenFile>> written = new ArrayList<>();
  private final List<PCollection<RunFact>> facts = new ArrayList<>();
  private long filesAtMost;

  /**
   * A pipeline to be built.
   *
   * @param documents how many there are, about; 0 where that is not known
   */
  CorpusPipeline(RunConfig config, InputPlan plan, long documents, Dataset dataset) {
    this.config = config;
    this.plan = plan;
    this.dataset = dataset;
    PipelineOptions options = config.pipelineOptions();
    this.workers = Engine.of(options).workers(options);
    this.shards = shards(config.shards(), documents);
    this.buckets = BucketCounts.of(config.buckets(), workers, plan, documents, shards.count());
  }

  /** The shards that are wanted, or with 0 as many as so many documents need. */
  static Shards shards(int wanted, long documents) {
    return wanted > 0
        ? new Shards(wanted)
        : new Shards(Math.toIntExact(1 + (documents - 1) / DOCUMENTS_PER_SHARD));
  }

  /** Where the pipeline leaves its facts, the files it wrote among them. */
  static String factsList(Dataset dataset) {
    return dataset.stagingFile("_facts.jsonl");
  }

  /** Where the pipeline leaves the best candidates for its driver, in their order. */
  static String candidatesList(Dataset dataset) {
    return dataset.stagingFile("_candidates.txt");
  }

  /** How many files of all tables will be written, at most: one a bucket. */
  long filesAtMost() {
    return filesAtMost;
  }

  Pipeline build() {
    Pipeline pipeline = Pipeline.create(config.pipelineOptions());
    PCollectionTuple segmented =
        splits(pipeline)
            .apply("Spread", Reshuffle.viaRandomKey())
            .apply(
                Workload.SEGMENTATION,
                SegmentDocuments.with(segmentation()).keepingTexts(config.writes(Tables.TEXTS)));
    facts.add(segmented.get(SegmentDocuments.FACTS));
    PCollectionView<Admissions> admissions =
        segmented
            .get(SegmentDocuments.IDENTITIES)
            .apply(
                "AdmitDocuments",
                AdmitDocuments.of(buckets.occurrences(), config.keepsDuplicates()));
    writeDocuments(segmented, admissions);
    writePhrases(segmented, admissions);
    PCollection<SegmentedSplit> splits = segmented.get(SegmentDocuments.SPLITS);
    writeTermsAndPairs(splits, tokens(splits, admissions), admissions);
    tellDriver();
    return pipeline;
  }

  private SegmentationSettings segmentation() {
    SegmentationSettings settings = config.segmentation();
    return settings.withMetadata(plan.joinToRead(settings.metadata()));
  }

  private PCollection<InputSplit> splits(Pipeline pipeline) {
    if (plan.isKnown()) {
      return pipeline.apply("Plan", Create.of(plan.splits()).withCoder(InputSplit.coder()));
    }
    return pipeline.apply("Plan", PlanOnWorkers.of(config.input(), workers, config.splitBytes()));
  }

  private void writeDocuments(PCollectionTuple segmented, PCollectionView<Admissions> admissions) {
    PCollectionTuple described =
        segmented
            .get(SegmentDocuments.DOCUMENTS)
            .apply("DescribeDocuments", DescribeDocuments.with(admissions));
    facts.add(described.get(DescribeDocuments.FACTS));
    writeRuns(described.get(DescribeDocuments.DOCUMENTS), buckets.documents(), new DocumentRows());
    writeRuns(
        PCollectionList.of(segmented.get(SegmentDocuments.REJECTIONS))
            .and(described.get(DescribeDocuments.REJECTIONS))
            .apply("AllRejections", Flatten.pCollections()),
        buckets.documents(),
        new RejectionRows());
    if (config.writes(Tables.SENTENCES)) {
      writeRuns(
          segmented
              .get(SegmentDocuments.SENTENCES)
              .apply("KeepCountedSentences", KeepAdmitted.counted(admissions)),
          buckets.tokens(),
          new SentenceRows());
    }
    if (config.writes(Tables.TOKENS)) {
      writeRuns(
          segmented
              .get(SegmentDocuments.TOKENS)
              .apply("KeepAdmittedTokens", KeepAdmitted.admitted(admissions)),
          buckets.tokens(),
          new TokenRows(config.segmentation().lexicon()));
    }
    if (config.writes(Tables.TEXTS)) {
      writeRuns(
          segmented
              .get(SegmentDocuments.TEXTS)
              .apply("KeepAdmittedTexts", KeepAdmitted.admitted(admissions)),
          buckets.occurrences(),
          new TextRows());
    }
  }

  private void writePhrases(PCollectionTuple segmented, PCollectionView<Admissions> admissions) {
    PCollection<KV<Integer, SortedRun>> occurrences =
        segmented
            .get(SegmentDocuments.OCCURRENCES)
            .apply("KeepCountedOccurrences", KeepAdmitted.counted(admissions));
    SharedLexicon lexicon = config.segmentation().lexicon();
    writeRuns(occurrences, buckets.occurrences(), new OccurrenceRows(lexicon));
    PCollectionTuple phrases = occurrences.apply("CountPhrases", CountPhrases.of(lexicon));
    facts.add(phrases.get(CountPhrases.FACTS));
    write(1, phrases.get(CountPhrases.LEDGER), new PhraseRows(lexicon));
    write(1, phrases.get(CountPhrases.CATEGORIES), new CategoryRows(lexicon));
    if (config.writes(Tables.DIFFUSION)) {
      PCollectionView<PlaceDates> dates =
          segmented
              .get(SegmentDocuments.DOCUMENTS)
              .apply("KeepCountedDocuments", KeepAdmitted.counted(admissions))
              .apply("GatherPlaces", GatherPlaces.ofDocuments());
      write(
          buckets.occurrences(),
          occurrences.apply("TracePhrases", TracePhrases.among(dates, buckets.occurrences())),
          new DiffusionRows(lexicon));
    }
  }

  private void writeTermsAndPairs(
      PCollection<SegmentedSplit> all, Tokens tokens, PCollectionView<Admissions> admissions) {
    PCollection<SegmentedSplit> splits = tokens.counted();
    PCollectionTuple merged =
        splits
            .apply(
                "CountTerms",
                CountTerms.of(admissions, buckets.terms(), config.windowOfSlots()).inShards(shards))
            .apply("MergeTerms", MergeTerms.within(config.limits()).fromShards(shards));
    facts.add(merged.get(MergeTerms.FACTS));
    SharedLexicon lexicon = config.segmentation().lexicon();
    PCollection<KV<Integer, TermBlock>> terms = merged.get(MergeTerms.TERMS);
    write(buckets.terms(), terms, new TermRows(lexicon, config.measures().terms()));
    write(
        buckets.terms() * shards.count(),
        merged.get(MergeTerms.POSTINGS),
        new DocumentTermRows(config.measures().documentTerms()));
    PCollectionView<Vocabulary> vocabulary =
        merged
            .get(MergeTerms.PROPOSALS)
            .apply("SelectVocabulary", SelectVocabulary.within(config.limits()));
    if (config.writes(Tables.CANDIDATES)) {
      writeCandidates(all, admissions, vocabulary);
    }
    if (config.writes(Tables.TRENDS, Tables.TREND_TESTS, Tables.BURSTS, Tables.KEYNESS)) {
      writeGroups(splits, admissions, merged, vocabulary);
    }
    if (config.writesPairs()) {
      for (ContextUnit unit : config.units()) {
        writePairs(unit, tokens, admissions, vocabulary);
      }
    }
  }

  private void writeCandidates(
      PCollection<SegmentedSplit> splits,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary) {
    SegmentationSettings settings = config.segmentation();
    PCollectionView<ExpressionSketch> sketch =
        splits.apply("SketchExpressions", SketchExpressions.of(admissions, settings, vocabulary));
    PCollectionView<SelectedExpressions> selected =
        splits.apply(
            "SelectExpressions",
            SelectExpressions.of(admissions, settings, sketch, vocabulary, buckets.sequences()));
    PCollection<KV<Integer, List<Candidate>>> candidates =
        splits.apply(
            "RankCandidates",
            RankCandidates.of(admissions, settings, selected, vocabulary, buckets.sequences()));
    write(1, candidates, new CandidateRows(config.adopted()));
    candidates.apply(
        "ListCandidates", ListCandidates.in(candidatesList(dataset), config.listedCandidates()));
  }

  /**
   * The tokens of all documents.
   *
   * @param counted those that count: all, or without those of passages
   * @param outside those of no passage; null where nobody asks for passages or pairs
   */
  private record Tokens(
      PCollection<SegmentedSplit> counted, @Nullable PCollection<SegmentedSplit> outside) {}

  private Tokens tokens(
      PCollection<SegmentedSplit> splits, PCollectionView<Admissions> admissions) {
    if (!config.findsPassages()) {
      return new Tokens(splits, null);
    }
    PCollection<KV<Long, SortedRun>> chunks = splits.apply("CutTokens", CutTokens.inChunks());
    PCollectionTuple passages =
        splits.apply(
            "FindPassages",
            FindPassages.of(
                    admissions,
                    chunks,
                    config.minPassage(),
                    config.passageUse(),
                    buckets.sequences())
                .telling(kindsOfPassages())
                .keepingOutside(config.writesPairs()));
    writePassages(passages, splits, chunks, admissions);
    return new Tokens(
        config.passageUse() == PassageUse.COUNT ? splits : passages.get(FindPassages.COUNTED),
        config.writesPairs() ? passages.get(FindPassages.OUTSIDE) : null);
  }

  /** What the tables to be written need of passages. */
  private Set<TupleTag<KV<Integer, SortedRun>>> kindsOfPassages() {
    return OF_PASSAGES.entrySet().stream()
        .filter(each -> config.writes(each.getKey()))
        .map(Map.Entry::getValue)
        .collect(Collectors.toSet());
  }

  private void writePassages(
      PCollectionTuple passages,
      PCollection<SegmentedSplit> splits,
      PCollection<KV<Long, SortedRun>> chunks,
      PCollectionView<Admissions> admissions) {
    for (RowEncoder<Iterable<SortedRun>> rows :
        List.of(
            new PassageRows(), new PassageOccurrenceRows(), new ReuseRows(), new LineageRows())) {
      if (config.writes(rows.table())) {
        writeBuckets(buckets.sequences(), passages.get(OF_PASSAGES.get(rows.table())), rows);
      }
    }
    if (config.writes(Tables.DUPLICATE_CLUSTERS)) {
      write(
          1,
          splits.apply(
              "ClusterDuplicates",
              ClusterDuplicates.of(
                  admissions, chunks, passages.get(FindPassages.EXCERPTS), buckets.sequences())),
          new DuplicateClusterRows());
    }
  }

  private void writeGroups(
      PCollection<SegmentedSplit> splits,
      PCollectionView<Admissions> admissions,
      PCollectionTuple terms,
      PCollectionView<Vocabulary> vocabulary) {
    Grouping grouping = config.grouping();
    long seed = config.seed();
    PCollection<GroupTotals> sums = splits.apply("SumGroups", SumGroups.of(admissions, seed));
    facts.add(sums.apply("TellGroups", TellGroups.of(grouping)));
    PCollectionView<GroupTotals> groups = sums.apply("Groups", View.asSingleton());
    if (config.writes(Tables.TRENDS, Tables.TREND_TESTS, Tables.BURSTS)) {
      PCollection<KV<Integer, PeriodCounts>> periods =
          terms
              .get(MergeTerms.TERMS)
              .apply("CountPeriods", CountPeriods.of(vocabulary, groups, config.minDocuments()));
      write(buckets.terms(), periods, new TrendRows(grouping));
      if (config.writes(Tables.TREND_TESTS)) {
        writeBuckets(
            buckets.terms(),
            periods.apply("TestTrends", TestTrends.of(grouping, buckets.terms())),
            new TrendTestRows(grouping));
      }
      write(buckets.terms(), periods, new BurstRows(grouping));
    }
    if (config.writes(Tables.KEYNESS)) {
      PCollectionTuple compared =
          terms.apply(
              "CompareGroups",
              CompareGroups.of(
                      vocabulary,
                      groups,
                      config.referenceGroup(),
                      config.exclusions(),
                      seed,
                      buckets.terms())
                  .fromShards(shards));
      facts.add(compared.get(CompareGroups.FACTS));
      writeBuckets(
          buckets.terms(),
          compared.get(CompareGroups.COMPARISONS),
          new KeynessRows(grouping, config.measures().keyness(), config.minDocuments()));
    }
  }

  private void writePairs(
      ContextUnit unit,
      Tokens tokens,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary) {
    String in = "In" + unit.label();
    PCollectionTuple pairs =
        countPairs(unit, tokens, admissions, vocabulary)
            .apply(
                "MergePairs" + in,
                MergePairs.of(
                    unit,
                    vocabulary,
                    config.segmentation().lexicon(),
                    config.limits(),
                    config.minDocuments(),
                    config.findsPassages(),
                    config.networks()));
    facts.add(pairs.get(MergePairs.FACTS));
    write(
        buckets.sequences(),
        pairs.get(MergePairs.PAIRS),
        WriteTable.of(
                new CooccurrenceRows(
                    config.window(),
                    config.minDocuments(),
                    config.findsPassages(),
                    config.measures().cooccurrences()))
            .withFilePrefix(unit.label()));
    if (config.writesNetworks()) {
      writeNetworks(unit, tokens.counted(), pairs, admissions, vocabulary);
    }
  }

  /** The pairs of what is counted, and where passages are known those outside of them. */
  private PCollection<KV<Integer, SortedRun>> countPairs(
      ContextUnit unit,
      Tokens tokens,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary) {
    String in = "In" + unit.label();
    CountPairs count =
        CountPairs.in(
            unit,
            config.window(),
            config.longSentence(),
            admissions,
            vocabulary,
            buckets.sequences());
    PCollection<KV<Integer, SortedRun>> pairs = tokens.counted().apply("CountPairs" + in, count);
    if (tokens.outside() == null) {
      return pairs;
    }
    return PCollectionList.of(pairs)
        .and(tokens.outside().apply("CountPairsOutside" + in, count.outsideOfPassages()))
        .apply("AllPairs" + in, Flatten.pCollections());
  }

  private void writeNetworks(
      ContextUnit unit,
      PCollection<SegmentedSplit> splits,
      PCollectionTuple pairs,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary) {
    String in = "In" + unit.label();
    long seed = config.seed();
    NetworkPlan plan = config.networks();
    PCollection<PairLists> chosen = pairs.get(MergePairs.EDGES);
    if (plan.hasPartners()) {
      PCollectionView<PairLists> partners =
          chosen.apply("SelectPartners" + in, SelectEdges.of(plan));
      PCollection<PairLists> links =
          pairs.get(MergePairs.PAIRS).apply("LinkPartners" + in, LinkPartners.of(plan, partners));
      chosen = PCollectionList.of(chosen).and(links).apply("AllEdges" + in, Flatten.pCollections());
    }
    PCollectionView<PairLists> edges = chosen.apply("SelectEdges" + in, SelectEdges.of(plan));
    PCollectionTuple networks =
        splits
            .apply(
                "ResampleEdges" + in,
                ResampleEdges.in(unit, config.window(), seed, admissions, vocabulary, plan, edges))
            .apply("BuildNetworks" + in, BuildNetworks.in(unit, plan, seed, vocabulary));
    facts.add(networks.get(BuildNetworks.FACTS));
    write(
        1,
        networks.get(BuildNetworks.NETWORKS),
        WriteTable.of(new NetworkNodeRows(config.segmentation().lexicon(), config.window()))
            .withFilePrefix(unit.label()));
    write(
        1,
        networks.get(BuildNetworks.NETWORKS),
        WriteTable.of(new NetworkEdgeRows(config.window())).withFilePrefix(unit.label()));
  }

  private void writeRuns(
      PCollection<KV<Integer, SortedRun>> runs,
      int bucketCount,
      RowEncoder<Iterable<SortedRun>> rows) {
    if (config.writes(rows.table())) {
      write(
          bucketCount,
          runs.apply(
              "Gather " + rows.table(), GatherRuns.ofSplits(plan.splitNumbers(), bucketCount)),
          rows);
    }
  }

  private void writeBuckets(
      int bucketCount,
      PCollection<KV<Integer, SortedRun>> runs,
      RowEncoder<Iterable<SortedRun>> rows) {
    if (config.writes(rows.table())) {
      write(bucketCount, runs.apply("Gather " + rows.table(), GroupByKey.create()), rows);
    }
  }

  private <T> void write(
      int bucketCount, PCollection<KV<Integer, T>> elements, RowEncoder<T> rows) {
    write(bucketCount, elements, WriteTable.of(rows));
  }

  private <T> void write(
      int bucketCount, PCollection<KV<Integer, T>> elements, WriteTable<T> write) {
    if (config.writes(write.table())) {
      filesAtMost += bucketCount;
      written.add(elements.apply("Write " + write.label(), write.into(dataset.stagingFolder())));
    }
  }

  private void tellDriver() {
    facts.add(
        PCollectionList.of(written)
            .apply("AllFiles", Flatten.pCollections())
            .apply("TellFiles", TellFiles.asFacts()));
    PCollectionList.of(facts)
        .apply("AllFacts", Flatten.pCollections())
        .apply("ListFacts", WriteLines.to(factsList(dataset), RunFact::toLine));
  }
}
