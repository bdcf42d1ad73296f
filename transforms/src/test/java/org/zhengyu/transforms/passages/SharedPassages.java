package org.zhengyu.transforms.passages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.Joints;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/** Finds passages as the pipeline does, without one: whatever is grouped is put into maps. */
final class SharedPassages {
  /**
   * A document: its paragraphs, each of sentences, each of words that follow each other at once.
   *
   * @param key its place in the input, and its id
   */
  record Text(long key, DocumentStanding standing, List<List<List<String>>> paragraphs) {}

  /** Of every passage where it stands: document, first and last code point. */
  final Map<String, List<List<Long>>> places = new TreeMap<>();

  /** Of every passage what its row says. */
  final Map<String, PassageSummary> summaries = new TreeMap<>();

  /** Of every document how much stood earlier elsewhere. */
  final Map<String, Reuse> reuses = new TreeMap<>();

  /** By target and source, what the one has from the other. */
  final Map<String, Descent> descents = new TreeMap<>();

  /** What {@link DuplicateClusters} reads of excerpts. */
  final List<SortedRun> excerpts = new ArrayList<>();

  /** The splits without the tokens that do not count. */
  final List<SegmentedSplit> counted = new ArrayList<>();

  private final int length;
  private final PassageUse use;
  private final int buckets;

  private SharedPassages(int length, PassageUse use, int buckets) {
    this.length = length;
    this.use = use;
    this.buckets = buckets;
  }

  static SegmentedSplit split(List<Text> documents) {
    SegmentedSplit.Builder builder = new SegmentedSplit.Builder();
    for (Text document : documents) {
      document.standing().pack(builder.joints());
      long tokens = 0;
      for (List<List<String>> paragraph : document.paragraphs()) {
        for (List<String> sentence : paragraph) {
          int[] types = sentence.stream().mapToInt(word -> type(word, builder)).toArray();
          builder.addSentence(types, types.length, new InnerUses());
          if (types.length > 0) {
            Joints.endSentence(builder.joints());
          }
          tokens += types.length;
        }
        builder.endParagraph();
      }
      builder.endDocument(
          new CountedDocument(document.key(), "d" + document.key(), tokens, List.of()));
    }
    return builder.build();
  }

  private static int type(String word, SegmentedSplit.Builder builder) {
    int known = builder.types().find(word, 0, word.length());
    return known >= 0 ? known : builder.types().add(word, 20, true, -1);
  }

  /** The passages of splits, each of some documents. */
  static SharedPassages of(List<SegmentedSplit> splits, int length, int buckets) {
    return of(splits, length, PassageUse.COUNT, buckets);
  }

  /** The same, of which the tokens are left out as the use says. */
  static SharedPassages of(List<SegmentedSplit> splits, int length, PassageUse use, int buckets) {
    SharedPassages found = new SharedPassages(length, use, buckets);
    found.find(splits);
    return found;
  }

  private void find(List<SegmentedSplit> splits) {
    Map<Integer, List<ShingleBlock>> shingles = new TreeMap<>();
    ShingleTally tally = new ShingleTally(length, buckets);
    for (SegmentedSplit split : splits) {
      tally.count(split, key -> true, (bucket, block) -> add(bucket, block, shingles));
    }
    Map<Long, List<SortedRun>> shared = cut(splits);
    shingles
        .values()
        .forEach(
            blocks ->
                ShingleMerge.merge(
                    blocks, new SplitWriter((split, run) -> add(split, run, shared))));
    Map<Integer, List<SortedRun>> stretches = new TreeMap<>();
    shared
        .values()
        .forEach(
            runs ->
                StretchTally.count(
                    length,
                    JoinedSplit.of(runs),
                    key -> true,
                    /* tracesDescent= */ true,
                    buckets,
                    (bucket, run) -> add(bucket, run, stretches)));
    Map<Long, List<SortedRun>> passages = cut(splits);
    stretches
        .values()
        .forEach(
            runs ->
                PassageMerge.merge(
                    runs, length, new SplitWriter((split, run) -> add(split, run, passages))));
    Map<Integer, List<SortedRun>> summaryRuns = new TreeMap<>();
    Map<Integer, List<SortedRun>> placeRuns = new TreeMap<>();
    Map<Integer, List<SortedRun>> reuseRuns = new TreeMap<>();
    Map<Integer, List<SortedRun>> descentRuns = new TreeMap<>();
    passages
        .values()
        .forEach(
            runs -> {
              JoinedSplit joined = JoinedSplit.of(runs);
              LeftOutTokens leftOut = new LeftOutTokens(use);
              PassageFinder.find(
                  length,
                  List.of(leftOut),
                  joined,
                  key -> true,
                  new PassageFinder.Writers(
                      writer(summaryRuns),
                      writer(placeRuns),
                      writer(reuseRuns),
                      writer(descentRuns),
                      new BucketWriter(1, (bucket, run) -> excerpts.add(run))));
              counted.add(leftOut.takenFrom(joined.split()));
            });
    Map<String, String> texts = new TreeMap<>();
    reuseRuns.values().forEach(this::readReuses);
    descentRuns.values().forEach(this::readDescents);
    summaryRuns.values().forEach(runs -> readSummaries(SortedRunMerge.of(runs), texts));
    placeRuns.values().forEach(runs -> readPlaces(SortedRunMerge.of(runs), texts));
  }

  static Map<Long, List<SortedRun>> cut(List<SegmentedSplit> splits) {
    Map<Long, List<SortedRun>> chunks = new TreeMap<>();
    splits.forEach(split -> JoinedSplit.cut(split, (key, chunk) -> add(key, chunk, chunks)));
    return chunks;
  }

  static <K, V> void add(K key, V value, Map<K, List<V>> all) {
    all.computeIfAbsent(key, each -> new ArrayList<>()).add(value);
  }

  private BucketWriter writer(Map<Integer, List<SortedRun>> runs) {
    return new BucketWriter(buckets, (bucket, run) -> add(bucket, run, runs));
  }

  private void readReuses(List<SortedRun> runs) {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      merge.nextValue();
      Reuse reuse = Reuse.unpack(merge.value());
      reuses.put(reuse.docId(), reuse);
    }
  }

  private void readDescents(List<SortedRun> runs) {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      merge.nextValue();
      Descent descent = Descent.unpack(merge.value());
      descents.put(descent.targetId() + " from " + descent.sourceId(), descent);
    }
  }

  private void readSummaries(SortedRunMerge merge, Map<String, String> texts) {
    while (merge.nextKey()) {
      merge.nextValue();
      PassageSummary sum = PassageSummary.unpack(merge.value());
      while (merge.nextValue()) {
        sum = sum.plus(PassageSummary.unpack(merge.value()));
      }
      texts.put(PassageId.toString(merge.key()), sum.example().text());
      summaries.put(sum.example().text(), sum);
    }
  }

  private void readPlaces(SortedRunMerge merge, Map<String, String> texts) {
    while (merge.nextKey()) {
      String text = texts.get(PassageId.toString(merge.key()));
      while (merge.nextValue()) {
        PassageOccurrences.forEach(
            merge.value(),
            (docId, begin, end) ->
                add(text, List.of(Long.valueOf(docId.substring(1)), begin, end), places));
      }
    }
  }
}
