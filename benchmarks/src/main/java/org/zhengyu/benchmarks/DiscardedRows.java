package org.zhengyu.benchmarks;

import java.time.LocalDate;
import org.zhengyu.output.BooleanColumn;
import org.zhengyu.output.Column;
import org.zhengyu.output.DateColumn;
import org.zhengyu.output.DoubleColumn;
import org.zhengyu.output.LongColumn;
import org.zhengyu.output.RowWriter;
import org.zhengyu.output.StringColumn;
import org.zhengyu.output.StringListColumn;
import org.zhengyu.output.TextPool;

/** Takes rows and drops them; sums the numbers, so that all of them are computed. */
final class DiscardedRows implements RowWriter {
  private double sum;
  private long count;

  /** The sum of all numbers. */
  double sum() {
    return sum;
  }

  /** The number of rows. */
  long count() {
    return count;
  }

  @Override
  public void setLong(LongColumn column, long value) {
    sum += value;
  }

  @Override
  public void setDouble(DoubleColumn column, double value) {
    sum += value;
  }

  @Override
  public void setBoolean(BooleanColumn column, boolean value) {}

  @Override
  public void setString(StringColumn column, CharSequence value) {}

  @Override
  public void setString(StringColumn column, byte[] utf8, int offset, int length) {}

  @Override
  public void setStrings(StringListColumn column, TextPool pool, int[] list, int size) {}

  @Override
  public void setDate(DateColumn column, LocalDate value) {}

  @Override
  public void setEpochDay(DateColumn column, int epochDay) {}

  @Override
  public void setNull(Column column) {}

  @Override
  public void endRow() {
    count++;
  }
}
