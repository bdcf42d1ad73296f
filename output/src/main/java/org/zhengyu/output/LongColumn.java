package org.zhengyu.output;

/** A column of counts, positions or sizes. */
public final class LongColumn extends Column {

  LongColumn(Builder builder) {
    super(Type.INT64, builder);
  }
}
