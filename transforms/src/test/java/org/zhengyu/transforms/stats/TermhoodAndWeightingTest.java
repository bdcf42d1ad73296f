package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TermhoodAndWeightingTest {
  @Example
  void aSingleWordHasNoCValueAndALongerCandidateCountsOnce() {
    Map<List<String>, Double> values =
        CValue.cValues(
            Map.of(
                List.of("改革"), 9L,
                List.of("改革", "开放"), 6L,
                List.of("改革", "开放", "改革", "开放"), 2L));
    assertThat(values.get(List.of("改革"))).isZero();
    // log2 2 * (6 - 2 / 1), though the longer one holds it twice.
    assertThat(values.get(List.of("改革", "开放"))).isEqualTo(4);
    assertThat(values.get(List.of("改革", "开放", "改革", "开放"))).isCloseTo(4, within(1e-15));
  }

  @Example
  void contextWordsWithoutAWeightAddNothing() {
    assertThat(CValue.ncValue(10, Map.of("推进", 6L, "的", 99L), Map.of("推进", 0.5)))
        .isCloseTo(0.8 * 10 + 0.2 * 3, within(1e-15));
  }

  @Example
  void refusesImpossibleCounts() {
    assertThatIllegalArgumentException().isThrownBy(() -> CValue.cValues(Map.of(List.of(), 1L)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CValue.cValues(Map.of(List.of("a"), -1L)));
    assertThatIllegalArgumentException().isThrownBy(() -> CValue.contextWeight(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> TermWeighting.idf(0, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> TermWeighting.bm25Idf(6, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> TermWeighting.tfIdf(3, 2, 1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> TermWeighting.tfIdfRaw(-1, 1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> TermWeighting.bm25Tf(1, 2, 0, 1, 0.5));
    assertThatIllegalArgumentException().isThrownBy(() -> TermWeighting.bm25Tf(1, 2, 3, 1, 1.5));
  }

  @Property
  void rarerTermsAndMoreOccurrencesWeighMore(
      @ForAll @LongRange(min = 2, max = 1_000_000) long df,
      @ForAll @LongRange(max = 1_000_000) long others,
      @ForAll @LongRange(min = 1, max = 1000) long tf) {
    long documents = df + others;
    assertThat(TermWeighting.idf(df - 1, documents))
        .isGreaterThan(TermWeighting.idf(df, documents));
    assertThat(TermWeighting.bm25Idf(df - 1, documents))
        .isGreaterThan(TermWeighting.bm25Idf(df, documents));
    assertThat(TermWeighting.bm25(tf + 1, 2000, 1000, df, documents))
        .isGreaterThan(TermWeighting.bm25(tf, 2000, 1000, df, documents));
    assertThat(TermWeighting.bm25(tf, 2000, 1000, df, documents))
        .isLessThan(TermWeighting.bm25(tf, 1000, 1000, df, documents));
  }

  @Example
  void anAbsentTermWeighsNothing() {
    assertThat(TermWeighting.tfIdf(0, 10, 1, 5)).isZero();
    assertThat(TermWeighting.tfIdfSublinear(0, 1, 5)).isZero();
    assertThat(TermWeighting.bm25Tf(0, 10, 5, 0, 0)).isZero();
    assertThat(TermWeighting.l2Normalised(new double[] {0, 0})).containsExactly(0, 0);
    assertThat(TermWeighting.l2Normalised(new double[] {3, 0, 4})).containsExactly(0.6, 0, 0.8);
  }
}
