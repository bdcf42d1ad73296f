package org.zhengyu.transforms.input;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The records of a table, of which the first names the columns: CSV by RFC 4180, or the same with
 * another character between fields. Blank lines between records are passed over.
 */
final class RecordTable {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;
  private final int textColumn;
  private @Nullable CSVRecord record;
  private long line;
  private long nextLine = 1;

  /** Reads the names of the columns. */
  RecordTable(String table, char delimiter) throws InvalidCsvException {
    try {
      parser =
          CSVFormat.RFC4180
              .builder()
              .setDelimiter(delimiter)
              .build()
              .parse(new StringReader(table));
    } catch (IOException e) {
      throw new InvalidCsvException(nextLine, e.getMessage());
    }
    records = parser.iterator();
    columns = step() ? record.stream().map(Fields::canonicalName).toList() : List.of();
    textColumn = columns.indexOf(Fields.TEXT);
  }

  /** The canonical names of the columns; none where the table is empty. */
  List<String> columns() {
    return columns;
  }

  /** Steps to the next record; false at the end. */
  boolean next() throws InvalidCsvException {
    boolean found = step();
    while (found && record.size() == 1 && record.get(0).isBlank()) {
      found = step();
    }
    return found;
  }

  private boolean step() throws InvalidCsvException {
    line = nextLine;
    try {
      if (!records.hasNext()) {
        return false;
      }
      record = records.next();
    } catch (UncheckedIOException e) {
      throw new InvalidCsvException(line, e.getCause().getMessage());
    }
    nextLine = parser.getCurrentLineNumber() + 1;
    return true;
  }

  /** The line, from 1, in which the record begins. */
  long line() {
    return line;
  }

  /** The character of the table with which the record begins. */
  long offset() {
    return record.getCharacterPosition();
  }

  /** The number of its fields, which need not be that of the columns. */
  int size() {
    return record.size();
  }

  /** Its field in the first column {@code text}; null where it has none. */
  @Nullable String text() {
    return textColumn >= 0 && textColumn < record.size() ? record.get(textColumn) : null;
  }

  /** Its other fields, as far as they have a column. */
  Fields fields() {
    Fields fields = new Fields();
    for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
      if (i != textColumn) {
        fields.put(columns.get(i), record.get(i));
      }
    }
    return fields;
  }
}
