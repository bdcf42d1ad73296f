package org.zhengyu.output;

import java.io.IOException;
import java.time.LocalDate;

/**
 * Takes the rows of one table, value by value: no object is made for a row. Set each column once,
 * by its index ({@link Table#column}), in any order, then call {@link #endRow}. A nullable column
 * that is not set is null.
 *
 * <p>Every setter throws {@link IllegalArgumentException} if the column has another type or would
 * be null but is required, and {@link IllegalStateException} if it is set already in this row.
 */
public interface RowWriter {

  /** Sets an INT64 column. */
  void setLong(int column, long value);

  /** Sets a DOUBLE column. NaN means that the measure is undefined, and is written as null. */
  void setDouble(int column, double value);

  /** Sets a BOOLEAN column. */
  void setBoolean(int column, boolean value);

  /**
   * Sets a STRING column. A surrogate without its partner, which UTF-8 cannot express, is written
   * as U+FFFD: the text keeps its length in code points.
   *
   * @param value the text, or null for null
   */
  void setString(int column, CharSequence value);

  /**
   * Sets a STRING column to a slice of bytes that are valid UTF-8 (which is not checked). They are
   * copied: the array may be used again at once.
   */
  void setString(int column, byte[] utf8, int offset, int length);

  /**
   * Sets a DATE column.
   *
   * @param value the day, or null for null
   */
  void setDate(int column, LocalDate value);

  /** Sets a DATE column to the day that is so many days after 1970-01-01. */
  void setEpochDay(int column, int epochDay);

  /** Sets a nullable column of any type to null. */
  void setNull(int column);

  /**
   * Writes the row.
   *
   * @throws IllegalStateException if a required column was not set
   */
  void endRow() throws IOException;
}
