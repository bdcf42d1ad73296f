package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentListBuilder;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** Terms whose documents are summed up say what they say with each document. */
class TermSummaryTest {
  private static final long SEED = 5;
  private static final VocabularyLimits LIMITS = new VocabularyLimits(100, 1, 1);
  private static final List<String> WORDS =
      List.of("改革", "发展", "人民", "的~", "链长制#0", "深化改革#1/[链长制#0:0-2]");
  private static final List<String> PLACES = List.of("青岛", "济南", "");

  /** Enough documents of each place for intervals; some are alike, and one word is in all. */
  private static List<SegmentedSplit> splits() {
    Random random = new Random(3);
    List<SegmentedSplit> splits = new ArrayList<>();
    for (int split = 0; split < 12; split++) {
      Samples.Unit unit = Samples.unit();
      for (int i = 0; i < 12; i++) {
        StringBuilder text = new StringBuilder("改革");
        for (int more = random.nextInt(4); more > 0; more--) {
          text.append('。').append(WORDS.get(random.nextInt(WORDS.size())));
        }
        unit.document(
            100 * split + i,
            "第" + split + "-" + i,
            text.toString(),
            String.valueOf(2022 + random.nextInt(2)),
            PLACES.get(random.nextInt(PLACES.size())));
      }
      splits.add(unit.build());
    }
    return splits;
  }

  private static GroupTotals groups() {
    GroupSums sums = new GroupSums(SEED);
    splits().forEach(split -> split.documents(key -> true).forEach(sums::add));
    return sums.totals();
  }

  /** The blocks of the one bucket, shard by shard. */
  private static List<List<TermBlock>> dealt(int shards) {
    List<List<TermBlock>> dealt = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      dealt.add(new ArrayList<>());
    }
    Shards many = new Shards(shards);
    for (SegmentedSplit split : splits()) {
      TermTally tally = TermTally.of(split, key -> true, 2);
      tally.deal(1, (bucket, block) -> dealt.get(many.of(tally.firstKey())).add(block));
    }
    return dealt;
  }

  private static TermMerge whole() {
    return new TermMerge(dealt(1).get(0), LIMITS);
  }

  private static TermBlock summedUp(int shards, long mostHeld) {
    GatheredSummaries gathered = new GatheredSummaries(mostHeld);
    for (List<TermBlock> shard : dealt(shards)) {
      TermSummary.of(shard, gathered::add);
    }
    return TermMerge.merged(gathered.blocks());
  }

  /** Of each term what it is, and how many documents are alike. */
  private static Map<String, Long> alike(TermBlock block) {
    Map<String, Long> alike = new TreeMap<>();
    List<CountedDocument> documents = Samples.documents(block);
    TermEntry entry = new TermEntry();
    SortedRunCursor cursor = block.entries().cursor();
    while (cursor.next()) {
      entry.read(cursor.value());
      String term = new String(cursor.key(), UTF_8);
      alike.put(
          String.join(
              " ",
              term + entry.tag() + entry.isContent() + entry.phrase() + entry.margins(),
              entry.tokens() + " " + entry.uses() + " " + entry.frequency()),
          1L);
      for (int i = 0; i < entry.postings(); i++) {
        CountedDocument document = documents.get(entry.document(i));
        alike.merge(
            term
                + (" " + document.tokens() + document.groups())
                + (" " + entry.tokens(i) + " " + entry.uses(i) + " " + entry.frequency(i)),
            (long) entry.times(i),
            Long::sum);
      }
    }
    return alike;
  }

  @ParameterizedTest(name = "{0} shards, {1} bytes held")
  @CsvSource({"1, 1000000", "1, 1", "4, 1000000", "4, 1", "30, 1", "30, 700"})
  void keepsWhatIsCountedWhateverTheShards(int shards, long mostHeld) {
    TermBlock summed = summedUp(shards, mostHeld);
    assertThat(summed.totals()).isEqualTo(whole().terms().totals());
    assertThat(alike(summed)).isEqualTo(alike(whole().terms())).hasSizeGreaterThan(50);
  }

  @ParameterizedTest
  @CsvSource({"1", "4", "30"})
  void countsTheSameByPeriod(int shards) {
    PeriodCounts expected =
        PeriodCounter.count(whole().terms(), groups(), vocabulary(), /* minDocuments= */ 3);
    assertThat(
            PeriodCounter.count(summedUp(shards, 1), groups(), vocabulary(), /* minDocuments= */ 3))
        .isEqualTo(expected);
    assertThat(expected.groups()).hasSize(3);
  }

  private static Vocabulary vocabulary() {
    return VocabularySelection.of(List.of(whole().proposals()), LIMITS);
  }

  /** Bit for bit, with the intervals, for a run holds the packed comparisons. */
  @ParameterizedTest
  @CsvSource({"1,", "4,", "30,", "4, 济南"})
  void comparesGroupsTheSame(int shards, @Nullable String referenceGroup) {
    List<SortedRun> expected = new ArrayList<>();
    GroupComparer.compare(
        whole().terms(),
        groups(),
        vocabulary(),
        referenceGroup,
        value -> (term, tag, isPhrase) -> false,
        SEED,
        new BucketWriter(1, (bucket, run) -> expected.add(run)));
    List<SortedRun> resampled = new ArrayList<>();
    for (List<TermBlock> shard : dealt(shards)) {
      GroupResampler.resample(
          TermMerge.merged(shard), groups(), vocabulary(), referenceGroup, SEED, resampled::add);
    }
    List<SortedRun> compared = new ArrayList<>();
    GroupComparer.compare(
        summedUp(shards, 1),
        resampled,
        groups(),
        vocabulary(),
        referenceGroup,
        value -> (term, tag, isPhrase) -> false,
        new BucketWriter(1, (bucket, run) -> compared.add(run)));
    assertThat(compared).isEqualTo(expected).hasSize(1);
    assertThat(resampled).isNotEmpty().allMatch(run -> run.size() > 999);
  }

  /** 70,000 documents of which none is like another, each with the term once. */
  @Test
  void partsATermWithManyKindsOfDocuments() {
    int documents = 70_000;
    DocumentListBuilder listed = new DocumentListBuilder();
    TermEntry entry = new TermEntry();
    entry.clear(20, true, -1);
    entry.addMargins(new Margins(documents, documents, documents, 0));
    for (int i = 0; i < documents; i++) {
      listed.add(new CountedDocument(i, "", i + 1L, List.of("2024")));
      entry.addPosting(i, 1);
    }
    PackedWriter packed = new PackedWriter();
    entry.pack(packed);
    SortedRun run = new SortedRunBuilder().add("改革".getBytes(UTF_8), packed).build();
    CorpusTotals totals = new CorpusTotals(documents, documents, documents, 0, 9_000_000_000L, 1);

    List<TermBlock> parts = new ArrayList<>();
    TermBlock block = TermBlock.of(totals, listed, run);
    TermSummary.of(List.of(block), parts::add);
    assertThat(parts)
        .hasSizeGreaterThan(1)
        .allMatch(part -> part.size() < BucketWriter.MOST_IN_RUN);
    TermBlock merged = TermMerge.merged(parts);
    assertThat(merged.totals()).isEqualTo(totals);
    assertThat(alike(merged)).isEqualTo(alike(block)).hasSize(documents + 1);
  }
}
