package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Dispersion;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.Measure;
import org.zhengyu.transforms.stats.TermWeighting;

/**
 * What docs/measures.md says of the measures of a table: their rows, the formulas in them, and the
 * names that these use.
 */
final class MeasureFormulas {
  /** The tables with measures, and what measures each has. */
  static final Map<String, List<Measure<?>>> TABLES =
      Map.of(
          "cooccurrences", List.of(Association.values()),
          "keyness", List.of(Keyness.values()),
          "terms", List.of(Dispersion.values()),
          "document_terms", List.of(TermWeighting.values()));

  private static final String ENGLISH = "docs/measures.md";
  private static final String CHINESE = "docs/measures.zh.md";
  private static final Pattern SQL = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  private final String table;
  private final String section;

  private MeasureFormulas(String table, String section) {
    this.table = table;
    this.section = section;
  }

  /** The part of the document under the heading of a table. */
  static MeasureFormulas of(String table) {
    return new MeasureFormulas(table, section(ENGLISH, "`" + table + "`"));
  }

  /** The same part of docs/measures.zh.md, which has the rows without their formulas. */
  static MeasureFormulas inChinese(String table) {
    return new MeasureFormulas(table, section(CHINESE, "`" + table + "`"));
  }

  /** The statements that come before all formulas. */
  static List<String> definitions() {
    return Arrays.stream(sql(section(ENGLISH, "Formulas")).split(";\n", -1))
        .filter(statement -> !statement.isBlank())
        .toList();
  }

  /** What formulas know beside columns, as the end of a list of them: empty or with a comma. */
  String names() {
    return SQL.matcher(section).find() ? ", " + sql(section) : "";
  }

  /** The rows of the lists that describe a column, in their order. */
  Map<String, String> rows() {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : section.split("\n", -1)) {
      if (line.startsWith("| `")) {
        CODE.matcher(cells(line)[1]).results().forEach(name -> rows.put(name.group(1), line));
      }
    }
    return rows;
  }

  /** The formula of a measure, which its row has as code. */
  String formula(Measure<?> measure) {
    String cell = cells(rows().get(measure.column()))[2].strip();
    Matcher code = CODE.matcher(cell);
    if (!code.lookingAt()) {
      throw new AssertionError(table + "." + measure.column() + " has no formula in SQL: " + cell);
    }
    return code.group(1);
  }

  private static String[] cells(String row) {
    return row.split("\\|", -1);
  }

  private static String sql(String text) {
    return SQL.matcher(text).results().map(block -> block.group(1)).findFirst().orElseThrow();
  }

  private static String section(String document, String heading) {
    try {
      List<String> lines = new ArrayList<>();
      boolean isInside = false;
      for (String line : Files.readAllLines(ZhengyuJob.repository().resolve(document), UTF_8)) {
        isInside = line.startsWith("## ") ? line.equals("## " + heading) : isInside;
        if (isInside) {
          lines.add(line);
        }
      }
      if (lines.isEmpty()) {
        throw new AssertionError(document + " has no heading " + heading);
      }
      return lines.stream().collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
