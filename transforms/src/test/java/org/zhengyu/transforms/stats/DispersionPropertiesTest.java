package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DispersionPropertiesTest {
  /** Of those that are 1 for an even word, and of the others what is. */
  private static final List<ToDoubleFunction<PartCounts>> EVENNESS =
      List.of(
          counts -> 1 - Dispersion.DP.of(counts),
          counts -> 1 - Dispersion.DP_NORM.of(counts),
          counts -> Math.pow(2, -Dispersion.KLD.of(counts)),
          Dispersion.DP_EGBERT::of,
          Dispersion.JUILLAND_D::of,
          Dispersion.CARROLL_D2::of,
          Dispersion.ROSENGREN_S::of,
          Dispersion.D_A::of);

  private record Part(long count, long size) {}

  /** Corpora of 2 to 40 parts of very different sizes, with the word in at least one. */
  @Provide
  Arbitrary<List<Part>> corpora() {
    Arbitrary<Long> size = Arbitraries.integers().between(0, 30).map(bits -> 1L << bits);
    Arbitrary<Part> part =
        Combinators.combine(size, size, Arbitraries.doubles().between(0, 1), Arbitraries.of(0, 1))
            .as((a, b, share, present) -> new Part(present * Math.round(share * a), a + b / 3));
    return part.list()
        .ofMinSize(2)
        .ofMaxSize(40)
        .filter(parts -> parts.stream().anyMatch(p -> p.count() > 0));
  }

  @Property
  void neitherOrderNorEmptyPartsChangeABit(
      @ForAll("corpora") List<Part> corpus, @ForAll Random random) {
    PartCounts dense = dense(corpus);
    List<Part> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, random);
    DispersionAccumulator occupied = new DispersionAccumulator();
    shuffled.stream()
        .filter(part -> part.count() > 0)
        .forEach(part -> occupied.add(part.count(), part.size()));
    PartCounts sparse = occupied.within(Spread.parts(sizes(corpus)));
    for (Dispersion measure : Dispersion.values()) {
      assertThat(measure.of(sparse)).as("%s", measure).isEqualTo(Double.valueOf(measure.of(dense)));
    }
  }

  @Property
  void partsThatAreAlikeMayBeAddedAtOnce(
      @ForAll("corpora") List<Part> corpus, @ForAll @IntRange(min = 1, max = 5) int times) {
    List<Part> each = Collections.nCopies(times, corpus).stream().flatMap(List::stream).toList();
    DispersionAccumulator atOnce = new DispersionAccumulator();
    corpus.forEach(part -> atOnce.add(part.count(), part.size(), times));
    PartCounts counts = atOnce.within(Spread.parts(sizes(each)));
    PartCounts oneByOne = dense(each);
    for (Dispersion measure : Dispersion.values()) {
      assertThat(measure.of(counts))
          .as("%s", measure)
          .isEqualTo(Double.valueOf(measure.of(oneByOne)));
    }
  }

  @Property
  void agreesWithTheDefinitionsOverAllParts(@ForAll("corpora") List<Part> corpus) {
    PartCounts counts = dense(corpus);
    int k = corpus.size();
    double f = corpus.stream().mapToLong(Part::count).sum();
    double total = corpus.stream().mapToLong(Part::size).sum();
    double[] p = corpus.stream().mapToDouble(part -> (double) part.count() / part.size()).toArray();
    double sum = Arrays.stream(p).sum();
    double mean = sum / k;
    double variance = Arrays.stream(p).map(x -> (x - mean) * (x - mean)).sum() / k;
    double root = 0;
    double divergence = 0;
    double pairs = 0;
    double entropy = 0;
    for (int i = 0; i < k; i++) {
      double t = corpus.get(i).count() / f;
      double w = corpus.get(i).size() / total;
      root += Math.sqrt(w * corpus.get(i).count());
      divergence += t == 0 ? 0 : t * Math.log(t / w) / Math.log(2);
      entropy -= p[i] == 0 ? 0 : p[i] / sum * Math.log(p[i] / sum);
      for (int j = 0; j < i; j++) {
        pairs += Math.abs(p[i] - p[j]);
      }
    }
    double smallest = corpus.stream().mapToLong(Part::size).min().orElseThrow();
    double dp = exactDp(corpus);
    assertThat(Dispersion.DP.of(counts)).isCloseTo(dp, within(1e-15));
    assertThat(Dispersion.DP_NORM.of(counts)).isCloseTo(dp / (1 - smallest / total), within(1e-12));
    assertThat(Dispersion.JUILLAND_D.of(counts))
        .isCloseTo(1 - Math.sqrt(variance) / mean / Math.sqrt(k - 1), within(1e-12));
    assertThat(Dispersion.ROSENGREN_S.of(counts)).isCloseTo(root * root / f, within(1e-12));
    assertThat(Dispersion.KLD.of(counts)).isCloseTo(divergence, within(1e-11));
    assertThat(Dispersion.CARROLL_D2.of(counts)).isCloseTo(entropy / Math.log(k), within(1e-12));
    assertThat(Dispersion.D_A.of(counts))
        .isCloseTo(1 - pairs / (k * (k - 1) / 2.0) / (2 * mean), within(1e-12));
  }

  @Property
  void staysBetweenOnePartAndEven(@ForAll("corpora") List<Part> corpus) {
    PartCounts counts = dense(corpus);
    for (ToDoubleFunction<PartCounts> measure : EVENNESS) {
      assertThat(measure.applyAsDouble(counts)).isBetween(0.0, 1.0);
    }
    assertThat(Dispersion.KLD.of(counts)).isNotNegative();
  }

  @Property
  void aWordInProportionToThePartsIsEven(@ForAll("corpora") List<Part> corpus) {
    long[] sizes = sizes(corpus);
    PartCounts counts = Spread.of(sizes.clone(), sizes);
    assertThat(Dispersion.DP.of(counts)).isZero();
    assertThat(Dispersion.KLD.of(counts)).isZero();
    for (ToDoubleFunction<PartCounts> measure : EVENNESS) {
      assertThat(measure.applyAsDouble(counts)).isCloseTo(1, within(1e-15));
    }
  }

  @Property
  void aWordInTheSmallestPartOnlyIsAsUnevenAsCanBe(@ForAll("corpora") List<Part> corpus) {
    long[] sizes = sizes(corpus);
    Arrays.sort(sizes);
    Assume.that(sizes[0] < sizes[1]);
    long[] present = new long[sizes.length];
    present[0] = 3;
    PartCounts counts = Spread.of(present, sizes);
    assertThat(Dispersion.DP_NORM.of(counts)).isEqualTo(1);
    assertThat(Dispersion.DP_EGBERT.of(counts)).isZero();
    assertThat(Dispersion.JUILLAND_D.of(counts)).isCloseTo(0, within(1e-15));
    assertThat(Dispersion.CARROLL_D2.of(counts)).isZero();
    assertThat(Dispersion.D_A.of(counts)).isCloseTo(0, within(1e-15));
  }

  @Example
  void hasNoDispersionWithoutOccurrencesOrWithOnePart() {
    PartCounts absent = Spread.of(new long[] {0, 0}, new long[] {5, 7});
    PartCounts single = Spread.of(new long[] {3}, new long[] {7});
    for (Dispersion measure : Dispersion.values()) {
      if (measure.description().nullCase().isPresent()) {
        assertThat(measure.of(absent)).as("%s", measure).isNaN();
        assertThat(measure.of(single)).as("%s", measure).isNaN();
      } else {
        assertThat(measure.of(single)).as("%s", measure).isNotNaN();
      }
    }
    assertThat(Dispersion.RANGE_REL_SIZE.of(absent)).isZero();
    assertThat(Dispersion.RANGE_REL.of(single)).isEqualTo(1);
  }

  @Example
  void keepsTheLastBitOfLargeCorpora() {
    long size = 500_000_000_000L;
    PartCounts counts = Spread.of(new long[] {size / 2, size / 2}, new long[] {size - 1, size + 1});
    // v1 L - s1 f = (size/2)(2 size) - (size - 1) size = size; over f L = size * 2 size.
    assertThat(Dispersion.DP.of(counts)).isEqualTo(1.0 / (2 * size));
  }

  @Example
  void refusesPartsThatCannotBelongToTheCorpus() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Parts(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Parts(2, 10, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> new Parts(1, 10, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> new DispersionAccumulator().add(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new DispersionAccumulator().add(1, 0));
    DispersionAccumulator occurrences = new DispersionAccumulator().add(1, 10).add(2, 20);
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(1, 30, 30)));
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(2, 40, 10)));
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(3, 60, 11)));
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(4, 45, 10)));
    assertThat(Dispersion.DP.of(occurrences.within(new Parts(4, 50, 10)))).isFinite();
  }

  @Example
  void startsAfreshOnceCleared() {
    DispersionAccumulator accumulator = new DispersionAccumulator().add(9, 10).add(0, 3);
    accumulator.clear();
    // One of two equal parts has the word: DP = 1/2 (|1 - 1/2| + |0 - 1/2|).
    PartCounts counts = accumulator.add(1, 5).within(new Parts(2, 10, 5));
    assertThat(Dispersion.DP.of(counts)).isEqualTo(0.5);
  }

  private static PartCounts dense(List<Part> corpus) {
    return Spread.of(corpus.stream().mapToLong(Part::count).toArray(), sizes(corpus));
  }

  private static long[] sizes(List<Part> corpus) {
    return corpus.stream().mapToLong(Part::size).toArray();
  }

  /** 1/2 sum |v L - s f| / (f L), in integers. */
  private static double exactDp(List<Part> corpus) {
    BigInteger f = BigInteger.valueOf(corpus.stream().mapToLong(Part::count).sum());
    BigInteger total = BigInteger.valueOf(corpus.stream().mapToLong(Part::size).sum());
    BigInteger sum = BigInteger.ZERO;
    for (Part part : corpus) {
      BigInteger share = BigInteger.valueOf(part.count()).multiply(total);
      sum = sum.add(share.subtract(BigInteger.valueOf(part.size()).multiply(f)).abs());
    }
    BigInteger whole = f.multiply(total).shiftLeft(1);
    return Precise.divide(new BigDecimal(sum), new BigDecimal(whole)).doubleValue();
  }
}
