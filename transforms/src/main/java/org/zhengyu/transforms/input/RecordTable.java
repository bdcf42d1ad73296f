package org.zhengyu.transforms.input;

import java.util.List;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * The records of a table of which one of the first names the columns. Records of which all fields
 * are blank are passed over.
 */
final class RecordTable {
  private final DelimitedRecords records;
  private final List<String> columns;
  private final boolean hasHeader;
  private final int textColumn;

  /**
   * Reads the names of the columns.
   *
   * @param usual the delimiter that the name of the file speaks for
   * @param names by which fields are known
   * @param isHeader whether these are names of columns that are looked for
   * @throws InvalidCsvException when the header cannot be read
   */
  RecordTable(String table, char usual, FieldNames names, Predicate<List<String>> isHeader)
      throws InvalidCsvException {
    TableDialect dialect = TableDialect.of(table, usual, titles -> isHeader.test(names.of(titles)));
    records = dialect.records();
    columns = names.of(dialect.titles());
    hasHeader = dialect.isTold();
    textColumn = columns.indexOf(Fields.TEXT);
  }

  /** The names of the columns; none where the table is empty. */
  List<String> columns() {
    return columns;
  }

  /** Whether there are columns that were looked for. */
  boolean hasHeader() {
    return hasHeader;
  }

  /**
   * Steps to the next record; false at the end.
   *
   * @throws InvalidCsvException when it cannot be read; the next step goes on behind it
   */
  boolean next() throws InvalidCsvException {
    return records.step();
  }

  /** The line, from 1, in which the record begins. */
  long line() {
    return records.line();
  }

  /** The character of the table with which the record begins. */
  long offset() {
    return records.begin();
  }

  /** The number of its fields up to the last that is not blank. */
  int size() {
    List<String> fields = records.fields();
    int size = fields.size();
    while (size > 0 && fields.get(size - 1).isBlank()) {
      size--;
    }
    return size;
  }

  /** Its field in the column of texts; null where it has none. */
  @Nullable String text() {
    List<String> fields = records.fields();
    return textColumn >= 0 && textColumn < fields.size() ? fields.get(textColumn) : null;
  }

  /** Its other fields, as far as they have a column. */
  Fields fields() {
    return fields(records.fields());
  }

  /** All its fields as they stand, as many as it has. */
  List<String> values() {
    return records.fields();
  }

  private Fields fields(List<String> record) {
    Fields fields = new Fields();
    for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
      if (i != textColumn) {
        fields.set(columns.get(i), record.get(i));
      }
    }
    return fields;
  }
}
