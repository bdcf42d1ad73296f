package org.zhengyu.transforms.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhengyu.transforms.stats.Vectors.count;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CValueVectorsTest {
  /** The longest candidate of the Chinese example, which the rows only imply. */
  private static final Map<List<String>, Long> UNLISTED = Map.of(words("社会 主义 市场 经济 体制"), 3L);

  static Stream<CSVRecord> rows() {
    return Vectors.pinned("cvalue.csv");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void agreesWithThePublishedExampleAndHandCounts(CSVRecord row) {
    check(row, rows().toList());
  }

  @Test
  void agreesWithTheReferenceNotes() {
    List<CSVRecord> rows = Vectors.reference("cvalue.csv").toList();
    rows.stream()
        .filter(row -> row.get("measure").equals("c_value"))
        .forEach(row -> check(row, rows));
  }

  @Test
  void valuesTheLongestCandidateByItsWholeFrequency() {
    Map<List<String>, Double> values = CValue.cValues(candidates("zh", rows().toList()));
    assertThat(values.get(words("社会 主义 市场 经济 体制")))
        .isCloseTo(3 * Math.log(5) / Math.log(2), within(1e-12));
  }

  private static void check(CSVRecord row, List<CSVRecord> rows) {
    Map<List<String>, Long> candidates = candidates(row.get("case"), rows);
    double cValue = CValue.cValues(candidates).get(words(row.get("term")));
    Vectors.assertMatches(row, cValue);
  }

  private static Map<List<String>, Long> candidates(String example, List<CSVRecord> rows) {
    Map<List<String>, Long> candidates = new LinkedHashMap<>();
    rows.stream()
        .filter(row -> row.get("case").equals(example))
        .forEach(row -> candidates.put(words(row.get("term")), count(row, "f")));
    if (example.equals("zh")) {
      candidates.putAll(UNLISTED);
    }
    return candidates;
  }

  private static List<String> words(String term) {
    return Arrays.asList(term.split(" ", -1));
  }
}
