package org.zhengyu.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Rows for the page, the most important first. They become JSON by columns: numbers as they are,
 * measures to six digits, and of texts each distinct one once and where it stands.
 */
final class PageTable {
  private static final MathContext DIGITS = new MathContext(6);

  /** Of this the page keeps so much at a time when it is too large. */
  private static final double LESS = 0.7;

  private final String name;
  private final List<String> columns;
  private final List<@Nullable Object[]> rows;
  private final long all;
  private final boolean isWhole;

  /** Rows with one value here, which follow each other, stay or go together; -1 without such. */
  private final int together;

  private PageTable(
      String name,
      List<String> columns,
      List<@Nullable Object[]> rows,
      long all,
      boolean isWhole,
      int together) {
    this.name = name;
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
    this.all = all;
    this.isWhole = isWhole;
    this.together = together;
  }

  /**
   * Some rows of a table.
   *
   * @param name by which the scripts know it
   * @param all how many rows there are from which these are chosen
   */
  static PageTable some(
      String name, List<String> columns, List<@Nullable Object[]> rows, long all) {
    return new PageTable(name, columns, rows, all, false, -1);
  }

  /**
   * Some rows of a table, of which those with the same value of a column mean nothing alone: half a
   * trend would be read as a trend.
   *
   * @param column by which they follow each other
   */
  static PageTable someTogether(
      String name, String column, List<String> columns, List<@Nullable Object[]> rows, long all) {
    return new PageTable(name, columns, rows, all, false, columns.indexOf(column));
  }

  /** All rows that there are. */
  static PageTable whole(String name, List<String> columns, List<@Nullable Object[]> rows) {
    return new PageTable(name, columns, rows, rows.size(), true, -1);
  }

  String name() {
    return name;
  }

  /** Adds all texts of a column, if the table has it. */
  void addTexts(String column, Set<String> texts) {
    int place = columns.indexOf(column);
    if (place >= 0) {
      rows.forEach(row -> texts.add(String.valueOf(row[place])));
    }
  }

  /** Gives the texts of two columns of each row, both of which the table has. */
  void forEachText(String first, String second, BiConsumer<String, String> visitor) {
    int one = columns.indexOf(first);
    int other = columns.indexOf(second);
    rows.forEach(row -> visitor.accept(String.valueOf(row[one]), String.valueOf(row[other])));
  }

  /** Whether it can do with fewer rows: else its numbers would no longer add up. */
  boolean canBeShorter() {
    return !isWhole && rows.size() > 1;
  }

  /** The table without its least important rows. */
  PageTable shorter() {
    int less = (int) (rows.size() * LESS);
    while (together >= 0
        && less > 0
        && Objects.equals(rows.get(less - 1)[together], rows.get(less)[together])) {
      less--;
    }
    return new PageTable(name, columns, rows.subList(0, less), all, false, together);
  }

  /** The table as JSON, packed. */
  String packed() throws IOException {
    return Packing.of(this::writeTo);
  }

  private void writeTo(OutputStream out) throws IOException {
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.writeStartObject();
      json.writeStringField("name", name);
      json.writeNumberField("rows", rows.size());
      json.writeNumberField("all", all);
      json.writeObjectFieldStart("columns");
      for (int column = 0; column < columns.size(); column++) {
        json.writeFieldName(columns.get(column));
        write(column, json);
      }
      json.writeEndObject();
      json.writeEndObject();
    }
  }

  private void write(int column, JsonGenerator json) throws IOException {
    boolean isText =
        rows.stream()
            .map(row -> row[column])
            .anyMatch(
                value -> value != null && !(value instanceof Number || value instanceof Boolean));
    if (isText) {
      writeTexts(column, json);
      return;
    }
    json.writeStartArray();
    for (Object[] row : rows) {
      Object value = row[column];
      if (value == null) {
        json.writeNull();
      } else if (value instanceof Double measure) {
        write(measure, json);
      } else {
        json.writeRawValue(value.toString());
      }
    }
    json.writeEndArray();
  }

  private static void write(double measure, JsonGenerator json) throws IOException {
    if (Double.isInfinite(measure)) {
      json.writeRawValue(measure > 0 ? "1e999" : "-1e999");
    } else {
      json.writeRawValue(new BigDecimal(measure).round(DIGITS).stripTrailingZeros().toString());
    }
  }

  private void writeTexts(int column, JsonGenerator json) throws IOException {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Integer> at = new ArrayList<>();
    for (Object[] row : rows) {
      Object value = row[column];
      at.add(value == null ? -1 : places.computeIfAbsent(value.toString(), any -> places.size()));
    }
    json.writeStartObject();
    json.writeArrayFieldStart("texts");
    for (String text : places.keySet()) {
      json.writeString(text);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("at");
    for (int place : at) {
      json.writeNumber(place);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
