package org.zhengyu.output;

import java.io.IOException;
import java.time.LocalDate;

/**
 * Takes the rows of one table, value by value: no object is made for a row. Set each column once,
 * in any order, then call {@link #endRow}. A nullable column that is not set is null.
 *
 * <p>Every setter throws {@link IllegalArgumentException} if the column is one of another table or
 * would be null but is required, and {@link IllegalStateException} if it is set already in this
 * row.
 */
public interface RowWriter {

  /** Sets a count, position or size. */
  void setLong(LongColumn column, long value);

  /** Sets a measure. NaN means that the measure is undefined, and is written as null. */
  void setDouble(DoubleColumn column, double value);

  /** Sets a truth value. */
  void setBoolean(BooleanColumn column, boolean value);

  /**
   * Sets a text. A surrogate without its partner, which UTF-8 cannot express, is written as U+FFFD:
   * the text keeps its length in code points.
   *
   * @param value the text, or null for null
   */
  void setString(StringColumn column, CharSequence value);

  /**
   * Sets a text to a slice of bytes that are valid UTF-8 (which is not checked). They are copied:
   * the array may be used again at once.
   */
  void setString(StringColumn column, byte[] utf8, int offset, int length);

  /**
   * Sets a list of texts.
   *
   * @param pool holds them; as long as it is the same for one row after the other, each of its
   *     texts is looked up once
   * @param list the numbers of the texts in the pool; the array may be used again at once
   * @param count how many there are
   */
  void setStrings(StringListColumn column, TextPool pool, int[] list, int count);

  /**
   * Sets a day.
   *
   * @param value the day, or null for null
   */
  void setDate(DateColumn column, LocalDate value);

  /** Sets the day that is so many days after 1970-01-01. */
  void setEpochDay(DateColumn column, int epochDay);

  /** Sets a nullable column of any type to null. */
  void setNull(Column column);

  /**
   * Writes the row.
   *
   * @throws IllegalStateException if a required column was not set
   */
  void endRow() throws IOException;
}
