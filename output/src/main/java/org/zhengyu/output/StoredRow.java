package org.zhengyu.output;

import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A row while it is read, by the places of the columns that were asked for. It is the same object
 * for every row of a table.
 */
public final class StoredRow {

  private final List<StoredColumn> columns;

  StoredRow(List<StoredColumn> columns) {
    this.columns = columns;
  }

  /** Whether the row has no value there. */
  public boolean isNull(int column) {
    return columns.get(column).isNull();
  }

  /** A text; only where there is one. */
  public String text(int column) {
    return columns.get(column).text();
  }

  /** A whole number, a day since 1970-01-01, or 1 for true; only where there is one. */
  public long number(int column) {
    return columns.get(column).number();
  }

  /** A measure, or a whole number as one; only where there is one. */
  public double measure(int column) {
    return columns.get(column).measure();
  }

  /** The value, a {@code String}, {@code Long}, {@code Double}, {@code Boolean} or day, or null. */
  public @Nullable Object value(int column) {
    return columns.get(column).value();
  }

  /** All values. */
  public @Nullable Object[] values() {
    return columns.stream().map(StoredColumn::value).toArray();
  }
}
