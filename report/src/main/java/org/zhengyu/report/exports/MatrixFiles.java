package org.zhengyu.report.exports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleBiFunction;
import org.zhengyu.output.CsvLine;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;

/**
 * How often the most frequent terms of each unit occur together, and how alike they are by Ochiai,
 * as square matrices. Pairs that are no row of {@code cooccurrences} are 0.
 */
final class MatrixFiles {
  static final String PAIRS = "cooccurrences";

  private static final int MOST_TERMS = 100;

  private final String unit;

  /** Of each term in how many units (or slots of windows) it is. */
  private final Map<String, Long> margins = new HashMap<>();

  /** The terms of the matrix, with their places in it: the most frequent first. */
  private final Map<String, Integer> places = new LinkedHashMap<>();

  private long[][] together = {};
  private double[][] ochiai = {};

  private MatrixFiles(String unit) {
    this.unit = unit;
  }

  static void write(StoredResult result, ExportFolder files) throws IOException {
    StoredTable pairs = result.table(PAIRS).orElseThrow();
    Map<String, MatrixFiles> units = new LinkedHashMap<>();
    pairs.read(
        List.of("unit", "term_a", "term_b", "r1", "c1", "shared_units"),
        row -> {
          Map<String, Long> margins = units.computeIfAbsent(row.text(0), MatrixFiles::new).margins;
          // Units in which a pair only shares characters are left out of its own margins.
          margins.put(row.text(1), row.number(3) + row.number(5));
          margins.put(row.text(2), row.number(4) + row.number(5));
        });
    units.values().forEach(MatrixFiles::choose);
    pairs.read(
        List.of("unit", "term_a", "term_b", "o11", "r1", "c1"),
        row ->
            units
                .get(row.text(0))
                .set(row.text(1), row.text(2), row.number(3), row.number(4), row.number(5)));
    for (MatrixFiles matrix : units.values()) {
      matrix.write(PAIRS, (a, b) -> matrix.together[a][b], files);
      matrix.write("ochiai", (a, b) -> matrix.ochiai[a][b], files);
    }
  }

  private void choose() {
    margins.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_TERMS)
        .forEach(term -> places.put(term.getKey(), places.size()));
    together = new long[places.size()][places.size()];
    ochiai = new double[places.size()][places.size()];
    places.forEach(
        (term, place) -> {
          together[place][place] = margins.get(term);
          ochiai[place][place] = 1;
        });
  }

  /** Ochiai's coefficient is o11 / √(r1 · c1). */
  private void set(String termA, String termB, long o11, long r1, long c1) {
    Integer a = places.get(termA);
    Integer b = places.get(termB);
    if (a != null && b != null) {
      together[a][b] = o11;
      together[b][a] = o11;
      ochiai[a][b] = o11 / Math.sqrt((double) r1 * c1);
      ochiai[b][a] = ochiai[a][b];
    }
  }

  private void write(String name, ToDoubleBiFunction<Integer, Integer> values, ExportFolder files)
      throws IOException {
    files.writeText(
        "matrix/" + name + "-" + unit + ".csv",
        out -> {
          out.write(CsvLine.MARK);
          List<String> header = new ArrayList<>(List.of("term"));
          header.addAll(places.keySet());
          out.write(CsvLine.of(header));
          for (Map.Entry<String, Integer> term : places.entrySet()) {
            List<String> cells = new ArrayList<>(List.of(term.getKey()));
            for (int other : places.values()) {
              cells.add(number(values.applyAsDouble(term.getValue(), other)));
            }
            out.write(CsvLine.of(cells));
          }
        });
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
