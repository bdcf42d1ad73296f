package org.zhengyu.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
  private static List<String> names(Ranking ranking) {
    return ranking.rows().stream().map(row -> (String) row[0]).toList();
  }

  private static void offer(Ranking ranking, String kind, double score, String name) {
    ranking.offer(kind, score, () -> new Object[] {name});
  }

  @Test
  void keepsTheBestOfEachKindAndTellsFirstsBeforeSeconds() {
    Ranking ranking = new Ranking(2);
    offer(ranking, "b", 1, "b1");
    offer(ranking, "b", 3, "b3");
    offer(ranking, "a", 2, "a2");
    offer(ranking, "b", 2, "b2");
    assertThat(names(ranking)).containsExactly("a2", "b3", "b2");
    assertThat(ranking.offered()).isEqualTo(4);
  }

  @Test
  void ranksRowsOfOneScoreByTheSmallerMeasure() {
    Ranking ranking = new Ranking(2);
    ranking.offer("a", 1, 27, () -> new Object[] {"long"});
    ranking.offer("a", 2, 30, () -> new Object[] {"better"});
    ranking.offer("a", 1, 2, () -> new Object[] {"short"});
    ranking.offer("a", 1, 9, () -> new Object[] {"middling"});
    assertThat(names(ranking)).containsExactly("better", "short");
  }

  @Test
  void keepsTheSameWhateverTheOrder() {
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      numbers.add(i);
    }
    List<List<String>> kept = new ArrayList<>();
    for (int round = 0; round < 5; round++) {
      Collections.shuffle(numbers, new Random(round));
      Ranking ranking = new Ranking(7);
      numbers.forEach(i -> offer(ranking, "x", i % 10, "row " + i));
      kept.add(names(ranking));
    }
    assertThat(kept).allMatch(kept.get(0)::equals);
    assertThat(kept.get(0)).hasSize(7).allMatch(name -> name.endsWith("9"));
  }

  @Test
  void dividesWhatFitsEvenly() {
    assertThat(Ranking.ofEach(List.of(1L, 10L, 100L), 21)).isEqualTo(10);
    assertThat(Ranking.ofEach(List.of(1L, 10L, 100L), 22)).isEqualTo(11);
    assertThat(Ranking.ofEach(List.of(1L, 10L, 100L), 2)).isZero();
    assertThat(Ranking.ofEach(List.of(5L, 5L), 1000)).isGreaterThanOrEqualTo(5);
  }

  @Test
  void drawsLotsThatASeedRepeatsAndThatAreSpread() {
    assertThat(Ranking.lot("甲:1", 1)).isEqualTo(Ranking.lot("甲:1", 1));
    assertThat(Ranking.lot("甲:1", 1)).isNotEqualTo(Ranking.lot("甲:1", 2));
    double sum = 0;
    for (int i = 0; i < 10_000; i++) {
      double lot = Ranking.lot("甲:" + i, 1);
      assertThat(lot).isBetween(0.0, 1.0);
      sum += lot;
    }
    assertThat(sum / 10_000).isBetween(0.48, 0.52);
  }

  @Test
  void givesEveryPlaceOfADocumentALotOfItsOwn() {
    long hash = Ranking.hash("甲", 7);
    double[] lots =
        IntStream.range(0, 1000).mapToDouble(place -> Ranking.lot(hash, 40 * place)).toArray();

    assertThat(lots).doesNotHaveDuplicates();
    assertThat(DoubleStream.of(lots)).allMatch(lot -> lot >= 0 && lot < 1);
    assertThat(DoubleStream.of(lots).average().orElseThrow()).isCloseTo(0.5, within(0.03));
    assertThat(Ranking.lot(Ranking.hash("甲", 8), 0)).isNotEqualTo(lots[0]);
  }
}
