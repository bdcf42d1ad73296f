package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.Dates;

class PackedWriterTest {
  /** One thing to write, and the check that it is read back. */
  private record Step(
      String name, Consumer<PackedWriter> write, Consumer<PackedReader> readAndCheck) {
    @Override
    public String toString() {
      return name;
    }
  }

  @Property
  void readsBackWhateverWasWrittenInTheSameOrder(
      @ForAll("steps") List<Step> steps, @ForAll @IntRange(max = 40) int capacity) {
    PackedWriter out = new PackedWriter(capacity);
    steps.forEach(step -> step.write.accept(out));

    PackedReader in = new PackedReader(out.toByteArray());
    for (Step step : steps) {
      step.readAndCheck.accept(in);
    }
    assertThat(in.hasMore()).isFalse();
    assertThat(in.remaining()).isZero();
    assertThat(out.size()).isEqualTo(out.toByteArray().length);
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Step> bytes =
        Arbitraries.integers()
            .between(0, 255)
            .map(
                b ->
                    new Step(
                        "byte " + b,
                        out -> out.putByte(b),
                        in -> assertThat(in.getByte()).isEqualTo(b)));
    Arbitrary<Step> varints =
        Arbitraries.longs()
            .greaterOrEqual(0)
            .map(
                v ->
                    new Step(
                        "varint " + v,
                        out -> out.putVarint(v),
                        in -> assertThat(in.getVarint()).isEqualTo(v)));
    Arbitrary<Step> longs =
        Arbitraries.longs()
            .map(
                v ->
                    new Step(
                        "long " + v,
                        out -> out.putLong(v),
                        in -> assertThat(in.getLong()).isEqualTo(v)));
    Arbitrary<Step> ints =
        Arbitraries.integers()
            .map(
                v ->
                    new Step(
                        "int " + v,
                        out -> out.putInt(v),
                        in -> assertThat(in.getInt()).isEqualTo(v)));
    Arbitrary<Step> arrays =
        Arbitraries.bytes()
            .array(byte[].class)
            .ofMaxSize(300)
            .map(
                v ->
                    new Step(
                        "bytes " + HexFormat.of().formatHex(v),
                        out -> out.putBytes(v),
                        in -> assertThat(in.getBytes()).isEqualTo(v)));
    Arbitrary<Step> texts =
        texts()
            .map(
                v ->
                    new Step(
                        "text " + v,
                        out -> out.putString(v),
                        in -> assertThat(in.getString()).isEqualTo(v)));
    return Arbitraries.oneOf(
            bytes,
            varints,
            longs,
            ints,
            arrays,
            texts,
            nullableTexts(),
            booleans(),
            doubles(),
            days(),
            enums(),
            lists(),
            nullableDays())
        .list();
  }

  private static Arbitrary<Step> nullableTexts() {
    return texts()
        .injectNull(0.3)
        .map(
            v ->
                new Step(
                    "nullable " + v,
                    out -> out.putNullable(v),
                    in -> assertThat(in.getNullable()).isEqualTo(v)));
  }

  private static Arbitrary<Step> booleans() {
    return Arbitraries.of(true, false)
        .map(
            v ->
                new Step(
                    "boolean " + v,
                    out -> out.putBoolean(v),
                    in -> assertThat(in.getBoolean()).isEqualTo(v)));
  }

  private static Arbitrary<Step> doubles() {
    return Arbitraries.oneOf(
            Arbitraries.doubles(),
            Arbitraries.of(Double.NaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY))
        .map(
            v ->
                new Step(
                    "double " + v,
                    out -> out.putDouble(v),
                    in ->
                        assertThat(Double.doubleToLongBits(in.getDouble()))
                            .isEqualTo(Double.doubleToLongBits(v))));
  }

  private static Arbitrary<Step> days() {
    return Dates.dates()
        .map(
            v ->
                new Step(
                    "day " + v, out -> out.putDay(v), in -> assertThat(in.getDay()).isEqualTo(v)));
  }

  private static Arbitrary<Step> enums() {
    return Arbitraries.of(DayOfWeek.class)
        .map(
            v ->
                new Step(
                    "enum " + v,
                    out -> out.putEnum(v),
                    in -> assertThat(in.getEnum(DayOfWeek.class)).isEqualTo(v)));
  }

  private static Arbitrary<Step> lists() {
    return texts()
        .list()
        .ofMaxSize(5)
        .map(
            v ->
                new Step(
                    "list " + v,
                    out -> out.putList(v, (text, each) -> each.putString(text)),
                    in -> assertThat(in.getList(PackedReader::getString)).isEqualTo(v)));
  }

  private static Arbitrary<Step> nullableDays() {
    return Dates.dates()
        .injectNull(0.3)
        .map(
            v ->
                new Step(
                    "nullable day " + v,
                    out -> out.putNullable(v, (day, each) -> each.putDay(day)),
                    in -> assertThat(in.getNullable(PackedReader::getDay)).isEqualTo(v)));
  }

  private static Arbitrary<String> texts() {
    return Combinators.combine(
            Arbitraries.strings().withChars("a\0\n政策，\uFFFD").ofMaxLength(50),
            Arbitraries.of("", "𠮷", "😀"))
        .as((left, right) -> left + right);
  }

  @Property
  void ordersNonNegativeNumbersByTheirBytes(
      @ForAll @LongRange(min = 0) long a,
      @ForAll @LongRange(min = 0) long b,
      @ForAll @IntRange(min = 0) int c,
      @ForAll @IntRange(min = 0) int d) {
    assertThat(
            Integer.signum(
                Arrays.compareUnsigned(
                    new PackedWriter().putLong(a).toByteArray(),
                    new PackedWriter().putLong(b).toByteArray())))
        .isEqualTo(Long.compare(a, b));
    assertThat(
            Integer.signum(
                Arrays.compareUnsigned(
                    new PackedWriter().putInt(c).toByteArray(),
                    new PackedWriter().putInt(d).toByteArray())))
        .isEqualTo(Integer.compare(c, d));
  }

  @Example
  void writesTheDocumentedBytes() {
    assertThat(hex(new PackedWriter().putVarint(0))).isEqualTo("00");
    assertThat(hex(new PackedWriter().putVarint(127))).isEqualTo("7f");
    assertThat(hex(new PackedWriter().putVarint(128))).isEqualTo("8001");
    assertThat(hex(new PackedWriter().putVarint(300))).isEqualTo("ac02");
    assertThat(hex(new PackedWriter().putVarint(Long.MAX_VALUE))).isEqualTo("ffffffffffffffff7f");
    assertThat(hex(new PackedWriter().putLong(0x0102030405060708L))).isEqualTo("0102030405060708");
    assertThat(hex(new PackedWriter().putInt(-2))).isEqualTo("fffffffe");
    assertThat(hex(new PackedWriter().putString("政"))).isEqualTo("03e694bf");
    assertThat(hex(new PackedWriter().putNullable(null).putNullable(""))).isEqualTo("000100");
    assertThat(hex(new PackedWriter().putBoolean(true).putBoolean(false))).isEqualTo("0100");
    assertThat(hex(new PackedWriter().putDouble(1))).isEqualTo("3ff0000000000000");
    assertThat(hex(new PackedWriter().putDay(LocalDate.of(1969, 12, 31))))
        .isEqualTo("ffffffffffffffff");
    assertThat(hex(new PackedWriter().putEnum(DayOfWeek.TUESDAY))).isEqualTo("01");
    assertThat(hex(new PackedWriter().putList(List.of(5, 7), (n, out) -> out.putByte(n))))
        .isEqualTo("020507");
    assertThat(hex(new PackedWriter().putBytes(new byte[] {1, 2, 3, 4}, 1, 2))).isEqualTo("020203");
    assertThat(hex(new PackedWriter().putRaw(new byte[] {1, 2, 3, 4}, 2, 2))).isEqualTo("0304");
  }

  private static String hex(PackedWriter written) {
    return HexFormat.of().formatHex(written.array(), 0, written.size());
  }

  @Example
  void refusesANegativeCount() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PackedWriter().putVarint(-1))
        .withMessageContaining("-1");
  }

  @Example
  void startsOverWhenCleared() {
    PackedWriter out = new PackedWriter().putString("旧");
    out.clear();
    assertThat(out.size()).isZero();
    assertThat(hex(out.putByte(7))).isEqualTo("07");
  }

  @Example
  void refusesToReadPastTheEndOfItsSlice() {
    byte[] bytes = {5, (byte) 0x80, 1, 2, 3, 4, 5, 6, 7};
    List<Consumer<PackedReader>> reads = new ArrayList<>();
    reads.add(PackedReader::getLong);
    reads.add(in -> in.skip(4));
    reads.add(in -> in.skip(-1));
    reads.add(PackedReader::getString);
    reads.add(PackedReader::getBytes);
    reads.add(PackedReader::getInt);
    for (Consumer<PackedReader> read : reads) {
      PackedReader in = new PackedReader(bytes, 0, 3);
      assertThatIllegalStateException().isThrownBy(() -> read.accept(in));
    }
    assertThatIllegalStateException()
        .as("a varint that goes on")
        .isThrownBy(() -> new PackedReader(bytes, 1, 1).getVarint());
    assertThatIllegalStateException()
        .isThrownBy(() -> new PackedReader(new byte[0]).getByte())
        .withMessageContaining("wanted 1 more");
  }

  @Example
  void refusesACountThatIsNoInt() {
    byte[] packed = new PackedWriter().putVarint(1L << 31).toByteArray();
    assertThatThrownBy(() -> new PackedReader(packed).getCount())
        .isInstanceOf(ArithmeticException.class);
    assertThat(new PackedReader(packed).getVarint()).isEqualTo(1L << 31);
  }

  @Example
  void readsASliceAndThenAnother() {
    byte[] bytes = {9, 1, 2, 3, 9};
    PackedReader in = new PackedReader(bytes, 1, 3);
    assertThat(in.getByte()).isEqualTo(1);
    assertThat(in.position()).isEqualTo(2);
    assertThat(in.array()).isSameAs(bytes);
    assertThat(in.rest()).containsExactly(2, 3);
    assertThat(in.hasMore()).isFalse();
    in.reset(bytes, 3, 2);
    in.skip(1);
    assertThat(in.remaining()).isEqualTo(1);
    assertThat(in.getByte()).isEqualTo(9);
  }
}
