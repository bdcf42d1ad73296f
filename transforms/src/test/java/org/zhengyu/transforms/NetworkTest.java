package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhengyu.transforms.PipelineCheck.that;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Flatten;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionList;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.PCollectionView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.counting.VocabularyLimits;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.SharedLexicon;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.Network;
import org.zhengyu.transforms.model.NetworkScope;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Vocabulary;

/** From segmented units to the network of their terms. */
class NetworkTest {
  @RegisterExtension final PipelineCheck check = new PipelineCheck();

  private static final long SEED = 3;
  private static final int WINDOW = 2;
  private static final VocabularyLimits LIMITS = new VocabularyLimits(100, 1, 1);
  private static final SharedLexicon NO_PHRASES = SharedLexicon.of(Lexicon.empty());
  private static final NetworkScope NORTH = NetworkScope.around(List.of("北", "无"));
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

  private PCollectionTuple network(
      List<String> documents, ContextUnit unit, int edges, int buckets) {
    List<SegmentedSplit> segmented = new ArrayList<>();
    for (int d = 0; d < documents.size(); d++) {
      segmented.add(Samples.unit().document(d, "文" + d, documents.get(d)).build());
    }
    PCollection<SegmentedSplit> units = check.of("Units", segmented, SegmentedSplit.coder());
    PCollectionView<Admissions> admissions =
        check.view("Admissions", new Admissions(Map.of(), Map.of(), false), Admissions.coder());
    PCollectionView<Vocabulary> vocabulary =
        units
            .apply(CountTerms.of(admissions, 2, WINDOW))
            .apply(MergeTerms.within(LIMITS))
            .get(MergeTerms.PROPOSALS)
            .apply(SelectVocabulary.within(LIMITS));
    NetworkPlan plan = new NetworkPlan(List.of(NetworkScope.ALL, NORTH), edges);
    PCollectionTuple pairs =
        units
            .apply(CountPairs.in(unit, WINDOW, 80, admissions, vocabulary, buckets))
            .apply(MergePairs.of(unit, vocabulary, NO_PHRASES, LIMITS, 1, false, plan));
    PCollectionView<PairLists> partners =
        pairs.get(MergePairs.EDGES).apply("SelectPartners", SelectEdges.of(plan));
    PCollectionView<PairLists> selected =
        PCollectionList.of(pairs.get(MergePairs.EDGES))
            .and(pairs.get(MergePairs.PAIRS).apply(LinkPartners.of(plan, partners)))
            .apply(Flatten.pCollections())
            .apply(SelectEdges.of(plan));
    return units
        .apply(ResampleEdges.in(unit, WINDOW, SEED, admissions, vocabulary, plan, selected))
        .apply(BuildNetworks.in(unit, plan, SEED, vocabulary));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void describesTheNodesOfItsEdges(int buckets) {
    PAssert.that(
            network(documents(40), ContextUnit.SENTENCE, 2, buckets).get(BuildNetworks.NETWORKS))
        .satisfies(
            that(
                built -> {
                  Network network = built.iterator().next().getValue().get(0);
                  assertThat(network.edges())
                      .extracting(edge -> edge.termA() + edge.termB())
                      .containsExactlyInAnyOrder("东南", "北西");
                  // Two pairs without a third: each its own community, Q = 1 - sum of (w / W)^2.
                  assertThat(network.nodes())
                      .extracting(Network.Node::term)
                      .containsExactly("东", "北", "南", "西");
                  double[] weights =
                      network.edges().stream().mapToDouble(Network.Edge::weight).toArray();
                  double all = weights[0] + weights[1];
                  assertThat(network.modularity())
                      .isCloseTo(
                          1 - (weights[0] * weights[0] + weights[1] * weights[1]) / (all * all),
                          within(1e-12));
                  for (Network.Node node : network.nodes()) {
                    Network.Edge edge =
                        network.edges().stream()
                            .filter(e -> (e.termA() + e.termB()).contains(node.term()))
                            .findFirst()
                            .orElseThrow();
                    assertThat(node.place().degree()).isEqualTo(1);
                    assertThat(node.place().strength()).isEqualTo(edge.weight());
                    assertThat(edge.weight())
                        .as("40 documents are enough for an interval")
                        .isBetween(edge.interval().lower(), edge.interval().upper());
                    assertThat(node.place().betweenness()).isZero();
                    assertThat(node.place().pageRank()).isCloseTo(0.25, within(1e-9));
                    // Numbered by the smallest node, for both have two.
                    assertThat(node.membership().community())
                        .isEqualTo("东南".contains(node.term()) ? 0 : 1);
                  }
                }));
    check.run();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void surroundsATermAndTellsOfOneThatIsNotThere(int buckets) {
    PCollectionTuple built = network(documents(40), ContextUnit.SENTENCE, 20, buckets);
    PAssert.that(built.get(BuildNetworks.NETWORKS))
        .satisfies(
            that(
                networks -> {
                  Network network = networks.iterator().next().getValue().get(1);
                  assertThat(network.name()).isEqualTo("around:北,无");
                  assertThat(network.edges())
                      .extracting(edge -> edge.termA() + edge.termB())
                      .containsExactly("北西");
                }));
    PAssert.that(built.get(BuildNetworks.FACTS))
        .satisfies(
            that(
                facts ->
                    assertThat(facts)
                        .contains(
                            new RunFact.Missing(ContextUnit.SENTENCE, "around:北,无", "无", false))));
    check.run();
  }

  @Test
  void isEmptyWithoutDocuments() {
    PAssert.that(network(List.of(), ContextUnit.SENTENCE, 50, 3).get(BuildNetworks.NETWORKS))
        .satisfies(
            that(
                built -> {
                  Network network = built.iterator().next().getValue().get(0);
                  assertThat(network.nodes()).isEmpty();
                  assertThat(network.edges()).isEmpty();
                }));
    check.run();
  }
}
