package org.zhengyu.benchmarks;

import java.time.LocalDate;
import org.zhengyu.output.RowWriter;

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
  public void setLong(int column, long value) {
    sum += value;
  }

  @Override
  public void setDouble(int column, double value) {
    sum += value;
  }

  @Override
  public void setBoolean(int column, boolean value) {}

  @Override
  public void setString(int column, CharSequence value) {}

  @Override
  public void setString(int column, byte[] utf8, int offset, int length) {}

  @Override
  public void setDate(int column, LocalDate value) {}

  @Override
  public void setEpochDay(int column, int epochDay) {}

  @Override
  public void setNull(int column) {}

  @Override
  public void endRow() {
    count++;
  }
}
