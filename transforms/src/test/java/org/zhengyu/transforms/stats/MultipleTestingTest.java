package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class MultipleTestingTest {
  @Property
  void benjaminiHochbergFollowsItsDefinitionWithTestsNotGiven(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> given,
      @ForAll @IntRange(max = 50) int notGiven) {
    double[] p = given.stream().mapToDouble(Double::doubleValue).toArray();
    int tests = p.length + notGiven;
    double[] adjusted = MultipleTesting.benjaminiHochberg(p, tests);
    for (int i = 0; i < p.length; i++) {
      // The smallest p_j m / rank(j) over all p_j that are at least this one.
      double expected = 1;
      for (double other : p) {
        if (other >= p[i]) {
          long rank = Arrays.stream(p).filter(x -> x <= other).count();
          expected = Math.min(expected, other * tests / rank);
        }
      }
      assertThat(adjusted[i]).isCloseTo(expected, within(1e-14));
    }
  }

  @Property
  void theMethodsAreOrderedByTheirCaution(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(max = 1) Double> given,
      @ForAll @IntRange(max = 50) int notGiven) {
    double[] p = given.stream().mapToDouble(Double::doubleValue).toArray();
    int tests = p.length + notGiven;
    double[] input = p.clone();
    double[] bh = MultipleTesting.benjaminiHochberg(p, tests);
    double[] by = MultipleTesting.benjaminiYekutieli(p, tests);
    double[] holm = MultipleTesting.holm(p, tests);
    double[] bonferroni = MultipleTesting.bonferroni(p, tests);
    assertThat(p).isEqualTo(input);
    for (int i = 0; i < p.length; i++) {
      assertThat(bh[i]).isBetween(p[i], 1.0);
      assertThat(by[i]).isBetween(bh[i], 1.0);
      assertThat(holm[i]).isBetween(bh[i] * (1 - 1e-15), 1.0);
      assertThat(bonferroni[i]).isBetween(holm[i], 1.0);
    }
  }

  @Example
  void harmonicNumbersAreExactOnBothSidesOfTheSeries() {
    for (long n : new long[] {1, 2, 31, 32, 33, 1000}) {
      double sum = LongStream.rangeClosed(1, n).mapToDouble(i -> 1.0 / (n + 1 - i)).sum();
      assertThat(MultipleTesting.harmonicNumber(n)).isCloseTo(sum, within(1e-14));
    }
    assertThat(MultipleTesting.harmonicNumber(0)).isZero();
  }

  @Example
  void takesNothingToNothingAndNegativeZeroForZero() {
    assertThat(MultipleTesting.benjaminiHochberg(new double[0], 100)).isEmpty();
    assertThat(MultipleTesting.holm(new double[] {-0.0, 0.0, 0.5}, 3)).containsExactly(0, 0, 0.5);
  }

  @Example
  void refusesWhatIsNotAPValueOrTooFewTests() {
    for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> MultipleTesting.benjaminiHochberg(new double[] {0.5, p}))
          .withMessageContaining("at 1");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MultipleTesting.bonferroni(new double[] {0.5, 0.5}, 1));
  }
}
