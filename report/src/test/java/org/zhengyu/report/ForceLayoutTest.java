package org.zhengyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForceLayoutTest {
  /** Two triangles that one edge joins. */
  private static final List<int[]> ENDS =
      List.of(
          new int[] {0, 1},
          new int[] {1, 2},
          new int[] {0, 2},
          new int[] {3, 4},
          new int[] {4, 5},
          new int[] {3, 5},
          new int[] {2, 3});

  private static double[][] layout(long seed) {
    return ForceLayout.of(6, ENDS, List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.1), seed);
  }

  private static double distance(double[][] places, int a, int b) {
    return Math.hypot(places[a][0] - places[b][0], places[a][1] - places[b][1]);
  }

  @Test
  void fillsTheFieldAndStaysInIt() {
    double[][] places = layout(1);
    for (int axis = 0; axis < 2; axis++) {
      int of = axis;
      double[] along = Arrays.stream(places).mapToDouble(place -> place[of]).sorted().toArray();
      assertThat(along[0]).isEqualTo(-1);
      assertThat(along[5]).isEqualTo(1);
    }
  }

  @Test
  void isTheSameForASeed() {
    assertThat(layout(7)).isDeepEqualTo(layout(7));
  }

  @Test
  void putsNeighboursTogether() {
    double[][] places = layout(3);
    assertThat(distance(places, 0, 1)).isLessThan(distance(places, 0, 4));
    assertThat(distance(places, 4, 5)).isLessThan(distance(places, 1, 5));
  }

  @Test
  void laysOutNothingAndOne() {
    assertThat(ForceLayout.of(0, List.of(), List.of(), 1)).isEmpty();
    assertThat(ForceLayout.of(1, List.of(), List.of(), 1)).isDeepEqualTo(new double[][] {{0, 0}});
  }
}
