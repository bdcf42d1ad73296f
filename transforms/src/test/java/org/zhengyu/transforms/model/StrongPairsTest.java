package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.packed.CoderChecks;

class StrongPairsTest {
  @Test
  void keepsTheStrongestPairsAndOfEqualOnesThoseOfSmallerTerms() {
    StrongPairs some =
        new StrongPairs(List.of(new StrongPair(2, 3, 1, 0, 40), new StrongPair(1, 2, 5, 0, 9)));
    StrongPairs others =
        new StrongPairs(
            List.of(
                new StrongPair(4, 5, 1, 0, 50),
                new StrongPair(1, 9, 1, 0, 40),
                new StrongPair(1, 8, 1, 0, 40)));
    assertThat(some.strongestWith(others, 4).pairs())
        .extracting(pair -> pair.first() + "-" + pair.second())
        .containsExactly("4-5", "1-8", "1-9", "2-3");
    assertThat(some.strongestWith(others, 9).pairs()).hasSize(5);
  }

  @Test
  void travelsPacked() {
    CoderChecks.roundTrips(
        StrongPairs.coder(), new StrongPairs(List.of(new StrongPair(2, 300, 70, 0, -0.5))));
  }
}
