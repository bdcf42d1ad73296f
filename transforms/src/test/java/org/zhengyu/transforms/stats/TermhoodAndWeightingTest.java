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
  void refusesImpossibleCounts() {
    assertThatIllegalArgumentException().isThrownBy(() -> CValue.cValues(Map.of(List.of(), 1L)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CValue.cValues(Map.of(List.of("a"), -1L)));
    TermInDocument term = new TermInDocument(5, 50);
    assertThatIllegalArgumentException().isThrownBy(() -> new TermInDocument(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> term.ofTerm(0));
    assertThatIllegalArgumentException().isThrownBy(() -> term.ofTerm(6));
    assertThatIllegalArgumentException().isThrownBy(() -> term.inDocument(3, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> term.inDocument(-1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> term.inDocument(0, 0));
  }

  @Property
  void rarerTermsAndMoreOccurrencesWeighMore(
      @ForAll @LongRange(min = 2, max = 1_000_000) long df,
      @ForAll @LongRange(max = 1_000_000) long others,
      @ForAll @LongRange(min = 1, max = 1000) long tf) {
    long documents = df + others;
    for (TermWeighting weighting : TermWeighting.values()) {
      double weight = weight(weighting, documents, df, tf, 2000);
      assertThat(weight(weighting, documents, df - 1, tf, 2000)).isGreaterThan(weight);
      if (others > 0) {
        assertThat(weight(weighting, documents, df, tf + 1, 2000)).isGreaterThan(weight);
      }
    }
    assertThat(weight(TermWeighting.BM25, documents, df, tf, 2000))
        .isLessThan(weight(TermWeighting.BM25, documents, df, tf, 1000));
  }

  @Example
  void anAbsentTermWeighsNothing() {
    for (TermWeighting weighting : TermWeighting.values()) {
      assertThat(weight(weighting, 5, 1, 0, 10)).as("%s", weighting).isZero();
    }
  }

  /** In documents of 1000 tokens on average. */
  private static double weight(
      TermWeighting weighting, long documents, long df, long tf, long length) {
    TermInDocument term = new TermInDocument(documents, 1000 * documents);
    term.ofTerm(df);
    term.inDocument(tf, length);
    return weighting.of(term);
  }
}
