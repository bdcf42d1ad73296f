package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Vocabulary;

/** From segmented units to merged pairs, with the margins that the terms were counted with. */
class CountPairsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static final Admissions ADMISSIONS = new Admissions(Map.of(7L, "x"), Map.of(), false);
  private static final VocabularyLimits NO_LIMITS = new VocabularyLimits(100, 1, 1);
  private static final SharedLexicon PHRASES = phrases("依靠\n发展\n");

  private static SharedLexicon phrases(String lines) {
    try {
      return SharedLexicon.of(Lexicon.parse(lines, "lexicon.csv", text -> text));
    } catch (InputFileException e) {
      throw new AssertionError(e);
    }
  }

  private static List<SegmentedSplit> reform() {
    return List.of(
        Samples.unit()
            .document(3, "甲", Samples.REFORM)
            .document(7, "乙", "改革/支持/依靠")
            .document(8, "丙", "")
            .build());
  }

  /** All the way from units to pairs. */
  private PCollectionTuple pairs(
      List<SegmentedSplit> segmented,
      ContextUnit unit,
      int window,
      int buckets,
      VocabularyLimits limits) {
    PCollection<SegmentedSplit> units = check.of("Units", segmented, SegmentedSplit.coder());
    PCollectionView<Admissions> admissions =
        check.view("Admissions", ADMISSIONS, Admissions.coder());
    PCollectionView<Vocabulary> vocabulary =
        units
            .apply(CountTerms.of(admissions, 3, unit == ContextUnit.WINDOW ? window : 0))
            .apply(MergeTerms.within(limits))
            .get(MergeTerms.PROPOSALS)
            .apply(SelectVocabulary.within(limits));
    return units
        .apply(CountPairs.in(unit, window, 80, admissions, vocabulary, buckets))
        .apply(
            MergePairs.of(
                unit, vocabulary, PHRASES, limits, 1, false, new NetworkPlan(List.of(), 1)));
  }

  private static List<String> lines(Iterable<KV<Integer, ScoredPairs>> buckets) {
    List<String> lines = new ArrayList<>();
    for (KV<Integer, ScoredPairs> bucket : buckets) {
      lines.addAll(Samples.lines(bucket.getValue()));
    }
    return lines;
  }

  private void expect(PCollectionTuple pairs, List<String> expected) {
    PAssert.that(pairs.get(MergePairs.PAIRS))
        .satisfies(
            that(
                buckets -> {
                  assertThat(lines(buckets)).containsExactlyInAnyOrderElementsOf(expected);
                }));
  }

  /** Terms a and b, the joint count, both margins, and the size of the event space. */
  @Test
  void countsTheWorkedExampleInWindowsOfTwo() {
    expect(
        pairs(reform(), ContextUnit.WINDOW, 2, 4, NO_LIMITS),
        List.of(
            "人民 依靠 2 6 5 30",
            "人民 发展 1 6 6 30",
            "人民 支持 1 6 2 30",
            "人民 改革 2 6 8 30",
            "依靠 发展 2 5 6 30",
            "依靠 改革 1 5 8 30",
            "促进 发展 1 3 6 30",
            "促进 改革 2 3 8 30",
            "发展 改革 2 6 8 30",
            "支持 改革 1 2 8 30"));
    check.run();
  }

  /** 支持 and 促进 are in one sentence only; 人民 and 依靠 share two sentences. */
  @Test
  void keepsPairsThatAreFrequentEnoughAndCountsAllThatWereTested() {
    PCollectionTuple pairs =
        pairs(reform(), ContextUnit.SENTENCE, 5, 3, new VocabularyLimits(100, 1, 2));
    expect(pairs, List.of("人民 依靠 2 3 2 3", "人民 发展 2 3 2 3", "人民 改革 2 3 2 3", "依靠 发展 2 2 2 3"));
    PAssert.that(pairs.get(MergePairs.FACTS))
        .satisfies(
            that(
                facts -> {
                  assertThat(
                          Samples.ofKind(RunFact.Pairs.class, facts).stream()
                              .reduce(RunFact.Pairs::plus))
                      .hasValue(new RunFact.Pairs(ContextUnit.SENTENCE, 12, 4, 0));
                }));
    check.run();
  }

  @Test
  void namesTheStrongestPairsWithPhrasesOfEveryBucket() {
    PCollectionTuple pairs = pairs(reform(), ContextUnit.SENTENCE, 5, 1, NO_LIMITS);
    PAssert.that(pairs.get(MergePairs.FACTS))
        .satisfies(
            that(
                facts -> {
                  List<RunFact.TopPair> top = Samples.ofKind(RunFact.TopPair.class, facts);
                  assertThat(top).allMatch(pair -> pair.g2() > 0);
                  RunFact.TopPair strongest =
                      Collections.max(top, Comparator.comparingDouble(RunFact.TopPair::g2));
                  assertThat(strongest.unit()).isEqualTo(ContextUnit.SENTENCE);
                  assertThat(strongest.isOfPhrases()).isTrue();
                  assertThat(strongest.termA()).isEqualTo("依靠");
                  assertThat(strongest.termB()).isEqualTo("发展");
                  assertThat(strongest.count()).isEqualTo(2);
                  assertThat(strongest.g2()).isCloseTo(3.81908500977, within(1e-10));
                  assertThat(top)
                      .as("all with a phrase, and none that avoid each other")
                      .extracting(pair -> pair.termA() + " " + pair.termB())
                      .doesNotContain("促进 改革", "支持 改革", "发展 改革");
                }));
    check.run();
  }
}
