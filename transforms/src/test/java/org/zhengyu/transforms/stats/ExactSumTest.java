package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class ExactSumTest {
  @Property
  void isTheRoundedSumInWhateverOrder(
      @ForAll List<@DoubleRange(min = -1e200, max = 1e200) Double> values, @ForAll Random random) {
    BigDecimal exact =
        values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    double sum = sum(values);
    List<Double> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, random);
    assertThat(sum(shuffled)).isEqualTo(Double.valueOf(sum));
    assertThat(sum).isCloseTo(exact.doubleValue(), withinPercentage(1e-13));
  }

  @Example
  void losesNothingToCancellation() {
    assertThat(sum(List.of(1e300, 1.5, -1e300, Double.MIN_VALUE, -1.5)))
        .isEqualTo(Double.MIN_VALUE);
    assertThat(sum(List.of(Double.MAX_VALUE, -Double.MAX_VALUE))).isZero();
    assertThat(sum(List.of(-0.1, -0.2))).isEqualTo(-0.1 - 0.2);
    assertThat(sum(List.of())).isEqualTo(Double.valueOf(0.0));
  }

  @Example
  void refusesWhatHasNoSum() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ExactSum().add(Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExactSum().add(Double.NEGATIVE_INFINITY));
  }

  private static double sum(List<Double> values) {
    ExactSum sum = new ExactSum();
    values.forEach(sum::add);
    return sum.value();
  }
}
