package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.KeynessCounts;

/** From segmented splits to counts by period and comparisons between groups. */
class ComparisonsTest {
  private static final long SEED = 5;

  private static final Interval NONE = new Interval(Double.NaN, Double.NaN);
  private static final VocabularyLimits LIMITS = new VocabularyLimits(100, 1, 1);

  /** Two units; the second document repeats another, and the last has no token. */
  private static List<SegmentedSplit> units() {
    return List.of(
        Samples.unit()
            .document(1, "甲", "改革/发展/的~/改革", "2023", "青岛")
            .document(2, "乙", "改革/改革/改革", "2023", "青岛")
            .document(3, "丙", "发展/人民", "2024", "济南")
            .build(),
        Samples.unit()
            .document(4, "丁", "改革/人民。人民", "2024", "青岛")
            .document(5, "戊", "人民/支持/支持", "", "烟台")
            .document(6, "己", "支持", "2024", "")
            .document(7, "庚", "", "1999", "青岛")
            .build());
  }

  /** The second document repeats the first. */
  private static boolean counts(long key) {
    return key != 2;
  }

  private static CountedCorpus corpus(List<SegmentedSplit> splits) {
    return new CountedCorpus(splits, ComparisonsTest::counts, 0, 3, LIMITS);
  }

  private static GroupTotals groups(List<SegmentedSplit> splits) {
    GroupSums sums = new GroupSums(SEED);
    splits.forEach(split -> split.documents(ComparisonsTest::counts).forEach(sums::add));
    return sums.totals();
  }

  /** The runs of all buckets. */
  private static Map<Integer, List<SortedRun>> compared(
      List<SegmentedSplit> splits, @Nullable String referenceGroup, int buckets) {
    CountedCorpus corpus = corpus(splits);
    Map<Integer, List<SortedRun>> runs = new TreeMap<>();
    for (TermMerge merge : corpus.terms()) {
      GroupComparer.compare(
          merge.terms(),
          groups(splits),
          corpus.vocabulary(),
          referenceGroup,
          value -> (term, tag, isPhrase) -> value.equals("青岛") && term.equals("改革"),
          SEED,
          new BucketWriter(
              buckets,
              (bucket, run) -> runs.computeIfAbsent(bucket, b -> new ArrayList<>()).add(run)));
    }
    return runs;
  }

  private static byte[] weights(String document) {
    byte[] weights = new byte[Bootstrap.REPLICATES];
    Bootstrap.weights(SEED, document, weights);
    return weights;
  }

  /**
   * The facet, the group and the term, then each period with its term and document frequency. In a
   * group a term must stand in two documents: only 改革 in 青岛 does.
   */
  @Test
  void countsTheVocabularyByPeriodInAllAndInEachGroup() {
    List<String> lines = new ArrayList<>();
    CountedCorpus corpus = corpus(units());
    for (TermMerge merge : corpus.terms()) {
      PeriodCounts counted =
          PeriodCounter.count(merge.terms(), groups(units()), corpus.vocabulary(), 2);
      for (PeriodCounts.Group group : counted.groups()) {
        GroupCounts counts = new GroupCounts(group.periods().groups().size());
        SortedRunCursor cursor = group.terms().cursor();
        while (cursor.next()) {
          counts.read(cursor.value());
          StringBuilder line = new StringBuilder(group.facet() + " " + group.value() + " ");
          line.append(new String(cursor.key(), UTF_8));
          for (int period = 0; period < counts.groups(); period++) {
            line.append(" " + group.periods().values().get(period));
            line.append(" " + counts.frequency(period) + " " + counts.documentFrequency(period));
          }
          lines.add(line.toString());
        }
      }
    }
    assertThat(lines)
        .containsExactlyInAnyOrder(
            "0 all 改革 2023 2 1 2024 1 1",
            "0 all 发展 2023 1 1 2024 1 1",
            "0 all 人民 2023 0 0 2024 3 2",
            "0 all 支持 2023 0 0 2024 1 1",
            "1 青岛 改革 2023 2 1 2024 1 1");
  }

  /** What a comparison says, whatever the term. */
  private record Compared(
      KeynessCounts counts, Comparison.Documents documents, double dpNorm, Interval logRatio) {}

  /** Comparisons by "value term", of all buckets. */
  private static Map<String, Compared> comparisons(Map<Integer, List<SortedRun>> buckets) {
    Map<String, Compared> comparisons = new TreeMap<>();
    Map<String, Integer> bucketOfValue = new HashMap<>();
    for (Map.Entry<Integer, List<SortedRun>> bucket : buckets.entrySet()) {
      for (SortedRun run : bucket.getValue()) {
        SortedRunCursor cursor = run.cursor();
        while (cursor.next()) {
          PackedReader key = cursor.keyReader();
          assertThat(key.getByte()).isEqualTo(1);
          String value = key.getString();
          assertThat(bucketOfValue.putIfAbsent(value, bucket.getKey()))
              .as("all of %s in one bucket", value)
              .isIn(null, bucket.getKey());
          String name = value + " " + new String(key.rest(), UTF_8);
          Comparison found = Comparison.unpack(cursor.value());
          Compared compared =
              new Compared(found.counts(), found.documents(), found.dpNorm(), found.logRatio());
          assertThat(found.isHidden()).as(name).isEqualTo(name.equals("青岛 改革"));
          assertThat(comparisons.put(name, compared)).isNull();
        }
      }
    }
    return comparisons;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void comparesEachGroupWithAllOthersThatAreKnown(int buckets) {
    assertThat(comparisons(compared(units(), null, buckets)))
        .isEqualTo(
            Map.ofEntries(
                entry("青岛 改革", counts(3, 7, 0, 5), documents(2, 2, 0, 2), 1 / 6.0),
                entry("青岛 发展", counts(1, 7, 1, 5), documents(1, 2, 1, 2), 3 / 4.0),
                entry("青岛 人民", counts(2, 7, 2, 5), documents(1, 2, 2, 2), 1),
                entry("青岛 支持", counts(0, 7, 2, 5), documents(0, 2, 1, 2)),
                entry("济南 改革", counts(0, 2, 3, 10), documents(0, 1, 2, 3)),
                entry("济南 发展", counts(1, 2, 1, 10), documents(1, 1, 1, 3)),
                entry("济南 人民", counts(1, 2, 3, 10), documents(1, 1, 2, 3)),
                entry("济南 支持", counts(0, 2, 2, 10), documents(0, 1, 1, 3)),
                entry("烟台 改革", counts(0, 3, 3, 9), documents(0, 1, 2, 3)),
                entry("烟台 发展", counts(0, 3, 2, 9), documents(0, 1, 2, 3)),
                entry("烟台 人民", counts(1, 3, 3, 9), documents(1, 1, 2, 3)),
                entry("烟台 支持", counts(2, 3, 0, 9), documents(1, 1, 0, 3))));
  }

  @Test
  void comparesWithTheReferenceAndLeavesOutWhatBothLack() {
    assertThat(comparisons(compared(units(), "济南", 2)))
        .isEqualTo(
            Map.ofEntries(
                entry("青岛 改革", counts(3, 7, 0, 2), documents(2, 2, 0, 1), 1 / 6.0),
                entry("青岛 发展", counts(1, 7, 1, 2), documents(1, 2, 1, 1), 3 / 4.0),
                entry("青岛 人民", counts(2, 7, 1, 2), documents(1, 2, 1, 1), 1),
                entry("烟台 发展", counts(0, 3, 1, 2), documents(0, 1, 1, 1)),
                entry("烟台 人民", counts(1, 3, 1, 2), documents(1, 1, 1, 1)),
                entry("烟台 支持", counts(2, 3, 0, 2), documents(1, 1, 0, 1))));
  }

  @Test
  void comparesNothingWithAReferenceThatDoesNotOccur() {
    assertThat(compared(units(), "北京", 2)).isEmpty();
  }

  /** Of a group of one document, or without the term. */
  private static Map.Entry<String, Compared> entry(
      String name, KeynessCounts counts, Comparison.Documents documents) {
    return entry(name, counts, documents, Double.NaN);
  }

  private static Map.Entry<String, Compared> entry(
      String name, KeynessCounts counts, Comparison.Documents documents, double dpNorm) {
    return Map.entry(name, new Compared(counts, documents, dpNorm, NONE));
  }

  private static KeynessCounts counts(long f1, long n1, long f2, long n2) {
    return new KeynessCounts(f1, n1, f2, n2);
  }

  /** With the term, and in all, of the group; the same of the other side. */
  private static Comparison.Documents documents(long df1, long all1, long df2, long all2) {
    return new Comparison.Documents(df1, all1, df2, all2);
  }

  /** A document of the random corpus: 改革 and 发展 so often, in a group. */
  private record Drawn(String id, int reform, int growth, String group) {
    int tokens() {
      return reform + growth;
    }
  }

  private static List<Drawn> drawn() {
    Random random = new Random(11);
    List<Drawn> documents = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      String group = i < 14 ? "东" : i < 30 ? "西" : "中";
      documents.add(new Drawn("文" + i, random.nextInt(9), 1 + random.nextInt(20), group));
    }
    return documents;
  }

  /** The intervals once more, from the documents: replicate by replicate, sorted. */
  @Test
  void resamplesDocumentsWhereBothSidesHaveEnough() {
    List<SegmentedSplit> segmented = new ArrayList<>();
    int key = 100;
    for (Drawn document : drawn()) {
      segmented.add(
          Samples.unit()
              .document(
                  key++,
                  document.id(),
                  "改革/".repeat(document.reform()) + "发展/".repeat(document.growth()),
                  "2024",
                  document.group())
              .build());
    }
    Map<String, Compared> found = comparisons(compared(segmented, null, 2));
    assertThat(found).hasSize(6);
    for (String group : List.of("东", "西")) {
      Compared compared = found.get(group + " 改革");
      assertThat(compared.dpNorm()).isCloseTo(dpNorm(group), within(1e-12));
      Interval interval = compared.logRatio();
      double[] expected = logRatios(group);
      assertThat(interval.lower()).isCloseTo(expected[24], within(1e-12));
      assertThat(interval.upper()).isCloseTo(expected[974], within(1e-12));
    }
    assertThat(found.get("中 改革").logRatio()).as("6 documents").isEqualTo(NONE);
  }

  /** Gries' sum over the documents of the group, and of no others. */
  private static double dpNorm(String group) {
    List<Drawn> documents = drawn().stream().filter(d -> d.group().equals(group)).toList();
    double f = documents.stream().mapToInt(Drawn::reform).sum();
    double l = documents.stream().mapToInt(Drawn::tokens).sum();
    double least = documents.stream().mapToInt(Drawn::tokens).min().orElseThrow();
    double dp = 0;
    for (Drawn document : documents) {
      dp += Math.abs(document.reform() / f - document.tokens() / l) / 2;
    }
    return dp / (1 - least / l);
  }

  private static double[] logRatios(String group) {
    double[] ratios = new double[Bootstrap.REPLICATES];
    for (int i = 0; i < ratios.length; i++) {
      double f1 = 0;
      double n1 = 0;
      double f2 = 0;
      double n2 = 0;
      for (Drawn document : drawn()) {
        int weight = weights(document.id())[i];
        if (document.group().equals(group)) {
          f1 += weight * document.reform();
          n1 += weight * document.tokens();
        } else {
          f2 += weight * document.reform();
          n2 += weight * document.tokens();
        }
      }
      f1 += n1 / (n1 + n2);
      f2 += n2 / (n1 + n2);
      ratios[i] = Math.log(f1 / n1 / (f2 / n2)) / Math.log(2);
    }
    Arrays.sort(ratios);
    return ratios;
  }
}
