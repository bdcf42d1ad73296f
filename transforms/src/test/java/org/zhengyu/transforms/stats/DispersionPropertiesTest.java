package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
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

class DispersionPropertiesTest {
  private static final List<ToDoubleFunction<Dispersion>> MEASURES =
      List.of(
          Dispersion::rangeRelative,
          Dispersion::rangeRelativeSize,
          Dispersion::dp,
          Dispersion::dpNorm,
          Dispersion::dpEgbert,
          Dispersion::juillandD,
          Dispersion::juillandDRaw,
          Dispersion::standardDeviation,
          Dispersion::variationCoefficient,
          Dispersion::carrollD2,
          Dispersion::rosengrenS,
          Dispersion::klDivergence,
          Dispersion::klOddsToProbability,
          Dispersion::klBaseE,
          Dispersion::klBase2,
          Dispersion::dA);

  private static final List<ToDoubleFunction<Dispersion>> EVENNESS =
      List.of(
          dispersion -> 1 - dispersion.dp(),
          dispersion -> 1 - dispersion.dpNorm(),
          Dispersion::dpEgbert,
          Dispersion::juillandD,
          Dispersion::carrollD2,
          Dispersion::rosengrenS,
          Dispersion::klBase2,
          Dispersion::dA);

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
  void neitherOrderNorMergesNorEmptyPartsChangeABit(
      @ForAll("corpora") List<Part> corpus, @ForAll Random random) {
    Parts parts = Parts.of(sizes(corpus));
    Dispersion dense = dense(corpus);
    List<Part> shuffled = new ArrayList<>(corpus);
    Collections.shuffle(shuffled, random);
    Dispersion sparse = merged(shuffled, random).within(parts);
    for (ToDoubleFunction<Dispersion> measure : MEASURES) {
      assertThat(measure.applyAsDouble(sparse))
          .isEqualTo(Double.valueOf(measure.applyAsDouble(dense)));
    }
    assertThat(sparse.range()).isEqualTo(dense.range());
    assertThat(sparse.frequency()).isEqualTo(dense.frequency());
  }

  @Property
  void agreesWithTheDefinitionsOverAllParts(@ForAll("corpora") List<Part> corpus) {
    Dispersion dispersion = dense(corpus);
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
    assertThat(dispersion.dp()).isCloseTo(dp, within(1e-15));
    assertThat(dispersion.dpNorm()).isCloseTo(dp / (1 - smallest / total), within(1e-12));
    assertThat(dispersion.juillandD())
        .isCloseTo(1 - Math.sqrt(variance) / mean / Math.sqrt(k - 1), within(1e-12));
    assertThat(dispersion.rosengrenS()).isCloseTo(root * root / f, within(1e-12));
    assertThat(dispersion.klDivergence()).isCloseTo(divergence, within(1e-11));
    assertThat(dispersion.carrollD2()).isCloseTo(entropy / Math.log(k), within(1e-12));
    assertThat(dispersion.dA())
        .isCloseTo(1 - pairs / (k * (k - 1) / 2.0) / (2 * mean), within(1e-12));
  }

  @Property
  void staysBetweenOnePartAndEven(@ForAll("corpora") List<Part> corpus) {
    Dispersion dispersion = dense(corpus);
    for (ToDoubleFunction<Dispersion> measure : EVENNESS) {
      assertThat(measure.applyAsDouble(dispersion)).isBetween(0.0, 1.0);
    }
    assertThat(dispersion.klDivergence()).isNotNegative();
  }

  @Property
  void aWordInProportionToThePartsIsEven(@ForAll("corpora") List<Part> corpus) {
    long[] sizes = sizes(corpus);
    Dispersion dispersion = Dispersion.of(sizes.clone(), sizes);
    assertThat(dispersion.dp()).isZero();
    assertThat(dispersion.klDivergence()).isZero();
    for (ToDoubleFunction<Dispersion> measure : EVENNESS) {
      assertThat(measure.applyAsDouble(dispersion)).isCloseTo(1, within(1e-15));
    }
  }

  @Property
  void aWordInTheSmallestPartOnlyIsAsUnevenAsCanBe(@ForAll("corpora") List<Part> corpus) {
    long[] sizes = sizes(corpus);
    Arrays.sort(sizes);
    Assume.that(sizes[0] < sizes[1]);
    long[] counts = new long[sizes.length];
    counts[0] = 3;
    Dispersion dispersion = Dispersion.of(counts, sizes);
    assertThat(dispersion.dpNorm()).isEqualTo(1);
    assertThat(dispersion.dpEgbert()).isZero();
    assertThat(dispersion.juillandD()).isCloseTo(0, within(1e-15));
    assertThat(dispersion.carrollD2()).isZero();
    assertThat(dispersion.dA()).isCloseTo(0, within(1e-15));
  }

  @Example
  void hasNoDispersionWithoutOccurrencesOrWithOnePart() {
    Dispersion absent = Dispersion.of(new long[] {0, 0}, new long[] {5, 7});
    Dispersion single = Dispersion.of(new long[] {3}, new long[] {7});
    for (Dispersion dispersion : List.of(absent, single)) {
      MEASURES.stream()
          .skip(2)
          .forEach(measure -> assertThat(measure.applyAsDouble(dispersion)).isNaN());
    }
    assertThat(absent.range()).isZero();
    assertThat(absent.rangeRelativeSize()).isZero();
    assertThat(single.rangeRelative()).isEqualTo(1);
  }

  @Example
  void keepsTheLastBitOfLargeCorpora() {
    long size = 500_000_000_000L;
    Dispersion dispersion =
        Dispersion.of(new long[] {size / 2, size / 2}, new long[] {size - 1, size + 1});
    // v1 L - s1 f = (size/2)(2 size) - (size - 1) size = size; over f L = size * 2 size.
    assertThat(dispersion.dp()).isEqualTo(1.0 / (2 * size));
  }

  @Example
  void refusesPartsThatCannotBelongToTheCorpus() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Parts(0, 0, 0));
    assertThatIllegalArgumentException().isThrownBy(() -> new Parts(2, 10, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> new Parts(1, 10, 6));
    assertThatIllegalArgumentException().isThrownBy(() -> Parts.of(new long[] {4, 0}));
    assertThatIllegalArgumentException().isThrownBy(() -> new DispersionAccumulator().add(-1, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new DispersionAccumulator().add(1, 0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dispersion.of(new long[] {1}, new long[] {4, 5}));
    DispersionAccumulator occurrences = new DispersionAccumulator().add(1, 10).add(2, 20);
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(1, 30, 30)));
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(2, 40, 10)));
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(3, 60, 11)));
    assertThatIllegalArgumentException().isThrownBy(() -> occurrences.within(new Parts(4, 45, 10)));
    assertThat(occurrences.within(new Parts(4, 50, 10)).dp()).isFinite();
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> occurrences.count(2));
  }

  @Example
  void startsAfreshOnceCleared() {
    DispersionAccumulator accumulator = new DispersionAccumulator().add(9, 10).add(0, 3);
    assertThat(accumulator.range()).isEqualTo(1);
    assertThat(accumulator.count(0)).isEqualTo(9);
    assertThat(accumulator.size(0)).isEqualTo(10);
    accumulator.clear();
    // One of two equal parts has the word: DP = 1/2 (|1 - 1/2| + |0 - 1/2|).
    assertThat(accumulator.add(1, 5).within(new Parts(2, 10, 5)).dp()).isEqualTo(0.5);
  }

  private static Dispersion dense(List<Part> corpus) {
    return Dispersion.of(corpus.stream().mapToLong(Part::count).toArray(), sizes(corpus));
  }

  private static long[] sizes(List<Part> corpus) {
    return corpus.stream().mapToLong(Part::size).toArray();
  }

  /** Splits the parts at random, again and again, and merges what comes of the halves. */
  private static DispersionAccumulator merged(List<Part> parts, Random random) {
    if (parts.size() < 2) {
      DispersionAccumulator leaf = new DispersionAccumulator();
      parts.forEach(part -> leaf.add(part.count(), part.size()));
      return leaf;
    }
    int split = random.nextInt(parts.size());
    if (split == 0) {
      Part first = parts.get(0);
      return merged(parts.subList(1, parts.size()), random).add(first.count(), first.size());
    }
    return merged(parts.subList(0, split), random)
        .merge(merged(parts.subList(split, parts.size()), random));
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
