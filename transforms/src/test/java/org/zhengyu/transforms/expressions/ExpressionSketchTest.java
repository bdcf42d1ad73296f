package org.zhengyu.transforms.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
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
    assertThat(sketch.mayBeFrequent(hash("两重"))).isTrue();
    assertThat(sketch.mayBeFrequent(hash("新城"))).isFalse();
    assertThat(sketch.mayBeFrequent(hash("大湾区"))).isFalse();
  }

  @Test
  void asksForNoMoreThanItCounts() {
    long[] often = IntStream.range(0, 150).mapToLong(i -> hash("两重")).toArray();
    split(often);
    assertThat(sketch(1_000_000).mayBeFrequent(hash("两重"))).isTrue();
    assertThat(sketch(1_000_000).mayBeFrequent(hash("新城"))).isFalse();
  }

  @Test
  void deniesMostOfWhatIsRare() {
    split(IntStream.range(0, 100_000).mapToLong(i -> hash("一" + i)).toArray());
    ExpressionSketch sketch = sketch(4);
    assertThat(IntStream.range(0, 100_000).filter(i -> sketch.mayBeFrequent(hash("一" + i))).count())
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
      builder.add(hash);
    }
    builder.deal(
        (piece, packed) -> counts.computeIfAbsent(piece, p -> new ArrayList<>()).add(packed));
  }

  private ExpressionSketch sketch(long minTf) {
    return ExpressionSketch.of(
        counts.entrySet().stream()
            .map(piece -> ExpressionSketch.Piece.sum(piece.getKey(), piece.getValue(), minTf))
            .toList());
  }
}
