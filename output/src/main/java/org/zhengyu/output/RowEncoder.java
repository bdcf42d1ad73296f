package org.zhengyu.output;

import java.io.IOException;
import java.io.Serializable;

/**
 * How an element becomes rows of a table. The element may be one record or a packed block of many
 * thousand rows: all its rows go to one file, in the order in which they are written here.
 */
public interface RowEncoder<T> extends Serializable {

  /** The table that is filled. */
  Table table();

  /** Writes all rows of an element, possibly none. */
  void encode(T element, RowWriter out) throws IOException;
}
