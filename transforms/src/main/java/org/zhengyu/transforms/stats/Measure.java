package org.zhengyu.transforms.stats;

import java.util.Locale;

/**
 * A number that is a column of its table and can be asked for by name. The measures of a table are
 * the constants of one enum, in the order of the columns: a constant is all that there is to say of
 * its measure, and the function that computes it.
 *
 * @param <T> what it is computed from: the counts behind one row
 */
public interface Measure<T> {

  /** The name of the constant. */
  String name();

  /** The value; NaN where it is undefined, which tables show as null. */
  double of(T counts);

  /** What it is. */
  Description description();

  /** Whether it is written when none is asked for. */
  boolean isDefault();

  /** The name of the column, by which it is asked for. */
  default String column() {
    return name().toLowerCase(Locale.ROOT);
  }
}
