package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.ProposedTerms;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** From segmented splits to merged terms and what they propose for the vocabulary. */
class TermMergeTest {
  private static final VocabularyLimits NO_LIMITS = new VocabularyLimits(100, 1, 1);

  /** 丁 with the key 7 does not count; 戊 has no word. The second document has the smaller key. */
  private static final List<SegmentedSplit> SPLITS =
      List.of(
          Samples.unit().document(10, "甲", Samples.REFORM).build(),
          Samples.unit()
              .document(5, "乙", "改革/的~/改革/链长制#0")
              .document(7, "丁", "改革/开放")
              .document(8, "戊", "")
              .build());

  private static CountedCorpus corpus(int window, int buckets, VocabularyLimits limits) {
    return new CountedCorpus(SPLITS, key -> key != 7, window, buckets, limits);
  }

  private static List<String> lines(CountedCorpus corpus) {
    return corpus.terms().stream().flatMap(merge -> Samples.lines(merge.terms()).stream()).toList();
  }

  /** Counted by hand: margins in documents, paragraphs, sentences and slots, then postings. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void addsUpTheCountsOfAllSplitsWhateverTheBuckets(int buckets) {
    CountedCorpus corpus = corpus(2, buckets, NO_LIMITS);
    assertThat(lines(corpus))
        .containsExactlyInAnyOrder(
            "人民 tag 20 content phrase -1 in 1 2 3 6 甲:3",
            "依靠 tag 20 content phrase -1 in 1 2 2 5 甲:2",
            "促进 tag 20 content phrase -1 in 1 1 1 3 甲:1",
            "发展 tag 20 content phrase -1 in 1 2 2 6 甲:2",
            "支持 tag 20 content phrase -1 in 1 1 1 2 甲:1",
            "改革 tag 20 content phrase -1 in 2 2 3 13 乙:2 甲:3",
            "的 tag 20 function phrase -1 in 1 1 1 3 乙:1",
            "链长制 tag 20 content phrase 0 in 1 1 1 2 乙:1");
    assertThat(corpus.terms().stream().mapToLong(TermMerge::types).sum()).isEqualTo(8);
    assertThat(corpus.terms())
        .allSatisfy(
            merge -> {
              assertThat(merge.terms().totals()).isEqualTo(new CorpusTotals(2, 3, 4, 40, 16, 4));
              assertThat(Samples.documents(merge.terms()))
                  .isSubsetOf(
                      new CountedDocument(5, "乙", 4, List.of()),
                      new CountedDocument(10, "甲", 12, List.of()))
                  .extracting(CountedDocument::key)
                  .isSorted();
            });
  }

  /** The second split has 改革, 的 and 链长制; the margins are those of both, as counted above. */
  @Test
  void givesPostingsTheMarginsOfTheWholeCorpus() {
    List<TermBlock> ofSplit = new ArrayList<>();
    TermTally.of(SPLITS.get(1), key -> key != 7, 2).deal(1, (bucket, block) -> ofSplit.add(block));
    TermBlock margins = corpus(2, 1, NO_LIMITS).terms().get(0).terms().margins();

    TermBlock merged = TermMerge.postings(ofSplit, margins);

    assertThat(Samples.lines(merged))
        .hasSize(8)
        .contains(
            "改革 tag 20 content phrase -1 in 2 2 3 13 乙:2",
            "的 tag 20 function phrase -1 in 1 1 1 3 乙:1",
            "链长制 tag 20 content phrase 0 in 1 1 1 2 乙:1");
    assertThat(merged.totals()).isEqualTo(new CorpusTotals(2, 3, 4, 40, 16, 4));
    assertThat(Samples.documents(merged))
        .containsExactly(new CountedDocument(5, "乙", 4, List.of()));
  }

  @Test
  void takesForTypesOnlyWhatIsAToken() {
    SegmentedSplit split = Samples.unit().document(1, "甲", "深化改革#0/开放/[改革#1:2-4]").build();
    CountedCorpus corpus = new CountedCorpus(List.of(split), key -> true, 1, 1, NO_LIMITS);
    assertThat(lines(corpus)).hasSize(3);
    assertThat(corpus.terms().stream().mapToLong(TermMerge::types).sum()).isEqualTo(2);
  }

  private static CorpusTotals totals(int window) {
    return corpus(window, 1, NO_LIMITS).vocabulary().totals();
  }

  @Test
  void countsNoSlotsWithoutAWindow() {
    assertThat(totals(0)).isEqualTo(new CorpusTotals(2, 3, 4, 0, 16, 4));
  }

  /** A sentence of n words has n (n - 1) slots when all of it is in the window. */
  @Test
  void countsEverySlotOfASentenceInAWideWindow() {
    assertThat(totals(1000))
        .isEqualTo(new CorpusTotals(2, 3, 4, 6 * 5 + 3 * 2 + 3 * 2 + 4 * 3, 16, 4));
  }

  @Test
  void talliesNothingWhereNoDocumentCounts() {
    TermTally tally = TermTally.of(SPLITS.get(0), key -> false, 2);
    assertThat(tally.isEmpty()).isTrue();
    assertThat(tally.totals()).isEqualTo(CorpusTotals.NONE);
  }

  /** Part of speech 3 is the smallest; a phrase keeps its own. */
  @Test
  void givesATermTheSmallestTagOfAllSplits() {
    List<SegmentedSplit> splits =
        List.of(
            Samples.unit().document(1, "甲", "建设@9/链长制#0@9").build(),
            Samples.unit().document(2, "乙", "建设~@3/链长制#0@9").build(),
            Samples.unit().document(3, "丙", "建设@7").build());
    assertThat(lines(new CountedCorpus(splits, key -> true, 0, 1, NO_LIMITS)))
        .containsExactly(
            "建设 tag 3 function phrase -1 in 3 3 3 0 甲:1 乙:1 丙:1",
            "链长制 tag 9 content phrase 0 in 2 2 2 0 甲:1 乙:1");
  }

  /** By sentences: 改革 3, 人民 3, 依靠 2, 发展 2, the others 1. */
  @Test
  void proposesPhrasesAndTheMostFrequentContentTerms() {
    ProposedTerms proposed = corpus(2, 1, new VocabularyLimits(3, 2, 1)).terms().get(0).proposals();
    assertThat(terms(proposed, ProposedTerms::phrases)).containsExactly("链长制 1");
    assertThat(terms(proposed, ProposedTerms::contentTerms))
        .containsExactly("人民 3", "依靠 2", "改革 3");
    assertThat(proposed.totals()).isEqualTo(new CorpusTotals(2, 3, 4, 40, 16, 4));
  }

  @Test
  void proposesNoTermThatIsTooRare() {
    List<String> proposed = new ArrayList<>();
    corpus(2, 2, new VocabularyLimits(100, 3, 1))
        .terms()
        .forEach(merge -> proposed.addAll(terms(merge.proposals(), ProposedTerms::contentTerms)));
    assertThat(proposed).containsExactlyInAnyOrder("人民 3", "改革 3");
  }

  private static List<String> terms(
      ProposedTerms proposed, Function<ProposedTerms, SortedRun> which) {
    List<String> terms = new ArrayList<>();
    SortedRunCursor cursor = which.apply(proposed).cursor();
    while (cursor.next()) {
      Member member = Member.unpack(cursor.value());
      assertThat(cursor.key()).isEqualTo(member.term().getBytes(UTF_8));
      terms.add(member.term() + " " + member.margins().sentences());
    }
    return terms;
  }
}
