package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** From segmented units to merged terms. */
class CountTermsTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static final VocabularyLimits NO_LIMITS = new VocabularyLimits(100, 1, 1);

  /** 丁 is refused and 己 a repetition; 戊 has no word. */
  private static final Admissions ADMISSIONS =
      new Admissions(Map.of(7L, "x"), Map.of(12L, "甲"), false);

  private static List<SegmentedSplit> units() {
    return List.of(
        Samples.unit().document(10, "甲", Samples.REFORM).document(12, "己", Samples.REFORM).build(),
        Samples.unit()
            .document(5, "乙", "改革/的~/改革/链长制#0")
            .document(7, "丁", "改革/开放")
            .document(8, "戊", "")
            .build());
  }

  /** Counted by hand; slots for windows of two words. */
  private static final List<String> TERMS =
      List.of(
          "人民 tag 20 content phrase -1 in 1 2 3 6 甲:3",
          "依靠 tag 20 content phrase -1 in 1 2 2 5 甲:2",
          "促进 tag 20 content phrase -1 in 1 1 1 3 甲:1",
          "发展 tag 20 content phrase -1 in 1 2 2 6 甲:2",
          "支持 tag 20 content phrase -1 in 1 1 1 2 甲:1",
          "改革 tag 20 content phrase -1 in 2 2 3 13 乙:2 甲:3",
          "的 tag 20 function phrase -1 in 1 1 1 3 乙:1",
          "链长制 tag 20 content phrase 0 in 1 1 1 2 乙:1");

  private PCollection<KV<Integer, TermBlock>> counted(
      List<SegmentedSplit> units, int buckets, int window) {
    return check
        .of("Units", units, SegmentedSplit.coder())
        .apply(
            CountTerms.of(
                check.view("Admissions", ADMISSIONS, Admissions.coder()), buckets, window));
  }

  private PCollectionTuple merged(
      PCollection<KV<Integer, TermBlock>> counted, VocabularyLimits limits) {
    return counted.apply(MergeTerms.within(limits));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void countsTermsOfCountedDocumentsWhateverTheBuckets(int buckets) {
    PCollectionTuple merged = merged(counted(units(), buckets, 2), NO_LIMITS);

    CorpusTotals totals = new CorpusTotals(2, 3, 4, 40, 16, 4);
    PAssert.that(merged.get(MergeTerms.TERMS))
        .satisfies(
            that(
                blocks -> {
                  List<String> lines = new ArrayList<>();
                  List<Integer> keys = new ArrayList<>();
                  for (KV<Integer, TermBlock> bucket : blocks) {
                    assertThat(bucket.getValue().totals()).isEqualTo(totals);
                    assertThat(Samples.documents(bucket.getValue()))
                        .isSubsetOf(
                            new CountedDocument(5, "乙", 4, List.of()),
                            new CountedDocument(10, "甲", 12, List.of()))
                        .extracting(CountedDocument::key)
                        .isSorted();
                    lines.addAll(Samples.lines(bucket.getValue()));
                    keys.add(bucket.getKey());
                  }
                  assertThat(lines).containsExactlyInAnyOrderElementsOf(TERMS);
                  assertThat(keys)
                      .containsExactlyInAnyOrderElementsOf(
                          IntStream.range(0, buckets).boxed().toList());
                }));
    PAssert.that(merged.get(MergeTerms.FACTS))
        .satisfies(
            that(
                facts -> {
                  List<RunFact.Types> types = Samples.ofKind(RunFact.Types.class, facts);
                  assertThat(types).hasSize(buckets);
                  assertThat(types.stream().mapToLong(RunFact.Types::count).sum()).isEqualTo(8);
                  assertThat(Samples.ofKind(RunFact.Counted.class, facts))
                      .containsExactly(new RunFact.Counted(totals));
                }));
    check.run();
  }

  @Test
  void yieldsNothingForAUnitWithoutCountedDocuments() {
    PCollection<KV<Integer, TermBlock>> counted =
        counted(List.of(Samples.unit().document(7, "丁", "改革").document(8, "戊", "").build()), 2, 2);
    PAssert.that(counted).empty();
    PAssert.that(merged(counted, NO_LIMITS).get(MergeTerms.FACTS)).empty();
    check.run();
  }

  /** By sentences: 改革 3, 人民 3, 依靠 2, 发展 2, the others 1. */
  @Test
  void proposesPhrasesAndTheMostFrequentContentTerms() {
    PCollectionTuple merged = merged(counted(units(), 1, 2), new VocabularyLimits(3, 2, 1));
    PAssert.that(merged.get(MergeTerms.PROPOSALS))
        .satisfies(
            that(
                proposals -> {
                  assertThat(terms(proposals, ProposedTerms::phrases)).containsExactly("链长制 1");
                  assertThat(terms(proposals, ProposedTerms::contentTerms))
                      .containsExactly("人民 3", "依靠 2", "改革 3");
                  assertThat(proposals)
                      .extracting(ProposedTerms::totals)
                      .containsExactly(new CorpusTotals(2, 3, 4, 40, 16, 4));
                }));
    check.run();
  }

  private static List<String> terms(
      Iterable<ProposedTerms> proposals, Function<ProposedTerms, SortedRun> which) {
    List<String> terms = new ArrayList<>();
    for (ProposedTerms proposed : proposals) {
      SortedRunCursor cursor = which.apply(proposed).cursor();
      while (cursor.next()) {
        Member member = Member.unpack(cursor.value());
        assertThat(cursor.key()).isEqualTo(member.term().getBytes(UTF_8));
        terms.add(member.term() + " " + member.margins().sentences());
      }
    }
    return terms;
  }
}
