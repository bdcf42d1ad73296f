package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhengyu.output.Column;
import org.zhengyu.output.Table;

/** The README and docs/measures.md name the columns that the tables have. */
class DocumentedColumnsTest {
  private static final Path ROOT = Path.of(System.getProperty("zhengyu.root"));
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  static List<Table> tables() {
    return Tables.all();
  }

  static List<Column> explained() {
    return columns().filter(column -> column.formula().isPresent()).toList();
  }

  private static Stream<Column> columns() {
    return Tables.complete().stream().flatMap(table -> table.columns().stream());
  }

  /** The lines of a document under its headings of the second level. */
  private static Map<String, List<String>> sections(String document) throws IOException {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    String heading = "";
    for (String line : Files.readAllLines(ROOT.resolve(document), UTF_8)) {
      if (line.startsWith("## ")) {
        heading = line.substring("## ".length());
      }
      sections.computeIfAbsent(heading, key -> new ArrayList<>()).add(line);
    }
    return sections;
  }

  /** The rows of the first table of the README's section that lists them. */
  private static Map<String, String> readme() throws IOException {
    Map<String, String> rows = new LinkedHashMap<>();
    for (String line : sections("README.md").get("The tables")) {
      if (line.startsWith("| `")) {
        rows.put(codes(line).findFirst().orElseThrow(), line);
      } else if (!rows.isEmpty()) {
        break;
      }
    }
    return rows;
  }

  private static Stream<String> codes(String text) {
    return CODE.matcher(text).results().map(code -> code.group(1));
  }

  @Test
  void theReadmeListsTheTablesInTheirOrder() throws IOException {
    assertThat(readme().keySet())
        .containsExactlyElementsOf(Tables.all().stream().map(Table::name).toList());
  }

  @ParameterizedTest
  @MethodSource("tables")
  void theReadmeListsTheColumnsOfEachInTheirOrder(Table table) throws IOException {
    String[] cells = readme().get(table.name()).split("\\s*\\|\\s*", -1);
    assertThat(cells[2]).isEqualTo(table.row().english());
    assertThat(cells[3].replaceAll("\\s*\\([^)]*\\)", "").split(", ", -1))
        .containsExactlyElementsOf(
            table.columns().stream()
                .map(column -> column.name() + (column.isNullable() ? "?" : ""))
                .toList());
  }

  /** Headings as GitHub and others make anchors of them. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-');
  }

  @ParameterizedTest
  @MethodSource("explained")
  void everyFormulaStandsWhereItsColumnSays(Column column) throws IOException {
    Map<String, List<String>> byAnchor =
        sections("docs/measures.md").entrySet().stream()
            .collect(Collectors.toMap(section -> anchor(section.getKey()), Map.Entry::getValue));
    String anchor = column.formula().orElseThrow();
    assertThat(byAnchor).containsKey(anchor);
    assertThat(
            byAnchor.get(anchor).stream()
                .flatMap(DocumentedColumnsTest::codes)
                .flatMap(code -> NAME.matcher(code).results())
                .map(name -> name.group()))
        .contains(column.name());
  }

  @Test
  void everyMeasureHasAFormula() {
    assertThat(columns().filter(column -> column.type() == Column.Type.DOUBLE))
        .allMatch(column -> column.formula().isPresent());
  }

  /** Of the sections that name their tables; the others are about what is printed. */
  @Test
  void noFormulaIsThatOfAColumnThatIsGone() throws IOException {
    for (Map.Entry<String, List<String>> section : sections("docs/measures.md").entrySet()) {
      Set<String> tables = codes(section.getKey()).collect(Collectors.toSet());
      if (tables.isEmpty()) {
        continue;
      }
      Set<String> known =
          columns()
              .filter(column -> tables.contains(column.table()))
              .map(Column::name)
              .collect(Collectors.toSet());
      assertThat(
              section.getValue().stream()
                  .filter(line -> line.startsWith("| `"))
                  .flatMap(line -> codes(Arrays.asList(line.split("\\|", -1)).get(1))))
          .as(section.getKey())
          .isSubsetOf(known);
    }
  }
}
