package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.stats.Bootstrap;

/** From segmented splits to the network of their terms. */
class NetworksTest {
  /** The critical value of χ² with one degree of freedom at p = 0.001. */
  private static final double MIN_G2 = 10.828;

  private static final long SEED = 3;
  private static final int WINDOW = 2;
  private static final VocabularyLimits LIMITS = new VocabularyLimits(100, 1, 1);
  private static final String[] WORDS = {"东", "南", "西", "北", "中"};

  /** Documents in which 东 and 南 mostly stand together, and 西 and 北. */
  private static List<String> documents(int count) {
    Random random = new Random(29);
    List<String> documents = new ArrayList<>();
    for (int d = 0; d < count; d++) {
      StringBuilder text = new StringBuilder();
      for (int s = 0; s < 12; s++) {
        List<String> words = new ArrayList<>();
        if (random.nextInt(3) > 0) {
          words.addAll(random.nextBoolean() ? List.of("东", "南") : List.of("西", "北"));
        }
        for (int w = random.nextInt(4); w >= 0; w--) {
          words.add(random.nextInt(4) == 0 ? WORDS[random.nextInt(5)] : "词" + w + "~");
        }
        text.append(String.join("/", words)).append(s % 4 == 3 ? "\n" : "。");
      }
      documents.add(text.toString());
    }
    return documents;
  }

  private static Network network(List<String> documents, ContextUnit unit, int edges, int buckets) {
    List<SegmentedSplit> splits = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      splits.add(Samples.unit().document(d, "文" + d, documents.get(d)).build());
    }
    CountedCorpus corpus = new CountedCorpus(splits, key -> true, WINDOW, buckets, LIMITS);
    NetworkPlan plan = new NetworkPlan(List.of(NetworkScope.ALL), edges);
    PairLists chosen = PairLists.NONE;
    for (PairMerge merge : corpus.pairs(unit, plan, new BitSet())) {
      chosen = plan.together(chosen, merge.edges());
    }
    PairLists strongest = new PairLists(List.of(chosen.list(0).from(MIN_G2)));
    ResampledEdges resampled = ResampledEdges.NONE;
    for (SegmentedSplit split : splits) {
      EdgeCounter counter = new EdgeCounter(unit, WINDOW, SEED, strongest, corpus.vocabulary());
      counter.count(split, key -> true);
      resampled = resampled.plus(counter.resampled());
    }
    return new NetworkBuilder(unit, SEED, corpus.vocabulary())
        .build(plan.scopes(), resampled)
        .get(0);
  }

  /** Counts of one pair in one document: joint, and both margins. */
  private static long[] count(String document, ContextUnit unit, String a, String b) {
    long[] counts = new long[3];
    for (String paragraph : document.split("\n", -1)) {
      for (String sentence : paragraph.split("。", -1)) {
        List<String> words = List.of(sentence.split("/", -1));
        switch (unit) {
          case SENTENCE -> present(words, a, b, counts);
          case WINDOW -> slots(words, a, b, counts);
          default -> {}
        }
      }
      if (unit == ContextUnit.PARAGRAPH) {
        present(List.of(paragraph.split("[/。]", -1)), a, b, counts);
      }
    }
    if (unit == ContextUnit.DOCUMENT) {
      present(List.of(document.split("[/。\n]", -1)), a, b, counts);
    }
    return counts;
  }

  private static void present(List<String> words, String a, String b, long[] counts) {
    counts[0] += words.contains(a) && words.contains(b) ? 1 : 0;
    counts[1] += words.contains(a) ? 1 : 0;
    counts[2] += words.contains(b) ? 1 : 0;
  }

  private static void slots(List<String> words, String a, String b, long[] counts) {
    for (int i = 0; i < words.size(); i++) {
      for (int j = 0; j < words.size(); j++) {
        if (i != j && Math.abs(i - j) <= WINDOW) {
          counts[0] += words.get(i).equals(a) && words.get(j).equals(b) ? 1 : 0;
          counts[1] += words.get(i).equals(a) ? 1 : 0;
          counts[2] += words.get(i).equals(b) ? 1 : 0;
        }
      }
    }
  }

  private static double[] sortedDice(List<String> documents, ContextUnit unit, String a, String b) {
    double[] dice = new double[Bootstrap.REPLICATES];
    byte[] weights = new byte[Bootstrap.REPLICATES];
    double[] joint = new double[dice.length];
    double[] margins = new double[dice.length];
    for (int d = 0; d < documents.size(); d++) {
      Bootstrap.weights(SEED, "文" + d, weights);
      long[] counts = count(documents.get(d), unit, a, b);
      for (int i = 0; i < dice.length; i++) {
        joint[i] += weights[i] * counts[0];
        margins[i] += weights[i] * (counts[1] + counts[2]);
      }
    }
    for (int i = 0; i < dice.length; i++) {
      dice[i] = 2 * joint[i] / margins[i];
    }
    Arrays.sort(dice);
    return dice;
  }

  @ParameterizedTest
  @EnumSource(
      value = ContextUnit.class,
      names = {"SENTENCE", "PARAGRAPH", "WINDOW"})
  void weighsAndResamplesEdgesAsCountingByHandDoes(ContextUnit unit) {
    List<String> documents = documents(20);
    Network network = network(documents, unit, 50, unit == ContextUnit.WINDOW ? 1 : 3);
    assertThat(network.unit()).isEqualTo(unit);
    assertThat(network.edges()).extracting(edge -> edge.termA() + edge.termB()).contains("东南");
    for (Network.Edge edge : network.edges()) {
      long[] sums = new long[3];
      for (String document : documents) {
        long[] counts = count(document, unit, edge.termA(), edge.termB());
        for (int i = 0; i < 3; i++) {
          sums[i] += counts[i];
        }
      }
      assertThat(edge.g2()).isGreaterThanOrEqualTo(MIN_G2);
      assertThat(edge.count()).isEqualTo(sums[0]);
      assertThat(edge.weight()).isCloseTo(2.0 * sums[0] / (sums[1] + sums[2]), within(1e-12));
      double[] dice = sortedDice(documents, unit, edge.termA(), edge.termB());
      assertThat(edge.interval().lower()).isCloseTo(dice[24], within(1e-12));
      assertThat(edge.interval().upper()).isCloseTo(dice[974], within(1e-12));
    }
    assertThat(network.name()).isEqualTo("all");
    assertThat(network.edges()).isSortedAccordingTo((e, f) -> Double.compare(f.g2(), e.g2()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void describesTheNodesOfItsEdges(int buckets) {
    Network network = network(documents(40), ContextUnit.SENTENCE, 2, buckets);
    assertThat(network.edges())
        .extracting(edge -> edge.termA() + edge.termB())
        .containsExactlyInAnyOrder("东南", "北西");
    assertThat(network.components()).isEqualTo(2);
    // Two pairs without a third: each its own community, Q = 1 - sum of (w / W)^2.
    assertThat(network.nodes()).extracting(Network.Node::term).containsExactly("东", "北", "南", "西");
    double[] weights = network.edges().stream().mapToDouble(Network.Edge::weight).toArray();
    double all = weights[0] + weights[1];
    assertThat(network.modularity())
        .isCloseTo(
            1 - (weights[0] * weights[0] + weights[1] * weights[1]) / (all * all), within(1e-12));
    for (Network.Node node : network.nodes()) {
      Network.Edge edge =
          network.edges().stream()
              .filter(e -> (e.termA() + e.termB()).contains(node.term()))
              .findFirst()
              .orElseThrow();
      assertThat(node.place().degree()).isEqualTo(1);
      assertThat(node.place().strength()).isEqualTo(edge.weight());
      assertThat(node.place().betweenness()).isZero();
      assertThat(node.place().pageRank()).isCloseTo(0.25, within(1e-9));
      // Numbered by the smallest node, for both have two.
      assertThat(node.membership().community()).isEqualTo("东南".contains(node.term()) ? 0 : 1);
      assertThat(node.membership().component()).isEqualTo(node.membership().community());
      assertThat(node.membership().density()).isCloseTo(100 * edge.weight() / 2, within(1e-12));
      assertThat(node.membership().centrality()).isZero();
      assertThat(node.x()).isBetween(-1.0, 1.0);
      assertThat(node.y()).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void hasNoIntervalsForAHandfulOfDocuments() {
    Network network = network(documents(9), ContextUnit.SENTENCE, 50, 3);
    assertThat(network.edges())
        .isNotEmpty()
        .allSatisfy(
            edge -> {
              assertThat(edge.interval().lower()).isNaN();
              assertThat(edge.interval().upper()).isNaN();
            });
  }

  @Test
  void isEmptyWithoutDocuments() {
    Network network = network(List.of(), ContextUnit.SENTENCE, 50, 3);
    assertThat(network.nodes()).isEmpty();
    assertThat(network.edges()).isEmpty();
  }
}
