package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.counting.Shards;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** The terms of a corpus with a word in every document, however the documents are dealt. */
class ShardsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static final VocabularyLimits LIMITS = new VocabularyLimits(5, 1, 1);
  private static final Admissions ADMISSIONS = new Admissions(Map.of(), Map.of(), false);
  private static final String HOT = "改革";
  private static final List<String> WORDS = List.of(HOT, "发展", "人民", "支持", "依靠", "促进");

  /** One paragraph and one sentence each. */
  private record Document(long key, List<String> words, String year) {
    String id() {
      return "第" + key;
    }
  }

  private static List<Document> corpus() {
    Random random = new Random(11);
    List<Document> corpus = new ArrayList<>();
    for (long key = 0; key < 200; key++) {
      List<String> words = new ArrayList<>(List.of(HOT));
      for (int more = random.nextInt(6); more > 0; more--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())));
      }
      words.add(key % 50 == 0 ? "罕见" + key : HOT);
      corpus.add(new Document(key, words, String.valueOf(2020 + random.nextInt(3))));
    }
    return corpus;
  }

  /** Splits of eleven documents that follow each other, and one of those that are left. */
  private static List<SegmentedSplit> splits() {
    List<SegmentedSplit> splits = new ArrayList<>();
    List<Document> corpus = corpus();
    for (int from = 0; from < corpus.size(); from += 11) {
      Samples.Unit unit = Samples.unit();
      for (Document document : corpus.subList(from, Math.min(corpus.size(), from + 11))) {
        unit.document(
            document.key(), document.id(), String.join("/", document.words()), document.year());
      }
      splits.add(unit.build());
    }
    return splits;
  }

  /** By brute force: the term, and how many documents of a length and year have it so often. */
  private static Map<String, Integer> alike() {
    Map<String, Integer> alike = new TreeMap<>();
    for (Document document : corpus()) {
      for (String word : Map.copyOf(frequencies(document)).keySet()) {
        alike.merge(
            word
                + (" " + document.words().size())
                + (" " + document.year())
                + (" " + frequencies(document).get(word)),
            1,
            Integer::sum);
      }
    }
    return alike;
  }

  /** By brute force: the term, its document frequency, the document, the frequency there. */
  private static List<String> postings() {
    Map<String, Integer> documents = new HashMap<>();
    corpus()
        .forEach(d -> frequencies(d).keySet().forEach(w -> documents.merge(w, 1, Integer::sum)));
    List<String> postings = new ArrayList<>();
    for (Document document : corpus()) {
      frequencies(document)
          .forEach(
              (word, times) ->
                  postings.add(
                      word + " " + documents.get(word) + " " + document.id() + " " + times));
    }
    return postings;
  }

  private static Map<String, Integer> frequencies(Document document) {
    Map<String, Integer> frequencies = new TreeMap<>();
    document.words().forEach(word -> frequencies.merge(word, 1, Integer::sum));
    return frequencies;
  }

  private static CorpusTotals totals() {
    List<Document> corpus = corpus();
    return new CorpusTotals(
        corpus.size(),
        corpus.size(),
        corpus.size(),
        0,
        corpus.stream().mapToLong(document -> document.words().size()).sum(),
        corpus.stream().mapToLong(document -> document.words().size()).min().orElseThrow());
  }

  private PCollectionTuple merged(int buckets, int shards) {
    Shards many = new Shards(shards);
    return check
        .of("Splits", splits(), SegmentedSplit.coder())
        .apply(
            CountTerms.of(check.view("Admissions", ADMISSIONS, Admissions.coder()), buckets, 0)
                .inShards(many))
        .apply(MergeTerms.within(LIMITS).fromShards(many));
  }

  /** Visits the postings of some blocks. */
  private interface Visitor {
    void posting(String term, TermEntry entry, int posting, CountedDocument document);
  }

  private static void visit(Iterable<KV<Integer, TermBlock>> blocks, Visitor visitor) {
    TermEntry entry = new TermEntry();
    for (KV<Integer, TermBlock> block : blocks) {
      List<CountedDocument> documents = Samples.documents(block.getValue());
      SortedRunCursor cursor = block.getValue().entries().cursor();
      while (cursor.next()) {
        entry.read(cursor.value());
        for (int i = 0; i < entry.postings(); i++) {
          visitor.posting(
              new String(cursor.key(), UTF_8), entry, i, documents.get(entry.document(i)));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0} buckets, {1} shards")
  @CsvSource({"1, 1", "1, 2", "2, 3", "3, 7", "1, 50"})
  void doNotChangeWhatIsCounted(int buckets, int shards) {
    PCollectionTuple merged = merged(buckets, shards);

    PAssert.that(merged.get(MergeTerms.TERMS))
        .satisfies(
            that(
                blocks -> {
                  Map<String, Integer> alike = new TreeMap<>();
                  visit(
                      blocks,
                      (term, entry, i, document) ->
                          alike.merge(
                              term
                                  + (" " + document.tokens())
                                  + (" " + document.groups().get(0))
                                  + (" " + entry.frequency(i)),
                              entry.times(i),
                              Integer::sum));
                  assertThat(alike).isEqualTo(alike());
                  List<Integer> keys = new ArrayList<>();
                  for (KV<Integer, TermBlock> block : blocks) {
                    keys.add(block.getKey());
                    assertThat(block.getValue().totals()).isEqualTo(totals());
                  }
                  assertThat(keys).doesNotHaveDuplicates().hasSize(buckets);
                }));
    PAssert.that(merged.get(MergeTerms.POSTINGS))
        .satisfies(
            that(
                blocks -> {
                  List<String> postings = new ArrayList<>();
                  visit(
                      blocks,
                      (term, entry, i, document) -> {
                        long documents = entry.margins().documents();
                        assertThat(entry.margins())
                            .isEqualTo(new Margins(documents, documents, documents, 0));
                        assertThat(entry.times(i)).isOne();
                        postings.add(
                            term
                                + (" " + documents)
                                + (" " + document.id())
                                + (" " + entry.frequency(i)));
                      });
                  assertThat(postings).containsExactlyInAnyOrderElementsOf(postings());
                  List<Integer> keys = new ArrayList<>();
                  for (KV<Integer, TermBlock> block : blocks) {
                    keys.add(block.getKey());
                    assertThat(block.getValue().totals()).isEqualTo(totals());
                  }
                  assertThat(keys).doesNotHaveDuplicates();
                }));
    PAssert.that(merged.get(MergeTerms.PROPOSALS))
        .satisfies(
            that(
                proposals -> {
                  long proposed = 0;
                  for (ProposedTerms ofBucket : proposals) {
                    assertThat(ofBucket.totals()).isEqualTo(totals());
                    proposed += entries(ofBucket.contentTerms());
                  }
                  assertThat(proposed).isBetween(5L, 5L * buckets);
                }));
    PAssert.that(merged.get(MergeTerms.FACTS))
        .satisfies(
            that(
                facts -> {
                  assertThat(
                          Samples.ofKind(RunFact.Types.class, facts).stream()
                              .mapToLong(RunFact.Types::count)
                              .sum())
                      .isEqualTo(WORDS.size() + 4);
                  assertThat(Samples.ofKind(RunFact.Counted.class, facts))
                      .containsExactly(new RunFact.Counted(totals()));
                }));
    check.run();
  }

  private static long entries(SortedRun run) {
    SortedRunCursor cursor = run.cursor();
    long entries = 0;
    while (cursor.next()) {
      entries++;
    }
    return entries;
  }

  /** With a shard for each split or so. */
  @ParameterizedTest
  @CsvSource({"3", "50"})
  void leaveNoShardWithTheHotTermWhole(int shards) {
    PAssert.that(merged(1, shards).get(MergeTerms.POSTINGS))
        .satisfies(
            that(
                blocks -> {
                  Map<Integer, Integer> ofShards = new TreeMap<>();
                  for (KV<Integer, TermBlock> block : blocks) {
                    visit(
                        Collections.singleton(block),
                        (term, entry, i, document) ->
                            ofShards.merge(block.getKey(), term.equals(HOT) ? 1 : 0, Integer::sum));
                  }
                  assertThat(ofShards.values().stream().mapToInt(i -> i).sum()).isEqualTo(200);
                  assertThat(ofShards.values()).allMatch(hot -> hot <= 110);
                  assertThat(ofShards).hasSizeGreaterThan(Math.min(shards, 8) - 1);
                }));
    check.run();
  }
}
