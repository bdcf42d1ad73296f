package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Test vectors: rows of a CSV file with an expected value and its tolerance. */
final class Vectors {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).build();

  /** Published zeros of a computed row are zeros up to the roundings of whoever computed it. */
  private static final double ROUNDING = 1e-15;

  private Vectors() {}

  /** The rows kept in this module. */
  static Stream<CSVRecord> pinned(String name) {
    try (InputStream stream = Vectors.class.getResourceAsStream(name)) {
      assertThat(stream).as(name).isNotNull();
      return parse(new InputStreamReader(stream, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of the reference notes; the test is skipped where they are not at hand. */
  static Stream<CSVRecord> reference(String name) {
    Path file = Path.of(System.getProperty("zhengyu.root", "."), "..", "shared", "statref", name);
    assumeTrue(Files.exists(file), "no reference notes beside the project: " + name);
    try (Reader reader = Files.newBufferedReader(file)) {
      return parse(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<CSVRecord> parse(Reader reader) throws IOException {
    List<CSVRecord> rows = FORMAT.parse(reader).getRecords();
    assertThat(rows).isNotEmpty();
    return rows.stream();
  }

  /** The measures of vectors: by the names of their columns, and by others that vectors use. */
  static final class Measures<T> {
    private final Map<String, Measure<T>> named = new HashMap<>();
    private final Map<String, ToDoubleFunction<T>> derived = new HashMap<>();

    /** The name that vectors have for a measure. */
    Measures<T> alias(String name, Measure<T> measure) {
      named.put(name, measure);
      return this;
    }

    /** A value of vectors that follows from measures. */
    Measures<T> derived(String name, ToDoubleFunction<T> function) {
      derived.put(name, function);
      return this;
    }

    ToDoubleFunction<T> function(String name) {
      ToDoubleFunction<T> function = derived.get(name);
      if (function != null) {
        return function;
      }
      Measure<T> measure = named.get(name);
      return measure == null ? fail("nothing computes the measure " + name) : measure::of;
    }

    /** The measures of which there are rows, by the names in them. */
    Set<Measure<T>> namedIn(Stream<String> rows) {
      return rows.filter(name -> !derived.containsKey(name))
          .map(named::get)
          .collect(Collectors.toSet());
    }
  }

  /** All measures of a table, by the names of their columns. */
  @SafeVarargs
  static <T> Measures<T> measures(Measure<T>... all) {
    Measures<T> measures = new Measures<>();
    for (Measure<T> measure : all) {
      measures.alias(measure.column(), measure);
    }
    return measures;
  }

  static long count(CSVRecord row, String column) {
    return Long.parseLong(row.get(column));
  }

  static double number(CSVRecord row, String column) {
    return Double.parseDouble(row.get(column));
  }

  static long[] counts(String list) {
    return Arrays.stream(list.split(";", -1)).mapToLong(Long::parseLong).toArray();
  }

  static double[] numbers(String list) {
    return Arrays.stream(list.split(";", -1)).mapToDouble(Double::parseDouble).toArray();
  }

  static void assertMatches(CSVRecord row, double actual) {
    assertMatches(row, actual, number(row, "expected"), row.get("tol"));
  }

  /** Within the tolerance: absolute, or relative to the expected value if it ends in "rel". */
  static void assertMatches(CSVRecord row, double actual, double expected, String tolerance) {
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      assertThat(actual).as("%s", row).isEqualTo(Double.valueOf(expected));
      return;
    }
    boolean relative = tolerance.endsWith("rel");
    double bound = Double.parseDouble(tolerance.replace("rel", ""));
    double allowed = (relative ? bound * Math.abs(expected) : bound) + ROUNDING;
    // Negated, so that NaN fails.
    if (!(Math.abs(actual - expected) <= allowed)) {
      fail("%s gives %s, expected %s to %s", row, actual, expected, tolerance);
    }
  }
}
