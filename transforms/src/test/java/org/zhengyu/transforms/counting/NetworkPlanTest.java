package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.SelectEdges;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CorpusTotals;
import org.zhengyu.transforms.model.Margins;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;

/**
 * Forty terms, each in 200 of 10,000 sentences: two stand together four times by chance, and G²
 * grows with how much oftener they do.
 */
class NetworkPlanTest {
  private static final int TERMS = 40;

  private static final Vocabulary VOCABULARY =
      new Vocabulary(
          new CorpusTotals(50, 500, 10_000, 0, 100_000, 10),
          IntStream.range(0, TERMS)
              .mapToObj(i -> new Vocabulary.Member(name(i), new Margins(200, 50, 200, 0)))
              .toList());

  /** Term 0 stands beside each of the others; the larger its number, the oftener. */
  private static final List<SortedRun> BUCKET =
      List.of(stripe(0, IntStream.range(1, TERMS).flatMap(i -> IntStream.of(i, 20 + i)).toArray()));

  /** 1 and 2 are no strong partners of 0, 20 and 21 are; 30 and 31 are together by chance. */
  private static final List<SortedRun> OTHER_BUCKET =
      List.of(stripe(1, 2, 90), stripe(20, 21, 40, 22, 30), stripe(30, 31, 4), stripe(38, 39, 70));

  private static String name(int term) {
    return "词" + Character.toString(0x4E00 + term);
  }

  private static SortedRun stripe(int first, int... partnersAndCounts) {
    PackedWriter packed = new PackedWriter();
    int previous = 0;
    for (int i = 0; i < partnersAndCounts.length; i += 2) {
      int count = partnersAndCounts[i + 1];
      Stripe.append(packed, previous, partnersAndCounts[i], count, 0, Math.min(count, 2), 0);
      previous = partnersAndCounts[i];
    }
    return new SortedRunBuilder().add(new PackedWriter().putInt(first), packed).build();
  }

  private static PairLists beyondChance(PairLists chosen) {
    return new PairLists(
        chosen.lists().stream().map(list -> list.from(SelectEdges.MIN_G2)).toList());
  }

  /** The edges of each network, as the transforms choose them. */
  private static List<List<String>> edges(NetworkPlan plan, BitSet phrases) {
    PairLists chosen = PairLists.NONE;
    List<PairMerge> merges = new ArrayList<>();
    for (List<SortedRun> bucket : List.of(BUCKET, OTHER_BUCKET)) {
      PairMerge merge =
          new PairMerge(
              ContextUnit.SENTENCE,
              VOCABULARY,
              phrases,
              new VocabularyLimits(99, 1, 25),
              1,
              false,
              plan);
      merge.merge(bucket);
      merges.add(merge);
      chosen = plan.together(chosen, merge.edges());
    }
    PairLists partners = beyondChance(chosen);
    for (PairMerge merge : merges) {
      chosen = plan.together(chosen, plan.linksAmongPartners(merge.pairs(), partners));
    }
    return plan.edges(beyondChance(chosen)).lists().stream()
        .map(list -> list.pairs().stream().map(pair -> pair.first() + "-" + pair.second()).toList())
        .toList();
  }

  @Test
  void surroundsATermWithItsStrongestPartnersAndLinksThese() {
    NetworkPlan plan = new NetworkPlan(List.of(NetworkScope.around(List.of(name(0)))), 100);
    List<String> edges = edges(plan, new BitSet()).get(0);
    assertThat(edges)
        .startsWith("38-39", "0-39", "0-38")
        .contains("0-10", "20-21", "20-22")
        .doesNotContain("0-9", "1-2", "30-31")
        .hasSize(NetworkPlan.PARTNERS + 3);
  }

  @Test
  void keepsThePartnersOfATermBeforeWhatLinksThem() {
    NetworkPlan plan = new NetworkPlan(List.of(NetworkScope.around(List.of(name(0)))), 32);
    assertThat(edges(plan, new BitSet()).get(0))
        .contains("0-10", "38-39", "20-21")
        .doesNotContain("20-22")
        .hasSize(32);
  }

  /** 0 and 20 are partners of 22, and 2 is one of 1: 0 is with 20, but too rarely with 1 and 2. */
  @Test
  void surroundsSeveralTermsTogether() {
    NetworkPlan plan =
        new NetworkPlan(List.of(NetworkScope.around(List.of(name(1), name(22)))), 100);
    assertThat(edges(plan, new BitSet()).get(0)).containsExactly("1-2", "0-22", "0-20", "20-22");
  }

  @Test
  void choosesForEveryNetworkByItself() {
    BitSet phrases = new BitSet();
    phrases.set(0);
    phrases.set(1);
    phrases.set(30);
    NetworkPlan plan =
        new NetworkPlan(
            List.of(
                NetworkScope.ALL,
                NetworkScope.PHRASES,
                NetworkScope.amongTerms("表", List.of(name(38), name(20), name(39), "无")),
                NetworkScope.around(List.of("无"))),
            2);
    assertThat(edges(plan, phrases))
        .containsExactly(
            List.of("1-2", "38-39"),
            // 21 times is too rare for other pairs here, not for two phrases.
            List.of("0-30", "0-1"),
            List.of("38-39"),
            List.of());
  }
}
