package org.zhengyu.pipeline.rows;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.output.Column;
import org.zhengyu.output.Table;

/** The README and docs/measures.md, in both languages, name the columns that the tables have. */
class DocumentedColumnsTest {
  private static final Path ROOT = Path.of(System.getProperty("zhengyu.root"));
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
  private static final String MEASURES = "docs/measures.md";
  private static final String MEASURES_IN_CHINESE = "docs/measures.zh.md";

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

  /** What the rows of the lists in a section describe, in their order. */
  private static List<String> described(List<String> section) {
    return section.stream().flatMap(DocumentedColumnsTest::inFirstCell).toList();
  }

  private static Stream<String> inFirstCell(String line) {
    return line.startsWith("| `") ? codes(line.split("\\|", -1)[1]) : Stream.empty();
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
        sections(MEASURES).entrySet().stream()
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
  @ParameterizedTest
  @ValueSource(strings = {MEASURES, MEASURES_IN_CHINESE})
  void noFormulaIsThatOfAColumnThatIsGone(String document) throws IOException {
    for (Map.Entry<String, List<String>> section : sections(document).entrySet()) {
      Set<String> tables = codes(section.getKey()).collect(Collectors.toSet());
      if (tables.isEmpty()) {
        continue;
      }
      Set<String> known =
          columns()
              .filter(column -> tables.contains(column.table()))
              .map(Column::name)
              .collect(Collectors.toSet());
      assertThat(described(section.getValue())).as(section.getKey()).isSubsetOf(known);
    }
  }

  @Test
  void theChineseSectionsAreThoseOfTheEnglishWithTheirRowsInTheSameOrder() throws IOException {
    List<Map.Entry<String, List<String>>> english = List.copyOf(sections(MEASURES).entrySet());
    List<Map.Entry<String, List<String>>> chinese =
        List.copyOf(sections(MEASURES_IN_CHINESE).entrySet());
    assertThat(chinese).hasSameSizeAs(english);
    for (int i = 0; i < english.size(); i++) {
      String heading = english.get(i).getKey();
      assertThat(codes(chinese.get(i).getKey())).containsExactlyElementsOf(codes(heading).toList());
      List<String> columns = described(english.get(i).getValue());
      assertThat(described(chinese.get(i).getValue()))
          .as(heading)
          .filteredOn(columns::contains)
          .containsExactlyElementsOf(columns);
    }
  }

  @ParameterizedTest
  @MethodSource("explained")
  void everyColumnIsExplainedInChineseWhereItSaysAndWhenItIsNull(Column column) throws IOException {
    String anchor = column.formula().orElseThrow();
    List<String> section =
        sections(MEASURES_IN_CHINESE).entrySet().stream()
            .filter(
                each ->
                    anchor(each.getKey()).equals(anchor)
                        || each.getValue().contains("<a id=\"" + anchor + "\"></a>"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow();
    List<String> rows =
        section.stream().filter(line -> inFirstCell(line).anyMatch(column.name()::equals)).toList();
    assertThat(rows).as("rows of %s", column).isNotEmpty();
    column
        .nullCase()
        .ifPresent(
            nullCase -> assertThat(rows).anyMatch(row -> row.contains(nullCase.chinese() + "为空")));
  }
}
