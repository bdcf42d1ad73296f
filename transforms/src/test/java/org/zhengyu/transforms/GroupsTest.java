package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.View;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.input.Exclusions;
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
import org.zhengyu.transforms.stats.KeynessCounts;

/** From segmented units to counts by period and comparisons between groups. */
class GroupsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static final long SEED = 5;
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
      terms = units.apply(CountTerms.of(admissions, 3, 0)).apply(MergeTerms.within(LIMITS));
      vocabulary = terms.get(MergeTerms.PROPOSALS).apply(SelectVocabulary.within(LIMITS));
      sums = units.apply(SumGroups.of(admissions, SEED));
      groups = sums.apply("Groups", View.asSingleton());
    }

    PCollection<KV<Integer, Iterable<SortedRun>>> compared(String referenceGroup, int buckets) {
      return terms
          .apply(
              CompareGroups.of(vocabulary, groups, referenceGroup, Exclusions.NONE, SEED, buckets))
          .get(CompareGroups.COMPARISONS)
          .apply("GatherGroups", GroupByKey.create());
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
                      .isEqualTo(
                          Map.of("2023", new GroupSize(1, 4, 4), "2024", new GroupSize(3, 6, 1)));
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
            flow.terms
                .get(MergeTerms.TERMS)
                .apply(CountPeriods.of(flow.vocabulary, flow.groups, 3)))
        .satisfies(
            that(
                buckets -> {
                  List<String> lines = new ArrayList<>();
                  for (KV<Integer, PeriodCounts> bucket : buckets) {
                    PeriodCounts.Group counted = bucket.getValue().groups().get(0);
                    assertThat(counted.value()).isEqualTo("all");
                    assertThat(counted.periods().values()).containsExactly("2023", "2024");
                    GroupCounts counts = new GroupCounts(2);
                    SortedRunCursor cursor = counted.terms().cursor();
                    while (cursor.next()) {
                      counts.read(cursor.value());
                      lines.add(
                          new String(cursor.key(), UTF_8)
                              + (" " + counts.frequency(0))
                              + (" " + counts.documentFrequency(0))
                              + (" " + counts.frequency(1))
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
  private static Map<String, KeynessCounts> comparisons(
      Iterable<KV<Integer, Iterable<SortedRun>>> buckets) {
    Map<String, KeynessCounts> comparisons = new TreeMap<>();
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
          KeynessCounts counts = Comparison.unpack(cursor.value()).counts();
          assertThat(comparisons.put(name, counts)).isNull();
        }
      }
    }
    return comparisons;
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

  private static Map.Entry<String, KeynessCounts> entry(
      String name, long f1, long n1, long f2, long n2) {
    return Map.entry(name, new KeynessCounts(f1, n1, f2, n2));
  }
}
