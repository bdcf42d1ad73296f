package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.Comparison;
import org.zhengyu.transforms.model.FacetTotals;
import org.zhengyu.transforms.model.GroupCounts;
import org.zhengyu.transforms.model.GroupSize;
import org.zhengyu.transforms.model.GroupTotals;
import org.zhengyu.transforms.model.PeriodCounts;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.KeynessCounts;

/** From segmented units to counts by period and comparisons between groups. */
class GroupsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

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

  private PCollectionView<Admissions> admissions() {
    return check.view(
        "Admissions", new Admissions(Map.of(2L, "甲"), Map.of(), false), Admissions.coder());
  }

  /** All that the transforms under test are given. */
  private final class Flow {
    final PCollectionTuple terms;
    final PCollection<GroupTotals> sums;
    final PCollectionView<GroupTotals> groups;
    final PCollectionView<Vocabulary> vocabulary;

    Flow(List<SegmentedSplit> segmented) {
      PCollection<SegmentedSplit> units = check.of("Units", segmented, SegmentedSplit.coder());
      PCollectionView<Admissions> admissions = admissions();
      PCollectionTuple counted = units.apply(CountTerms.of(admissions, 3, 0));
      terms = counted.get(CountTerms.TERMS).apply(MergeTerms.within(LIMITS));
      vocabulary = terms.get(MergeTerms.PROPOSALS).apply(SelectVocabulary.within(LIMITS));
      sums = units.apply(SumGroups.of(admissions, SEED));
      groups = sums.apply("Groups", View.asSingleton());
    }

    PCollection<KV<Integer, Iterable<SortedRun>>> compared(String referenceGroup, int buckets) {
      return terms
          .get(MergeTerms.TERMS)
          .apply(CompareGroups.of(vocabulary, groups, referenceGroup, SEED, buckets));
    }
  }

  @Test
  void measuresTheGroupsOfCountedDocuments() {
    PAssert.that(new Flow(units()).sums)
        .satisfies(
            that(
                sums -> {
                  List<FacetTotals> facets = sums.iterator().next().facets();
                  assertThat(facets).hasSize(2);
                  assertThat(facets.get(0).groups())
                      .isEqualTo(Map.of("2023", new GroupSize(1, 4), "2024", new GroupSize(3, 6)));
                  Map<String, String> sizes = new TreeMap<>();
                  facets.get(1).groups().forEach((value, size) -> sizes.put(value, size + ""));
                  assertThat(sizes)
                      .isEqualTo(
                          Map.of(
                              "青岛", "2 documents, 7 tokens",
                              "济南", "1 documents, 2 tokens",
                              "烟台", "1 documents, 3 tokens"));
                  byte[] first = weights("甲");
                  byte[] fourth = weights("丁");
                  long[] resampled = facets.get(1).groups().get("青岛").resampledTokens();
                  for (int i = 0; i < Bootstrap.REPLICATES; i++) {
                    assertThat(resampled[i]).isEqualTo(4L * first[i] + 3L * fourth[i]);
                  }
                }));
    check.run();
  }

  private static byte[] weights(String document) {
    byte[] weights = new byte[Bootstrap.REPLICATES];
    Bootstrap.weights(SEED, document, weights);
    return weights;
  }

  /** The term, then term and document frequency of each period. */
  @Test
  void countsTheVocabularyByPeriod() {
    Flow flow = new Flow(units());
    PAssert.that(
            flow.terms.get(MergeTerms.TERMS).apply(CountPeriods.of(flow.vocabulary, flow.groups)))
        .satisfies(
            that(
                buckets -> {
                  List<String> lines = new ArrayList<>();
                  for (KV<Integer, PeriodCounts> bucket : buckets) {
                    PeriodCounts counted = bucket.getValue();
                    assertThat(counted.periods().values()).containsExactly("2023", "2024");
                    GroupCounts counts = new GroupCounts(2);
                    SortedRunCursor cursor = counted.terms().cursor();
                    while (cursor.next()) {
                      counts.read(cursor.value());
                      lines.add(
                          new String(cursor.key(), UTF_8)
                              + (" " + counts.termFrequency(0))
                              + (" " + counts.documentFrequency(0))
                              + (" " + counts.termFrequency(1))
                              + (" " + counts.documentFrequency(1)));
                    }
                  }
                  assertThat(lines)
                      .containsExactlyInAnyOrder(
                          "改革 2 1 1 1", "发展 1 1 1 1", "人民 0 0 3 2", "支持 0 0 1 1");
                }));
    check.run();
  }

  /** Comparisons by "value term", of all buckets. */
  private static Map<String, Comparison> comparisons(
      Iterable<KV<Integer, Iterable<SortedRun>>> buckets) {
    Map<String, Comparison> comparisons = new TreeMap<>();
    Map<String, Integer> bucketOfValue = new HashMap<>();
    for (KV<Integer, Iterable<SortedRun>> bucket : buckets) {
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
          assertThat(comparisons.put(name, Comparison.unpack(cursor.value()))).isNull();
        }
      }
    }
    return comparisons;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5})
  void comparesEachGroupWithAllOthersThatAreKnown(int buckets) {
    PAssert.that(new Flow(units()).compared(null, buckets))
        .satisfies(
            that(
                compared ->
                    assertThat(comparisons(compared))
                        .isEqualTo(
                            Map.ofEntries(
                                entry("青岛 改革", 3, 7, 0, 5),
                                entry("青岛 发展", 1, 7, 1, 5),
                                entry("青岛 人民", 2, 7, 2, 5),
                                entry("青岛 支持", 0, 7, 2, 5),
                                entry("济南 改革", 0, 2, 3, 10),
                                entry("济南 发展", 1, 2, 1, 10),
                                entry("济南 人民", 1, 2, 3, 10),
                                entry("济南 支持", 0, 2, 2, 10),
                                entry("烟台 改革", 0, 3, 3, 9),
                                entry("烟台 发展", 0, 3, 2, 9),
                                entry("烟台 人民", 1, 3, 3, 9),
                                entry("烟台 支持", 2, 3, 0, 9)))));
    check.run();
  }

  @Test
  void comparesWithTheReferenceAndLeavesOutWhatBothLack() {
    PAssert.that(new Flow(units()).compared("济南", 2))
        .satisfies(
            that(
                compared ->
                    assertThat(comparisons(compared))
                        .isEqualTo(
                            Map.ofEntries(
                                entry("青岛 改革", 3, 7, 0, 2),
                                entry("青岛 发展", 1, 7, 1, 2),
                                entry("青岛 人民", 2, 7, 1, 2),
                                entry("烟台 发展", 0, 3, 1, 2),
                                entry("烟台 人民", 1, 3, 1, 2),
                                entry("烟台 支持", 2, 3, 0, 2)))));
    check.run();
  }

  @Test
  void comparesNothingWithAReferenceThatDoesNotOccur() {
    PAssert.that(new Flow(units()).compared("北京", 2)).empty();
    check.run();
  }

  private static Map.Entry<String, Comparison> entry(
      String name, long f1, long n1, long f2, long n2) {
    return Map.entry(name, new Comparison(new KeynessCounts(f1, n1, f2, n2), NONE));
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
    PAssert.that(new Flow(segmented).compared(null, 2))
        .satisfies(
            that(
                compared -> {
                  Map<String, Comparison> found = comparisons(compared);
                  assertThat(found).hasSize(6);
                  for (String group : List.of("东", "西")) {
                    Interval interval = found.get(group + " 改革").logRatio();
                    double[] expected = logRatios(group);
                    assertThat(interval.lower()).isCloseTo(expected[24], within(1e-12));
                    assertThat(interval.upper()).isCloseTo(expected[974], within(1e-12));
                  }
                  assertThat(found.get("中 改革").logRatio()).as("6 documents").isEqualTo(NONE);
                }));
    check.run();
  }

  private static double[] logRatios(String group) {
    double[] ratios = new double[Bootstrap.REPLICATES];
    for (int i = 0; i < ratios.length; i++) {
      double f1 = 0.5;
      double n1 = 0.5;
      double f2 = 0.5;
      double n2 = 0.5;
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
      ratios[i] = Math.log(f1 / n1 / (f2 / n2)) / Math.log(2);
    }
    Arrays.sort(ratios);
    return ratios;
  }
}
