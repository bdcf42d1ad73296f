package org.zhengyu.output;

/** A column of days. */
public final class DateColumn extends Column {

  DateColumn(Builder builder) {
    super(Type.DATE, builder);
  }
}
