package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.model.Vocabulary.Member;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

class PairMergeTest {
  /** 100 sentences; 丙 stands in two of them, the others in twenty each. */
  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          new CorpusTotals(10, 50, 100, 0, 1000, 10),
          List.of(member("丁", 20), member("丙", 2), member("乙", 20), member("甲", 20)));

  /** 丁 and 甲. */
  private static final BitSet PHRASES = BitSet.valueOf(new long[] {0b1001});

  private static Member member(String term, long sentences) {
    return new Member(term, new Margins(2, 2, sentences, 0));
  }

  /** A stripe: partners and counts by turns. */
  private static SortedRun stripe(int first, int... partnersAndCounts) {
    return stripeWithShared(first, 0, partnersAndCounts);
  }

  /** The same; with each partner the term shares characters that often. */
  private static SortedRun stripeWithShared(int first, long shared, int... partnersAndCounts) {
    PackedWriter packed = new PackedWriter();
    int previous = 0;
    for (int i = 0; i < partnersAndCounts.length; i += 2) {
      int count = partnersAndCounts[i + 1];
      Stripe.append(packed, previous, partnersAndCounts[i], count, shared, Math.min(count, 2), 0);
      previous = partnersAndCounts[i];
    }
    return new SortedRunBuilder().add(new PackedWriter().putInt(first), packed).build();
  }

  private static List<String> pairs(ScoredPairs scored) {
    List<String> pairs = new ArrayList<>();
    SortedRunCursor cursor = scored.stripes().cursor();
    Stripe stripe = new Stripe();
    while (cursor.next()) {
      int first = cursor.keyReader().getInt();
      PackedReader packed = cursor.value();
      stripe.rewind();
      while (stripe.next(packed)) {
        pairs.add(
            new String(VOCABULARY.term(first), UTF_8)
                + new String(VOCABULARY.term(stripe.partner()), UTF_8)
                + stripe.count()
                + (stripe.shared() == 0 ? "" : "+" + stripe.shared()));
      }
    }
    return pairs;
  }

  private static PairMerge merge(long minTerm, long minJoint, int strongest, SortedRun... stripes) {
    PairMerge merge =
        new PairMerge(
            ContextUnit.SENTENCE,
            VOCABULARY,
            PHRASES,
            new VocabularyLimits(9, minTerm, minJoint),
            /* minDocuments= */ 1,
            /* knowsPassages= */ false,
            new NetworkPlan(List.of(NetworkScope.ALL, NetworkScope.PHRASES), strongest));
    merge.merge(List.of(stripes));
    return merge;
  }

  @Test
  void addsUpTheStripesOfATermWhateverTheirOrder() {
    SortedRun[] stripes = {stripe(0, 2, 3, 3, 1), stripe(0, 1, 1, 3, 4), stripe(2, 3, 2)};
    SortedRun[] reversed = {stripes[2], stripes[1], stripes[0]};
    for (SortedRun[] order : List.of(stripes, reversed)) {
      PairMerge merge = merge(1, 1, 9, order);
      assertThat(pairs(merge.pairs())).containsExactly("丁丙1", "丁乙3", "丁甲5", "乙甲2");
      assertThat(merge.testedPairs()).isEqualTo(4);
      assertThat(merge.keptPairs()).isEqualTo(4);
    }
  }

  /** A pair that only shares characters everywhere is none; 丁甲 has no unit in which it does. */
  @Test
  void addsUpWhereTermsOnlyShareCharacters() {
    PairMerge merge =
        merge(
            1,
            1,
            9,
            stripeWithShared(0, 2, 1, 0, 2, 3),
            stripe(0, 3, 1),
            stripeWithShared(0, 5, 2, 0));
    assertThat(pairs(merge.pairs())).containsExactly("丁乙3+7", "丁甲1");
    assertThat(merge.testedPairs()).isEqualTo(2);
    assertThat(merge.edges().list(0).pairs())
        .extracting(pair -> pair.first() + " " + pair.second() + " " + pair.shared())
        .containsExactlyInAnyOrder("0 2 7", "0 3 0");
  }

  @Test
  void keepsPairsThatAreFrequentEnoughOfTermsThatAre() {
    PairMerge merge = merge(3, 2, 9, stripe(0, 2, 1, 3, 2), stripe(1, 2, 2));
    assertThat(pairs(merge.pairs())).containsExactly("丁甲2");
    assertThat(merge.testedPairs()).isEqualTo(3);
    assertThat(merge.keptPairs()).isEqualTo(1);
  }

  /** 丙, in two sentences, is too rare for 乙, but not for the phrase 丁. */
  @Test
  void keepsARareTermBesideAPhraseAndAllPairsOfTwoPhrases() {
    PairMerge merge = merge(3, 2, 9, stripe(0, 1, 2, 3, 1), stripe(1, 2, 2));
    assertThat(pairs(merge.pairs())).containsExactly("丁丙2", "丁甲1");
    assertThat(merge.keptPairs()).isEqualTo(2);
    assertThat(merge.edges().list(0).pairs())
        .as("once together is no evidence of attraction")
        .extracting(pair -> (int) pair.count())
        .containsExactly(2);
  }

  /** With equal margins, 20 of 100, G² grows with how far the joint count is above 4. */
  @Test
  void namesTheStrongestFirstAndNoMoreThanAreWanted() {
    PairMerge merge = merge(1, 1, 2, stripe(0, 2, 10, 3, 19), stripe(2, 3, 15));
    assertThat(merge.edges().list(0).pairs())
        .extracting(pair -> Stream.of(pair.first(), pair.second(), (int) pair.count()).toList())
        .containsExactly(List.of(0, 3, 19), List.of(2, 3, 15));
  }

  /**
   * 丙 stands in 2 sentences: twice beside 丁, of 20 in 100, is more than chance; 乙 with 丁, thrice,
   * less.
   */
  @Test
  void namesPairsOfPhrasesAndPairsWithOneThatAttractEachOther() {
    PairMerge merge =
        merge(1, 1, 9, stripe(0, 1, 2, 2, 3, 3, 10), stripe(1, 2, 1), stripe(2, 3, 4));
    assertThat(merge.named())
        .extracting(pair -> pair.isOfPhrases() + " " + pair.termA() + pair.termB() + pair.count())
        .containsExactly("true 丁甲10", "false 丁丙2");
  }

  /** 丁乙 in one document, 丁甲 half and 乙甲 mostly in long sentences; together in two stripes. */
  @Test
  void ranksNoPairOfFewDocumentsAndNoneThatIsMostlyInLongSentences() {
    PackedWriter ofFirst = new PackedWriter();
    Stripe.append(ofFirst, 0, 2, 10, 0, 1, 0);
    Stripe.append(ofFirst, 2, 3, 10, 0, 1, 6);
    PackedWriter more = new PackedWriter();
    Stripe.append(more, 0, 3, 4, 0, 1, 1);
    PackedWriter ofSecond = new PackedWriter();
    Stripe.append(ofSecond, 0, 3, 9, 0, 3, 5);
    PairMerge merge =
        new PairMerge(
            ContextUnit.SENTENCE,
            VOCABULARY,
            PHRASES,
            new VocabularyLimits(9, 1, 1),
            /* minDocuments= */ 2,
            /* knowsPassages= */ false,
            new NetworkPlan(List.of(NetworkScope.ALL), 9));
    merge.merge(
        List.of(
            new SortedRunBuilder().add(new PackedWriter().putInt(0), ofFirst).build(),
            new SortedRunBuilder().add(new PackedWriter().putInt(0), more).build(),
            new SortedRunBuilder().add(new PackedWriter().putInt(2), ofSecond).build()));
    assertThat(pairs(merge.pairs())).containsExactly("丁乙10", "丁甲14", "乙甲9");
    assertThat(merge.doubtfulPairs()).isEqualTo(2);
    assertThat(merge.edges().list(0).pairs())
        .extracting(pair -> pair.first() + " " + pair.second())
        .containsExactly("0 3");
  }

  /** What is outside of passages: of 丁乙 half, of 丁甲 less, of 乙甲 nothing, or all unknown. */
  @Test
  void ranksNoPairThatIsMostlyRepeatedWherePassagesAreKnown() {
    PackedWriter outsideOfFirst = new PackedWriter();
    Stripe.append(outsideOfFirst, 0, 2, 0, 0, 0, 0, 5);
    Stripe.append(outsideOfFirst, 2, 3, 0, 0, 0, 0, 4);
    SortedRun[] stripes = {
      new SortedRunBuilder().add(new PackedWriter().putInt(0), outsideOfFirst).build(),
      stripe(0, 2, 10, 3, 10),
      stripe(2, 3, 9)
    };
    for (boolean knowsPassages : List.of(true, false)) {
      PairMerge merge =
          new PairMerge(
              ContextUnit.SENTENCE,
              VOCABULARY,
              PHRASES,
              new VocabularyLimits(9, 1, 1),
              /* minDocuments= */ 1,
              knowsPassages,
              new NetworkPlan(List.of(NetworkScope.ALL, NetworkScope.PHRASES), 9));
      merge.merge(List.of(stripes));
      assertThat(pairs(merge.pairs())).containsExactly("丁乙10", "丁甲10", "乙甲9");
      assertThat(merge.testedPairs()).isEqualTo(3);
      assertThat(merge.doubtfulPairs()).isEqualTo(knowsPassages ? 2 : 0);
      assertThat(merge.edges().list(0).pairs()).hasSize(knowsPassages ? 1 : 3);
      assertThat(merge.edges().list(1).pairs()).hasSize(knowsPassages ? 0 : 1);
    }
  }
}
