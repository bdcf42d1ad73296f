package org.zhengyu.transforms.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

class ExpressionSketchTest {
  private final Map<Integer, List<byte[]>> counts = new TreeMap<>();

  @Test
  void letsThroughWhatIsFrequentInAllSplitsTogether() {
    split(hash("两重"), hash("两重"), hash("新城"));
    split(hash("两重"), hash("新城"), hash("大湾区"));
    split(hash("两重"));
    ExpressionSketch sketch = sketch(4);
    assertThat(sketch.lets(hash("两重"))).isTrue();
    assertThat(sketch.lets(hash("新城"))).isFalse();
    assertThat(sketch.lets(hash("大湾区"))).isFalse();
  }

  @Test
  void letsThroughTheMostFrequentAndWhatIsQuoted() {
    split(hash("两重"), hash("两重"), hash("两重"), hash("新城"), hash("新城"), hash("大湾区"));
    quoted(hash("小巨人"), hash("首店"));
    split(hash("小巨人"));
    ExpressionSketch sketch = sketch(2, /* most= */ 1);
    assertThat(sketch.lets(hash("两重"))).isTrue();
    assertThat(sketch.lets(hash("小巨人"))).isTrue();
    assertThat(sketch.lets(hash("新城"))).isFalse();
    assertThat(sketch.lets(hash("大湾区"))).isFalse();
    assertThat(sketch.lets(hash("首店"))).isFalse();
  }

  @Test
  void letsThroughNoneOfThoseThatAreAsFrequentAsOneTooMany() {
    split(hash("两重"), hash("两重"), hash("新城"), hash("新城"));
    assertThat(sketch(2, /* most= */ 1).lets(hash("两重"))).isFalse();
    assertThat(sketch(2, /* most= */ 2).lets(hash("两重"))).isTrue();
  }

  @Test
  void asksForNoMoreThanItCounts() {
    long[] often = LongStream.generate(() -> hash("两重")).limit(70_000).toArray();
    split(often);
    assertThat(sketch(1_000_000).lets(hash("两重"))).isTrue();
    assertThat(sketch(1_000_000).lets(hash("新城"))).isFalse();
  }

  @Test
  void deniesMostOfWhatIsRare() {
    split(IntStream.range(0, 100_000).mapToLong(i -> hash("一" + i)).toArray());
    ExpressionSketch sketch = sketch(4);
    assertThat(IntStream.range(0, 100_000).filter(i -> sketch.lets(hash("一" + i))).count())
        .isLessThan(100);
  }

  @Test
  void staysTheSamePacked() {
    split(hash("两重"), hash("两重"), hash("两重"), hash("两重"));
    ExpressionSketch sketch = sketch(4);
    PackedWriter out = new PackedWriter();
    sketch.pack(out);
    assertThat(ExpressionSketch.unpack(new PackedReader(out.toByteArray()))).isEqualTo(sketch);
  }

  private static long hash(String text) {
    return SplitWords.hash(0, text);
  }

  private void split(long... hashes) {
    ExpressionSketch.Builder builder = new ExpressionSketch.Builder();
    for (long hash : hashes) {
      builder.add(hash, /* quoted= */ false);
    }
    deal(builder);
  }

  private void quoted(long... hashes) {
    ExpressionSketch.Builder builder = new ExpressionSketch.Builder();
    for (long hash : hashes) {
      builder.add(hash, /* quoted= */ true);
    }
    deal(builder);
  }

  private void deal(ExpressionSketch.Builder builder) {
    builder.deal(
        (piece, packed) -> counts.computeIfAbsent(piece, p -> new ArrayList<>()).add(packed));
  }

  private ExpressionSketch sketch(long minTf) {
    return sketch(minTf, 1_000_000);
  }

  private ExpressionSketch sketch(long minTf, int most) {
    return ExpressionSketch.of(
        counts.entrySet().stream()
            .map(piece -> ExpressionSketch.Piece.sum(piece.getKey(), piece.getValue(), minTf))
            .toList(),
        most);
  }
}
