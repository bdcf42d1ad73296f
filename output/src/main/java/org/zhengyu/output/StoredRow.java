package org.zhengyu.output;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A row while it is read, by the places of the columns that were asked for. It is the same object
 * for every row of a table.
 */
public final class StoredRow {

  private final StoredColumn[] columns;

  /** Its place in the row group. */
  private long row = -1;

  StoredRow(List<StoredColumn> columns) {
    this.columns = columns.toArray(StoredColumn[]::new);
  }

  /** Becomes the next row. */
  void advance() {
    row++;
  }

  /** Whether the row has no value there. */
  public boolean isNull(int column) {
    return columns[column].isNull(row);
  }

  /** A text; only where there is one. */
  public String text(int column) {
    return columns[column].text(row);
  }

  /** A list of texts, which is new for every row. */
  public List<String> list(int column) {
    return columns[column].list(row);
  }

  /** A whole number, a day since 1970-01-01, or 1 for true; only where there is one. */
  public long number(int column) {
    return columns[column].number(row);
  }

  /** A measure, or a whole number as one; only where there is one. */
  public double measure(int column) {
    return columns[column].measure(row);
  }

  /**
   * The value, a {@code String}, {@code Long}, {@code Double}, {@code Boolean}, day or list of
   * texts, or null.
   */
  public @Nullable Object value(int column) {
    return columns[column].value(row);
  }

  /** All values. */
  public @Nullable Object[] values() {
    @Nullable Object[] values = new Object[columns.length];
    for (int column = 0; column < columns.length; column++) {
      values[column] = value(column);
    }
    return values;
  }
}
