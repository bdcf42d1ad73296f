package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class MultipleTestingTest {
  @Property
  void benjaminiHochbergFollowsItsDefinition(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> given) {
    double[] p = given.stream().mapToDouble(Double::doubleValue).toArray();
    double[] input = p.clone();
    double[] adjusted = MultipleTesting.benjaminiHochberg(p);
    assertThat(p).isEqualTo(input);
    for (int i = 0; i < p.length; i++) {
      // The smallest p_j m / rank(j) over all p_j that are at least this one.
      double expected = 1;
      for (double other : p) {
        if (other >= p[i]) {
          long rank = Arrays.stream(p).filter(x -> x <= other).count();
          expected = Math.min(expected, other * p.length / rank);
        }
      }
      assertThat(adjusted[i]).isCloseTo(expected, within(1e-14)).isBetween(p[i], 1.0);
    }
  }

  @Example
  void takesNothingToNothingAndNegativeZeroForZero() {
    assertThat(MultipleTesting.benjaminiHochberg(new double[0])).isEmpty();
    assertThat(MultipleTesting.benjaminiHochberg(new double[] {-0.0, 0.0, 0.5}))
        .containsExactly(0, 0, 0.5);
  }

  @Example
  void refusesWhatIsNotAPValue() {
    for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MultipleTesting.benjaminiHochberg(new double[] {0.5, p}))
          .withMessageContaining("at 1");
    }
  }
}
