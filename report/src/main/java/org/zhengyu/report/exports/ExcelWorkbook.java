package org.zhengyu.report.exports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredTable;

/**
 * The result as one workbook: a first sheet that says what is in it and what was left out, a sheet
 * a table, its most important columns and rows first, and a last one with what each column means.
 */
final class ExcelWorkbook {
  /** Rows of a sheet: more make files that open slowly, and Excel ends at 1,048,576. */
  private static final int MOST_ROWS = 50_000;

  /** Excel's own limit. */
  private static final int MOST_CHARACTERS = 32_767;

  private static final String CUT = "…";
  private static final double MOST_WIDTH = 40;
  private static final double LEAST_WIDTH = 12;
  private static final int ROWS_AT_ONCE = 1000;

  private final StoredResult result;
  private final Workbook workbook;
  private final List<List<@Nullable Object>> contents = new ArrayList<>();
  private boolean isCut;

  private ExcelWorkbook(StoredResult result, Workbook workbook) {
    this.result = result;
    this.workbook = workbook;
  }

  static void write(StoredResult result, ExportFolder files) throws IOException {
    files.write("tables.xlsx", out -> write(result, out));
  }

  private static void write(StoredResult result, OutputStream out) throws IOException {
    Workbook workbook = new Workbook(out, "Zhengyu", null);
    new ExcelWorkbook(result, workbook).write();
    workbook.finish();
  }

  private void write() throws IOException {
    JsonNode tables =
        new JsonMapper().readTree(result.dataPackage().orElse("{}")).path("resources");
    // It is the first to be opened, and so has its place before the others are filled.
    Worksheet about = workbook.newWorksheet("about");
    for (StoredTable table : result.tables()) {
      addTable(table, described(tables, table.name()));
    }
    addMeanings(tables);
    fillAbout(about);
  }

  private static JsonNode described(JsonNode tables, String name) {
    for (JsonNode table : tables) {
      if (table.path("name").asText().equals(name)) {
        return table;
      }
    }
    return tables.path(name);
  }

  private void addTable(StoredTable table, JsonNode described) throws IOException {
    List<String> columns = ColumnOrder.of(table);
    TopRows top = TopRows.of(table, columns, MOST_ROWS);
    Worksheet sheet = sheet(table.name(), columns);
    isCut = false;
    int row = 1;
    for (List<@Nullable Object> values : top.rows()) {
      setRow(sheet, row, values);
      if (row++ % ROWS_AT_ONCE == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
    contents.add(
        Arrays.asList(
            table.name(),
            described.path("description").asText(),
            described.path("description_zh").asText(),
            table.rows(),
            (long) top.rows().size(),
            top.order(),
            isCut ? "cut at " + MOST_CHARACTERS + " characters" : null));
  }

  /** A sheet with its header, which stays in sight. */
  private Worksheet sheet(String name, List<String> columns) throws IOException {
    Worksheet sheet = workbook.newWorksheet(name);
    setHeader(sheet, columns);
    return sheet;
  }

  private static void setHeader(Worksheet sheet, List<String> columns) {
    for (int column = 0; column < columns.size(); column++) {
      String name = columns.get(column);
      sheet.value(0, column, name);
      sheet.style(0, column).bold().set();
      sheet.width(
          column, ColumnOrder.isText(name) ? MOST_WIDTH : Math.max(LEAST_WIDTH, name.length() + 2));
    }
    sheet.freezePane(1, 1);
  }

  private void setRow(Worksheet sheet, int row, List<@Nullable Object> values) {
    for (int column = 0; column < values.size(); column++) {
      set(sheet, row, column, values.get(column));
    }
  }

  private void set(Worksheet sheet, int row, int column, @Nullable Object value) {
    if (value == null) {
      return;
    }
    if (value instanceof Long number) {
      sheet.value(row, column, number);
    } else if (value instanceof Double measure && Double.isFinite(measure)) {
      sheet.value(row, column, measure);
    } else if (value instanceof Boolean truth) {
      sheet.value(row, column, truth);
    } else if (value instanceof LocalDate day && day.getYear() >= 1900 && day.getYear() <= 9999) {
      sheet.value(row, column, day);
      sheet.style(row, column).format("yyyy-mm-dd").set();
    } else {
      sheet.inlineString(row, column, fit(Cells.forXml(Cells.text(value))));
    }
  }

  private String fit(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    isCut = true;
    int end = MOST_CHARACTERS - CUT.length();
    return text.substring(0, Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end) + CUT;
  }

  private void addMeanings(JsonNode tables) throws IOException {
    Worksheet sheet = sheet("columns", List.of("table", "column", "description", "description_zh"));
    int row = 1;
    for (JsonNode table : tables) {
      for (JsonNode column : table.path("schema").path("fields")) {
        set(sheet, row, 0, table.path("name").asText());
        set(sheet, row, 1, column.path("name").asText());
        set(sheet, row, 2, column.path("description").asText());
        set(sheet, row, 3, column.path("description_zh").asText());
        row++;
      }
    }
    sheet.finish();
  }

  private void fillAbout(Worksheet about) throws IOException {
    setHeader(
        about,
        List.of(
            "table",
            "description",
            "description_zh",
            "rows",
            "rows_here",
            "rows_by",
            "long_texts"));
    int row = 1;
    for (List<@Nullable Object> values : contents) {
      setRow(about, row++, values);
    }
    about.finish();
  }
}
